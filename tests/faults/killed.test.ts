// A run that is killed at any of its steps leaves the old folder or the new one, whole, after the next command.

import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publish, recover } from "@shihyo/publisher";
import { describe, expect, test } from "vitest";
import { differences, type Files, filesIn } from "../support/files.ts";
import { cityData } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, put, rewrite, workplace } from "../support/workplace.ts";
import { withFault } from "./with-fault.ts";

const foreign = { path: "web.config", content: "a file that the web server needs\r\n" };

/** A city before and after a year's work, and what the two publish, with a file that is not ours. */
async function city() {
  const before = copyOf(cityData("minimal"));
  const after = copyOf(cityData("minimal"));
  rewrite(join(after, "observations/2024.csv"), (text) => text.replace("1234", "4321"));
  rewrite(join(after, "units.csv"), (text) => text.replace(",m,,", ",km,,"));
  const published = async (data: string) => {
    const out = join(workplace(), "published");
    await publish(data, out);
    put(out, foreign.path, foreign.content);
    return out;
  };
  const [oldFolder, newFolder] = [await published(before), await published(after)];
  return { before, after, oldFolder, old: filesIn(oldFolder), new: filesIn(newFolder) };
}

/** The calls of one run that change the disk, in order: `rename /…/published`. */
async function callsOf(data: string, out: string): Promise<string[]> {
  const log = join(workplace(), "calls");
  const run = await shihyo(["publish", data, "--out", out], withFault("count", log));
  expect(run.status).toBe(0);
  return readFileSync(log, "utf8").trimEnd().split("\n");
}

function expectOneOf(files: Files, choices: Readonly<Record<string, Files>>): string {
  const found = Object.keys(choices).find((name) => differences(choices[name]!, files).length === 0);
  if (found === undefined) {
    const told = Object.entries(choices).map(
      ([name, choice]) => `${name}: ${differences(choice, files).join("; ")}`,
    );
    throw new Error(`neither:\n${told.join("\n")}`);
  }
  return found;
}

/** What stands in the folder but the note of what was written last, which nothing depends on. */
function besides(folder: string): string[] {
  return readdirSync(folder).filter((name) => name !== ".published.state");
}

describe("a run that is killed", { timeout: 300_000 }, () => {
  test("at any of sixty points leaves the old folder or the new one after the next command", async () => {
    const made = await city();
    const results = new Map<string, number>();
    const counted = join(workplace(), "published");
    cpSync(made.oldFolder, counted, { recursive: true });
    const calls = await callsOf(made.after, counted);
    const swap = calls.findIndex((call) => call.includes(".journal."));
    expect(swap).toBeGreaterThan(30);
    // Every step from the journal on, before it and half done; and steps spread over what comes before.
    const late = calls.slice(swap).flatMap((_, index) => [
      { kind: "die", at: swap + index + 1 },
      { kind: "tear", at: swap + index + 1 },
    ]);
    const count = 60 - late.length;
    const early = Array.from({ length: count }, (_, index) => ({
      kind: index % 3 === 0 ? "tear" : "die",
      at: 1 + Math.floor((index * swap) / count),
    }));
    expect(late.length + early.length).toBe(60);
    for (const { kind, at } of [...early, ...late]) {
      const folder = workplace();
      const out = join(folder, "published");
      cpSync(made.oldFolder, out, { recursive: true });
      const run = await shihyo(["publish", made.after, "--out", out], withFault(kind as "die", at));
      expect({ call: calls[at - 1], status: run.status }).toEqual({ call: calls[at - 1], status: undefined });
      await recover(out);
      const found = expectOneOf(filesIn(out), { old: made.old, new: made.new });
      expect(besides(folder)).toEqual(["published"]);
      results.set(found, (results.get(found) ?? 0) + 1);
    }
    console.log(`killed at 60 of ${calls.length} points:`, Object.fromEntries(results));
    expect(results.get("old")).toBeGreaterThan(10);
    expect(results.get("new")).toBeGreaterThan(10);
  });

  test("at its first publication leaves nothing, or all of it", async () => {
    const made = await city();
    const fresh = new Map([...made.new].filter(([path]) => path !== foreign.path));
    const calls = await callsOf(made.after, join(workplace(), "published"));
    const swap = calls.findIndex((call) => call.includes(".journal."));
    const points = [5, 20, swap, swap + 1, swap + 2, swap + 3, swap + 4, swap + 5, swap + 6];
    for (const at of points.filter((point) => point <= calls.length)) {
      const folder = workplace();
      const out = join(folder, "published");
      await shihyo(["publish", made.after, "--out", out], withFault("tear", at));
      await recover(out);
      expectOneOf(filesIn(out), { nothing: new Map(), new: fresh });
      expect(besides(folder)).toEqual(existsSync(out) ? ["published"] : []);
    }
  });

  test("is put right by the next command, whatever that command is about", async () => {
    const made = await city();
    const out = join(workplace(), "published");
    cpSync(made.oldFolder, out, { recursive: true });
    const calls = await callsOf(made.after, out);
    const between = calls.findIndex((call) => call.startsWith("rename") && call.includes(".new.")) + 1;
    const folder = workplace();
    const other = join(folder, "published");
    cpSync(made.oldFolder, other, { recursive: true });
    await shihyo(["publish", made.after, "--out", other], withFault("die", between));
    // Between the two renames there is no folder at all.
    expect(existsSync(other)).toBe(false);
    // A run that publishes nothing, since its tables have an error.
    rewrite(join(made.before, "observations/2024.csv"), (text) => text.replace("1234", "12E4"));
    const next = await shihyo(["publish", made.before, "--out", other]);
    expect(next.status).toBe(1);
    expect(differences(made.new, filesIn(other))).toEqual([]);
    expect(readdirSync(folder)).toEqual(["published"]);
  });
});
