// What a run does to a folder that is not as it hopes: other files, other owners, another run, no permission.

import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { publish, Refusal, recover } from "@shihyo/publisher";
import { describe, expect, test } from "vitest";
import { differences, filesIn } from "../support/files.ts";
import { cityData } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, put, workplace } from "../support/workplace.ts";
import { withFault } from "./with-fault.ts";

const data = cityData("minimal");

describe("a published folder", () => {
  test("keeps the files that somebody else put into it", async () => {
    const out = join(workplace(), "published");
    await publish(data, out);
    put(out, ".htaccess", "AddType text/csv .csv\n");
    put(out, "indicators/K0001/写真 1.jpg", Buffer.from([0xff, 0xd8, 0, 1]));
    symlinkSync("999997_unit.csv", join(out, "latest-units.csv"));
    const before = filesIn(out);
    await publish(data, out);
    expect(differences(before, filesIn(out))).toEqual([]);
    expect(readFileSync(join(out, "SHA256SUMS"), "utf8")).not.toContain("htaccess");
  });

  test("loses the files of ours that are published no longer", async () => {
    const out = join(workplace(), "published");
    const more = copyOf(cityData("parts"));
    await publish(more, out);
    expect(existsSync(join(out, "indicators/K0006/index.html"))).toBe(true);
    for (const file of ["indicators.csv", "observations/2023.csv"]) {
      const path = join(more, file);
      const lines = readFileSync(path, "utf8").split("\n");
      writeFileSync(path, lines.filter((line) => !line.startsWith("K0006")).join("\n"));
    }
    await publish(more, out);
    expect([...filesIn(out).keys()].filter((path) => path.includes("K0006"))).toEqual([]);
  });

  test("is refused where it is somebody else's, and stays as it is", async () => {
    const home = workplace();
    const out = join(home, "site");
    put(out, "index.html", "<h1>Our own site</h1>");
    put(out, "999997_dataset.json", "{}");
    const before = filesIn(home);
    const run = await shihyo(["publish", data, "--out", out, "--lang", "en"]);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toBe(
      `${out} holds files that are not this municipality's published folder. Name an empty folder, or the one written before.\n`,
    );
    expect(differences(before, filesIn(home))).toEqual([]);
  });

  test("of another municipality is refused", async () => {
    const out = join(workplace(), "published");
    await publish(cityData("official"), out);
    const before = filesIn(out);
    await expect(publish(data, out)).rejects.toThrow(Refusal);
    expect(differences(before, filesIn(out))).toEqual([]);
  });

  test("is not written over a file that bears the name of one of ours", async () => {
    const out = join(workplace(), "published");
    await publish(data, out);
    const sums = join(out, "SHA256SUMS");
    // As if an older version of ours had not written this page, and somebody had.
    writeFileSync(sums, readFileSync(sums, "utf8").replace(/^.*assets\/page\.css\n/m, ""));
    const before = filesIn(out);
    await expect(publish(data, out)).rejects.toThrow(/assets\/page\.css/);
    expect(differences(before, filesIn(out))).toEqual([]);
  });

  test("must not lie in the tables, nor the tables in it", async () => {
    const folder = copyOf(data);
    for (const out of [folder, join(folder, "published"), join(folder, "..")]) {
      const run = await shihyo(["publish", folder, "--out", out, "--lang", "ja"]);
      expect(run).toMatchObject({ status: 2, stdout: "" });
      expect(run.stderr).toMatch(/別々の場所にしてください。\n$/);
    }
    expect(differences(filesIn(data), filesIn(folder))).toEqual([]);
  });

  test("that is a file is refused", async () => {
    const out = put(workplace(), "published", "a file");
    const run = await shihyo(["publish", data, "--out", out, "--lang", "ja"]);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toBe(`${out} はファイルです。書き出し先にはフォルダーを指定してください。\n`);
    expect(readFileSync(out, "utf8")).toBe("a file");
  });
});

