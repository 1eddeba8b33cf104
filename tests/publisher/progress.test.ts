// How far a run has come: one line on a terminal, written over and gone at the end, and nothing in a pipe.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { progressOn } from "../../packages/publisher/src/cli/progress.ts";
import { atsugi, top } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";

/** A terminal that remembers, and a clock that a test turns. */
function terminal(isTTY: boolean, columns = 40) {
  const written: string[] = [];
  let time = 0;
  const options = { now: () => time, terminal: "xterm" };
  return {
    written,
    stream: { isTTY, columns, write: (text: string) => written.push(text) },
    options,
    wait(milliseconds: number) {
      time += milliseconds;
    },
    /** What stands on the line at the end. */
    line: () => written.join("").split("\r\u001b[2K").at(-1),
  };
}

const doing = (files: number) => ({
  ja: `書き出しています：${files}ファイル`,
  en: `Writing: ${files} files`,
});

describe("on a terminal", () => {
  test("a run of less than a second shows nothing", () => {
    const screen = terminal(true);
    const progress = progressOn(screen.stream, "ja", screen.options);
    for (let files = 0; files < 9; files++) {
      screen.wait(100);
      progress.step(doing(files));
    }
    progress.end();
    expect(screen.written).toEqual([]);
  });

  test("a longer one shows one line, over and over, and takes it away", () => {
    const screen = terminal(true);
    const progress = progressOn(screen.stream, "ja", screen.options);
    screen.wait(1500);
    progress.step(doing(1));
    expect(screen.line()).toBe("書き出しています：1ファイル");
    progress.step(doing(2));
    expect(screen.line()).toBe("書き出しています：1ファイル");
    screen.wait(150);
    progress.step(doing(3));
    expect(screen.line()).toBe("書き出しています：3ファイル");
    progress.end();
    expect(screen.line()).toBe("");
    expect(screen.written.join("")).not.toContain("\n");
  });

  test("a line wider than the terminal is cut, a full-width letter being two places", () => {
    const screen = terminal(true, 11);
    const progress = progressOn(screen.stream, "ja", screen.options);
    screen.wait(1500);
    progress.step(doing(1));
    expect(screen.line()).toBe("書き出して");
  });

  test("speaks English where asked", () => {
    const screen = terminal(true);
    const progress = progressOn(screen.stream, "en", screen.options);
    screen.wait(1500);
    progress.step(doing(3));
    expect(screen.line()).toBe("Writing: 3 files");
  });

  test("one that does not say how wide it is counts as 80 wide", () => {
    const screen = terminal(true, 0);
    const progress = progressOn(screen.stream, "ja", screen.options);
    screen.wait(1500);
    progress.step(doing(1));
    expect(screen.line()).toBe("書き出しています：1ファイル");
  });

  test("one that cannot write over a line is left alone", () => {
    const screen = terminal(true);
    const progress = progressOn(screen.stream, "ja", { ...screen.options, terminal: "dumb" });
    screen.wait(1500);
    progress.step(doing(1));
    progress.end();
    expect(screen.written).toEqual([]);
  });
});

test("in a pipe there is nothing, however long it takes", async () => {
  const pipe = terminal(false);
  const progress = progressOn(pipe.stream, "ja", pipe.options);
  pipe.wait(60_000);
  progress.step(doing(1));
  progress.end();
  expect(pipe.written).toEqual([]);
  const out = join(mkdtempSync(join(tmpdir(), "shihyo-progress-")), "142123");
  const run = await shihyo(["publish", atsugi, "--out", out, "--lang", "ja"]);
  expect(run.stderr).toBe("");
});

const hasScript = existsSync("/usr/bin/script");

describe.skipIf(!hasScript)(`on a true terminal${hasScript ? "" : " (skipped: no script(1))"}`, () => {
  const command = (more: string) => {
    const out = join(mkdtempSync(join(tmpdir(), "shihyo-progress-")), "142123");
    const shihyoCommand = join(top, "packages/publisher/bin/shihyo.js");
    // Only stderr is the terminal, so that what it shows can be told from the result.
    const line = `${process.execPath} ${shihyoCommand} publish ${atsugi} --out ${out} --lang en ${more} > ${out}.txt`;
    return spawnSync("script", ["-qec", line, "/dev/null"], {
      encoding: "utf8",
      env: { ...process.env, TERM: "xterm" },
    }).stdout;
  };

  test("publishing tells how many files there are by now, and leaves the line empty", () => {
    const shown = command("");
    const lines = shown.split("\r\u001b[2K").filter((line) => line !== "");
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/^Writing: \d+ files \([a-z-]+\)$/);
    expect(shown.endsWith("\r\u001b[2K")).toBe(true);
    expect(shown).not.toContain("\n");
  });

  test("and shows nothing to machines", () => {
    expect(command("--json")).toBe("");
  });
});