describe("two runs at once", () => {
  test("do not write the same folder: the second is told, and the first goes on", async () => {
    const folder = workplace();
    const out = join(folder, "published");
    const go = join(folder, "go");
    const first = shihyo(["publish", data, "--out", out], withFault("wait", 30, go));
    while (!readdirSync(folder).some((name) => name.startsWith(".published.new.")))
      await new Promise((done) => setTimeout(done, 20));
    const second = await shihyo(["publish", data, "--out", out, "--lang", "en"]);
    expect(second).toMatchObject({ status: 3, stdout: "" });
    expect(second.stderr).toMatch(/^Another run is writing .*\.published\.lock.*\n$/);
    writeFileSync(go, "");
    expect((await first).status).toBe(0);
    expect([...filesIn(folder).keys()].filter((path) => path.startsWith("."))).toEqual([".published.state"]);
    expect(filesIn(out).size).toBeGreaterThan(10);
  });

  test("a lock that is just being written is waited for", async () => {
    const folder = workplace();
    const lock = join(folder, ".published.lock");
    writeFileSync(lock, "");
    const run = recover(join(folder, "published"));
    await new Promise((done) => setTimeout(done, 50));
    writeFileSync(lock, `${process.ppid}\n`);
    await expect(run).rejects.toThrow("Another run is writing");
    expect(readFileSync(lock, "utf8")).toBe(`${process.ppid}\n`);
  });

  test("begun together end with one whole folder", async () => {
    const folder = workplace();
    const out = join(folder, "published");
    const runs = await Promise.all([1, 2, 3].map(() => shihyo(["publish", data, "--out", out])));
    for (const { status } of runs) expect([0, 3]).toContain(status);
    expect(runs.map(({ status }) => status)).toContain(0);
    const alone = join(workplace(), "published");
    await publish(data, alone);
    expect(differences(filesIn(alone), filesIn(out))).toEqual([]);
    expect([...filesIn(folder).keys()].filter((path) => path.startsWith("."))).toEqual([".published.state"]);
  });

  test("a lock that nobody holds any more is taken over", async () => {
    const folder = workplace();
    const out = join(folder, "published");
    const { pid } = await shihyo(["--help"]);
    // The last is cut off within a number whose first digits are those of a process that runs.
    for (const left of [
      `${pid}\n`,
      "",
      "not a number",
      "not a number\n",
      `${process.pid}`,
      `${process.ppid}`,
    ]) {
      writeFileSync(join(folder, ".published.lock"), left);
      await publish(data, out);
      await recover(out);
      expect(existsSync(join(folder, ".published.lock"))).toBe(false);
    }
  });
});

describe("a place that may not be written", () => {
  // Root may write everywhere: there the command runs as nobody.
  const uid = process.getuid?.() === 0 ? 65534 : undefined;

  test("is told in one sentence, and nothing is changed", async ({ skip }) => {
    const folder = workplace();
    chmodSync(folder, 0o755);
    const place = join(folder, "place");
    cpSync(data, join(folder, "data"), { recursive: true });
    mkdirSync(place);
    await publish(data, join(place, "published"));
    const before = filesIn(place);
    chmodSync(place, 0o555);
    const able = await shihyo(["--help"], { ...(uid === undefined ? {} : { uid }), cwd: "/" });
    if (able.status !== 0) skip("the project lies where another user of this machine may not read");
    for (const [language, sentence] of [
      ["ja", /^\S+ に書き込む権限がありません。\n$/],
      ["en", /^There is no permission to write to \S+\.\n$/],
    ] as const) {
      for (const name of ["published", "new-folder", "a/new/folder"]) {
        const run = await shihyo(
          ["publish", join(folder, "data"), "--out", join(place, name), "--lang", language],
          { ...(uid === undefined ? {} : { uid }), cwd: "/" },
        );
        expect(run).toMatchObject({ status: 3, stdout: "" });
        expect(run.stderr).toMatch(sentence);
      }
    }
    chmodSync(place, 0o755);
    expect(differences(before, filesIn(place))).toEqual([]);
  });

  test("and a table that may not be read", async ({ skip }) => {
    const folder = copyOf(data);
    chmodSync(join(folder, ".."), 0o755);
    chmodSync(join(folder, "units.csv"), 0o000);
    const able = await shihyo(["--help"], { ...(uid === undefined ? {} : { uid }), cwd: "/" });
    if (able.status !== 0) skip("the project lies where another user of this machine may not read");
    const run = await shihyo(["check", folder, "--lang", "en"], {
      ...(uid === undefined ? {} : { uid }),
      cwd: "/",
    });
    expect(run).toMatchObject({ status: 3, stdout: "" });
    expect(run.stderr).toMatch(/units\.csv cannot be read \(EACCES\)\. .*\n$/);
  });
});
