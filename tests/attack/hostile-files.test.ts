// Hostile files: what may never end, what is too large, what would be lost. Told in a sentence, in time, and nothing is lost.

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isError } from "@shihyo/core";
import { beginYear, publish, readCity, takeSheet, takeWorkbook } from "@shihyo/publisher";
import { readGrids } from "@shihyo/publisher/pure";
import { describe, expect, test } from "vitest";
import { withFault } from "../faults/with-fault.ts";
import { canUnshare, times } from "../support/attack.ts";
import { differences, filesIn } from "../support/files.ts";
import { bookOf, lying, nestedPdf, repeatedCells, row, sheetWith } from "../support/hostile-books.ts";
import { cityData, command } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, put, rewrite, workplace } from "../support/workplace.ts";

const data = cityData("minimal");
const observations = "observations/2024.csv";
const long = { timeout: 600_000 };

/** The rest of the lines as many times as said. */
function repeatRow(file: string, count: number, change = (row: string) => row): void {
  rewrite(file, (text) => {
    const [header, row = ""] = text.split("\n");
    return `${header}\n${`${change(row)}\n`.repeat(count)}`;
  });
}

async function checked(folder: string) {
  const run = await shihyo(["check", folder, "--lang", "en"]);
  expect(run.stderr).not.toMatch(/^\s+at /m);
  return run;
}

describe("a file that is none", long, () => {
  test.each([
    ["a pipe", (path: string) => spawnSync("mkfifo", [path])],
    ["a device without an end", (path: string) => symlinkSync("/dev/zero", path)],
    ["a folder", (path: string) => mkdirSync(path)],
  ])("%s in place of a table is told, and not read", async (_, make) => {
    const folder = copyOf(data);
    rmSync(join(folder, "units.csv"));
    make(join(folder, "units.csv"));
    const began = performance.now();
    const run = await checked(folder);
    expect(run).toMatchObject({ status: 3, stdout: "" });
    expect(run.stderr).toMatch(/units\.csv is not a regular file .*\n$/);
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  test("beside the tables is not even looked at", async () => {
    const folder = copyOf(data);
    spawnSync("mkfifo", [join(folder, "memo.txt")]);
    symlinkSync("/dev/zero", join(folder, "photo.jpg"));
    expect((await checked(folder)).status).toBe(0);
    const out = join(workplace(), "published");
    expect((await publish(folder, out)).written).toBeDefined();
    expect((await publish(folder, out)).unchanged).toBe(true);
  });
});

describe("a table that is too large", long, () => {
  test("is told before it is taken apart", async () => {
    for (const spoil of [
      (text: string) => `${text}${"\n".repeat(300_001)}`,
      (text: string) => text.replace("\n", `${",".repeat(1_000_000)}x\n`),
      (text: string) => `${text}${",".repeat(10_000_001)}\n`,
    ]) {
      const folder = copyOf(data);
      rewrite(join(folder, observations), spoil);
      const run = await checked(folder);
      expect(run.status).toBe(1);
      expect(run.stdout).toContain("[table-too-large]");
    }
    const folder = copyOf(data);
    writeFileSync(join(folder, observations), Buffer.alloc((64 << 20) + 1, 10));
    expect(await checked(folder)).toMatchObject({ status: 3, stderr: expect.stringContaining("64 MB") });
  });

  test("or only long: 100,000 rows twice, or 125,000 bad ones, take a time that grows as the rows do", async () => {
    const rows = times(20_000, 100_000);
    const folder = copyOf(data);
    repeatRow(join(folder, observations), rows);
    const began = performance.now();
    const run = await checked(folder);
    const milliseconds = Math.round(performance.now() - began);
    expect(run.stdout).toContain(`${rows - 1} errors`);
    const bad = copyOf(data);
    repeatRow(join(bad, observations), times(125_000, 125_000), (row) => row.replace("1234", "x"));
    const told = await checked(bad);
    expect(told.status).toBe(1);
    // The first of many, and how many there are.
    expect(told.stdout).toMatch(/There are \d+ more of this kind/);
    console.log(`${rows} duplicate rows: ${milliseconds} ms`);
  });

  test("in decimals or letters of an ID is told", async () => {
    const folder = copyOf(data);
    rewrite(join(folder, "indicators.csv"), (text) => text.replace("U01,0,", "U01,999999999,"));
    expect((await checked(folder)).stdout).toContain("[number-too-long]");
    const named = copyOf(data);
    const id = `K${"1".repeat(300)}`;
    for (const file of ["indicators.csv", "listings.csv", observations]) {
      rewrite(join(named, file), (text) => text.replaceAll("K0001", id));
    }
    expect((await checked(named)).stdout).toContain("[not-an-id]");
  });
});

test("a city at the limits, 5,000 indicators of twenty years, is checked in less than a gigabyte and thirty seconds", async () => {
  const [indicators, years] = [times(500, 5_000), times(4, 20)];
  const folder = copyOf(data);
  const each = (change: (row: string, id: string, at: number) => string) => (text: string) => {
    const [header, row = ""] = text.split("\n");
    const rows = Array.from({ length: indicators }, (_, at) =>
      change(row, `K${String(at + 1).padStart(4, "0")}`, at + 1),
    );
    return `${[header, ...rows].join("\n")}\n`;
  };
  rewrite(
    join(folder, "indicators.csv"),
    each((row, id, at) => row.replace("K0001", id).replace("歩道の整備延長", `歩道の整備延長${at}`)),
  );
  rewrite(
    join(folder, "listings.csv"),
    each((row, id, at) => row.replace("L0001", id.replace("K", "L")).replace("K0001,1,", `${id},${at},`)),
  );
  const first = readFileSync(join(folder, observations), "utf8");
  for (let year = 2024; year > 2024 - years; year -= 1) {
    const rows = each((row, id, at) => row.replace("1234", String(1000 + at + year)).replace("K0001", id));
    put(folder, `observations/${year}.csv`, rows(first));
  }
  const peak = join(workplace(), "peak");
  const run = await shihyo(["check", folder, "--lang", "en"], {
    node: ["--import", join(import.meta.dirname, "../support/peak.mjs")],
    env: { PEAK_FILE: peak },
  });
  expect(run.stdout).toContain("0 errors");
  const [kilobytes = 0, seconds = 0] = readFileSync(peak, "utf8").split(" ").map(Number);
  console.log(`${indicators} indicators of ${years} years: ${Math.round(kilobytes / 1024)} MB, ${seconds} s`);
  expect(kilobytes).toBeLessThan(1_000_000);
  expect(seconds).toBeLessThan(30);
}, 600_000);

describe("a file to be taken in", long, () => {
  const sheet = (more: Parameters<typeof sheetWith>[0]) => () => bookOf(sheetWith(more));
  const [far, many] = [1_048_576, 100_001];
  const repeated = (count: number, each: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => each(at + 3)).join("");
  const theme = () => bookOf(sheetWith(), { "xl/theme/theme1.xml": "<a:clrScheme ".repeat(1_000_000) });
  let made: Uint8Array | undefined;
  const bomb = () => {
    made ??= bookOf(sheetWith(), { "xl/worksheets/sheet1.xml": new Uint8Array(320 << 20).fill(0x20) });
    return made;
  };
  const cells = repeated(50_001, (at) => row(at, "<c><v>1</v></c>".repeat(20)));
  const merges = repeated(many, (at) => `<mergeCell ref="A${at}:B${at}"/>`);
  const lists = repeated(many, (at) => `<dataValidation type="list" sqref="A${at}"/>`);
  const refused: readonly (readonly [string, string, () => string | Uint8Array, RegExp])[] = [
    ["a workbook that unpacks to much", "a.xlsx", bomb, /its unpacked size \(the limit is 300 MB\)/],
    [
      "one that says another size",
      "a.xlsx",
      () => lying(bomb()),
      /its unpacked size \(the limit is 300 MB\)/,
    ],
    ["a theme that unpacks to much", "a.xlsx", theme, /theme1\.xml unpacked \(the limit is 2 MB\)/],
    ["more cells than any table", "a.xlsx", sheet({ rows: cells }), /1000030 cells \(the limit is 1000000\)/],
    ["more merges", "a.xlsx", sheet({ after: `<mergeCells>${merges}</mergeCells>` }), /100001 merged ranges/],
    [
      "more drop-downs",
      "a.xlsx",
      sheet({ after: `<dataValidations>${lists}</dataValidations>` }),
      /100001 data validations/,
    ],
    [
      "columns without end",
      "a.xlsx",
      sheet({ before: '<cols><col min="1" max="99999999"/></cols>' }),
      /columns/,
    ],
    [
      "a row beyond the sheet",
      "a.xlsx",
      sheet({ rows: row(999_999_999, "<c><v>1</v></c>") }),
      /999999999 rows/,
    ],
    ["a column beyond it", "a.xlsx", sheet({ rows: row(3, '<c r="ZZZZZ3"><v>1</v></c>') }), /columns/],
    ["a cell that is repeated", "a.ods", repeatedCells, /1073741824 cells/],
    [
      "a line of a million values",
      "a.csv",
      () => `指標名${",a".repeat(1_000_000)}\nx\n`,
      /1000001 values in a line/,
    ],
    ["a million lines", "a.csv", () => `指標名,令和6年度\n${"x,1\n".repeat(1_000_000)}`, /1000002 lines/],
    [
      "a table with spans",
      "a.html",
      () => `<table>${"<tr><td colspan=1000000>x<td>y</td></tr>".repeat(9)}</table>`,
      /columns/,
    ],
    ["a PDF that is packed three times", "a.pdf", nestedPdf, /takes more than 900 MB of memory/],
  ];
  async function takenIn(file: string) {
    const peak = join(workplace(), "peak");
    const run = await shihyo(
      ["intake", file, "--data", join(workplace(), "none"), "--code", "142123", "--dry-run", "--lang", "en"],
      { node: ["--import", join(import.meta.dirname, "../support/peak.mjs")], env: { PEAK_FILE: peak } },
    );
    expect(run.stderr).not.toMatch(/^\s+at /m);
    const [kilobytes, seconds] = readFileSync(peak, "utf8").split(" ").map(Number);
    return { ...run, megabytes: (kilobytes ?? 0) / 1024, seconds: seconds ?? 0 };
  }

  test.each(refused)("%s is told, before it takes a gigabyte", async (_, name, make, told) => {
    const run = await takenIn(put(workplace(), name, make()));
    expect(run).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(told) });
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
    expect(run.megabytes).toBeLessThan(1100);
  });

  test("a cell that a pattern would try in every way, and a name that stands 20,000 times, take no time", async () => {
    const said = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
    const bad = ["9", "1-", "（", "令和", "1,", "△", " ", "年度", "①"].map((words) => words.repeat(400));
    const rows = bad.map((words, at) =>
      row(at + 3, bad.map((_, column) => said(bad[(at + column) % bad.length] ?? words)).join("")),
    );
    const same = repeated(times(5_000, 20_000), (at) =>
      row(at + 20, `${said("施策")}${said("会議の回数")}${said("回")}<c><v>${at}</v></c><c><v>1</v></c>`),
    );
    const run = await takenIn(put(workplace(), "a.xlsx", bookOf(sheetWith({ rows: rows.join("") + same }))));
    // Its questions are open.
    expect(run.status).toBe(1);
    expect(run.seconds).toBeLessThan(20);
  });

  test.each([
    ["a far last row", sheet({ rows: row(far, `<c r="A${far}"><v>1</v></c>`) })],
    [
      "a merge below that reaches over the sheet",
      sheet({ after: `<mergeCells><mergeCell ref="A3:XFD${far}"/></mergeCells>` }),
    ],
    [
      "a picture that unpacks to much",
      () => bookOf(sheetWith(), { "xl/media/a.png": new Uint8Array(400 << 20) }),
    ],
  ])("%s is read as if it were not there", async (_, make) => {
    const run = await takenIn(put(workplace(), "a.xlsx", make()));
    expect(run.stdout).toContain("a.xlsx sheet「表」: header rows 1–1, data 2–");
    expect(run.megabytes).toBeLessThan(700);
  });

  test.each([
    ["a pipe", (path: string) => spawnSync("mkfifo", [path])],
    ["a device without an end", (path: string) => symlinkSync("/dev/zero", path)],
  ])("%s is told", async (_, make) => {
    for (const words of [
      ["intake"],
      ["reconcile", data, "--report"],
      ["sheet", "import", data],
      ["workbook", "import", data],
      ["align", data, "--answers"],
      ["intake", put(workplace(), "b.xlsx", bookOf(sheetWith())), "--answers"],
    ]) {
      const file = join(workplace(), "a.xlsx");
      make(file);
      const more = words[0] === "intake" ? ["--data", join(workplace(), "none"), "--code", "142123"] : [];
      const run = await shihyo([...words, file, ...more, "--lang", "en"]);
      expect(run).toMatchObject({ status: 3, stdout: "" });
      expect(run.stderr).toMatch(/a\.xlsx is not a regular file .*\n$/);
    }
    const city = copyOf(data);
    rmSync(join(city, "municipality.json"));
    make(join(city, "municipality.json"));
    for (const words of [
      ["migrate", city],
      ["intake", put(workplace(), "b.xlsx", bookOf(sheetWith())), "--data", city],
    ]) {
      const run = await shihyo([...words, "--lang", "en"]);
      expect(run).toMatchObject({ status: 3, stdout: "" });
      expect(run.stderr).toMatch(/municipality\.json is not a regular file .*\n$/);
    }
  });
});

describe("what would be lost", () => {
  const spoilt = async (file: string, change: (text: string) => string) => {
    const folder = copyOf(data);
    rewrite(join(folder, file), change);
    return (await readCity(folder)).issues.map(({ code }) => code);
  };
  const inMunicipality = (from: string | RegExp, to: string) =>
    spoilt("municipality.json", (text) => text.replace(from, to));

  test("is told: keys, halves of letters, formulas and depth in JSON", async () => {
    expect(await inMunicipality("{", '{ "licens": 1,')).toContain("field-unknown");
    expect(await inMunicipality("{", '{ "official": true,')).toContain("field-twice");
    for (const [text, code] of [
      ["=cmd|'/c calc'!A0", "formula-text"],
      ["a\\u0000b", "control-character"],
      ["a\\ud800b", "control-character"],
      ["a\\nb", "control-character"],
    ] as const) {
      const changed = (whole: string) => whole.replace(/("title": ?\{\s*"ja": ?")[^"]*/, `$1${text}`);
      expect(await spoilt("municipality.json", changed)).toContain(code);
    }
    const deep = (whole: string) => whole.replace("{", `{"x":${"[".repeat(5000)}${"]".repeat(5000)},`);
    expect(await spoilt("municipality.json", deep)).toContain("broken-json");
    const deeper = (whole: string) => whole.replace("{", `{"x":${"[".repeat(1_000_000)},`);
    expect(await spoilt("municipality.json", deeper)).toContain("broken-json");
  });

  test('is told: a date that a workbook keeps as one (t="d") is no number', async () => {
    const cells = '<c r="A3" t="d"><v>2024-04-01</v></c><c r="B3" t="d" s="0"><v>2024-05-06T12:30:00</v></c>';
    const read = readGrids(bookOf(sheetWith({ rows: row(3, cells) })), "a.xlsx");
    expect("grids" in read && read.grids[0]?.rows[2]).toEqual([
      { text: "2024/04/01", kind: "date" },
      { text: "2024/05/06 12:30:00", kind: "date" },
    ]);
  });

  test("is told: English without Japanese, and values under no header", async () => {
    const english = (text: string) => text.replace(/(K0001,.*?,確定,),,/, "$1,English alone,");
    expect(await spoilt("indicators.csv", english)).toContain("value-required");
    const unnamed = (text: string) =>
      text.replace("備考,", ",備考,").replace("確定,,SR01", "確定,lost,,SR01");
    expect(await spoilt(observations, unnamed)).toContain("header-missing");
  });
});

describe("one reading", { timeout: times(600_000, 2_400_000) }, () => {
  test("a value that is saved while a run goes on is published by the next", async () => {
    const rounds = times(3, 120);
    for (let round = 0; round < rounds; round += 1) {
      const folder = copyOf(data);
      const out = join(workplace(), "published");
      const go = join(workplace(), "go");
      const run = shihyo(["publish", folder, "--out", out], withFault("wait", 5 + (round % 30), go));
      const lock = join(out, "..", ".published.lock");
      for (let tries = 0; !existsSync(lock) && tries < 500; tries += 1)
        await new Promise((done) => setTimeout(done, 10));
      rewrite(join(folder, observations), (text) => text.replace("1234", "4321"));
      writeFileSync(go, "");
      // A file that was just being written may have been read as an empty one: then that is told.
      expect([0, 1]).toContain((await run).status);
      await publish(folder, out);
      expect(readFileSync(join(out, "999997_indicator_result.csv"), "utf8")).toContain("4321");
    }
    console.log(`${rounds} values saved while a run went on: each is in the next`);
  });
});

describe("a city's tables", long, () => {
  test("killed at any step of a change are the old ones or the new ones, whole", async () => {
    const log = join(workplace(), "calls");
    const fresh = copyOf(data);
    const old = filesIn(fresh);
    await shihyo(["year", fresh, "2025"], withFault("count", log));
    const now = filesIn(fresh);
    expect(differences(old, now).length).toBe(2);
    const calls = readFileSync(log, "utf8").trimEnd().split("\n").length;
    let [olds, news] = [0, 0];
    for (let at = 1; at <= calls; at += times(3, 1)) {
      for (const fault of ["die", "tear"] as const) {
        const folder = copyOf(data);
        await shihyo(["year", folder, "2025"], withFault(fault, at));
        await readCity(folder);
        const visible = new Map([...filesIn(folder)].filter(([path]) => !/(^|\/)\./.test(path)));
        const isOld = differences(old, visible).length === 0;
        expect({ at, isWhole: isOld || differences(now, visible).length === 0 }).toEqual({
          at,
          isWhole: true,
        });
        if (isOld) {
          olds += 1;
          await beginYear(folder, 2025);
        } else news += 1;
        // The next change takes away what was left.
        await shihyo(["migrate", folder]);
        expect(differences(now, filesIn(folder))).toEqual([]);
      }
    }
    console.log(`year killed ${olds + news} times: ${olds} old, ${news} new`);
  });

  test("are changed by one run at a time", async () => {
    const folder = copyOf(data);
    const runs = await Promise.all([1, 2, 3].map(() => shihyo(["year", folder, "2025", "--lang", "en"])));
    expect(runs.filter(({ status }) => status === 0)).toHaveLength(1);
    expect(readFileSync(join(folder, "sources.json"), "utf8").match(/"id"/g)).toHaveLength(2);
  });

  test("take in two filled workbooks at once: both values are there, or one is told to wait", async () => {
    const seen = new Map<string, number>();
    for (let round = 0; round < times(3, 30); round += 1) {
      const folder = copyOf(cityData("official"));
      const books = ["K0001,71", "K0002,72"].map((cells, at) =>
        put(folder, `../${at}.csv`, `ID,実績値,進捗状況,値の状態,値なしの理由,備考\n${cells},,,,\n`),
      );
      const take = (book: string) =>
        shihyo(["workbook", "import", folder, book, "--partial", "--year", "2024", "--lang", "en"]);
      const runs = await Promise.all(books.map(take));
      const ended = runs.map(({ status }) => status);
      seen.set(ended.join(" "), (seen.get(ended.join(" ")) ?? 0) + 1);
      expect(ended).toContain(0);
      for (const [at, { status, stderr }] of runs.entries()) {
        if (status === 0) continue;
        expect({ status, stderr }).toEqual({
          status: 3,
          stderr: expect.stringMatching(/^Another run is changing the tables in /),
        });
        expect((await take(books[at] ?? "")).status).toBe(0);
      }
      const now = readFileSync(join(folder, observations), "utf8");
      expect([now.includes("K0001,,71,"), now.includes("K0002,,72,")]).toEqual([true, true]);
      expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
    }
    console.log("two imports at once ended with status", Object.fromEntries(seen));
  });

  test("that change while a file is being understood are not written over: the second run is told", async () => {
    const folder = copyOf(cityData("official"));
    const places: Readonly<Record<string, string>> = {
      速い指標: "図書館,速い指標,人",
      遅い指標: "道路,遅い指標,m",
    };
    const take = (name: string, ...more: Parameters<typeof shihyo>[1][]) => {
      const table = put(
        folder,
        `../${name}.csv`,
        `施策,指標名,単位,2023年度,2024年度\n${places[name]},1,2\n`,
      );
      return shihyo(["intake", table, "--data", folder, "--accept", "--lang", "en"], ...more);
    };
    const go = join(workplace(), "go");
    // It has understood, and stops before the first step of its writing.
    const slow = take("遅い指標", withFault("wait", 1, go));
    await new Promise((done) => setTimeout(done, 4000));
    expect((await take("速い指標")).status).toBe(0);
    writeFileSync(go, "");
    const told = await slow;
    expect(told).toMatchObject({ status: 3, stdout: "" });
    expect(told.stderr).toMatch(/were changed by another run, .* Nothing was written\. Run this again\.\n$/);
    const names = () => readFileSync(join(folder, "indicators.csv"), "utf8");
    expect([names().includes("速い指標"), names().includes("遅い指標")]).toEqual([true, false]);
    expect((await take("遅い指標")).status).toBe(0);
    expect([names().includes("速い指標"), names().includes("遅い指標")]).toEqual([true, true]);
  });

  test.each(["sheet", "intake", "align"])(
    "killed at any step of `%s` are the old ones or the new ones, whole, and a repeat ends the same",
    async (what) => {
      const place = workplace();
      const files = {
        sheet: put(
          place,
          "sheet.csv",
          "掲載ID,指標ID,内訳ID,基本目標,事業,指標名,単位,2024年度 実績\n,,,まち,新しい事業,新しい指標,件,7\n",
        ),
        intake: put(place, "intake.csv", "施策,指標名,単位,2023年度,2024年度\n道路,新しい指標,件,1,2\n"),
        align: put(place, "align.csv", "指標ID,共通指標,一致,決定\nK0002,C034,完全,はい\n"),
      };
      const run = (folder: string, ...more: Parameters<typeof shihyo>[1][]) => {
        const words = {
          sheet: ["sheet", "import", folder, files.sheet],
          intake: ["intake", files.intake, "--data", folder, "--accept"],
          align: ["align", folder, "--answers", files.align],
        }[what];
        return shihyo([...(words ?? []), "--lang", "en"], ...more);
      };
      const data = cityData("official");
      const log = join(place, "calls");
      const fresh = copyOf(data);
      const old = filesIn(fresh);
      expect((await run(fresh, withFault("count", log))).status).toBe(0);
      const now = filesIn(fresh);
      expect(differences(old, now).length).toBeGreaterThan(0);
      const calls = readFileSync(log, "utf8").trimEnd().split("\n").length;
      const ended = new Set<string>();
      for (let at = 1; at <= calls; at += times(Math.ceil(calls / 8), 1)) {
        const folder = copyOf(data);
        await run(folder, withFault(at % 2 === 0 ? "die" : "tear", at));
        await readCity(folder);
        const visible = new Map([...filesIn(folder)].filter(([path]) => !/(^|\/)\./.test(path)));
        const isOld = differences(old, visible).length === 0;
        expect({ at, isWhole: isOld || differences(now, visible).length === 0 }).toEqual({
          at,
          isWhole: true,
        });
        ended.add(isOld ? "old" : "new");
        if (isOld) expect((await run(folder)).status).toBe(0);
        else await shihyo(["migrate", folder]);
        expect(differences(now, filesIn(folder))).toEqual([]);
      }
      expect(ended).toContain("old");
    },
  );

  test("of a new city: `init` that was killed is done by the next one, and a folder that holds anything else is left alone", async () => {
    const log = join(workplace(), "calls");
    const init = (folder: string, ...more: Parameters<typeof shihyo>[1][]) =>
      shihyo(["init", "142077", "--date", "2026-04-01", `--out=${folder}`, "--lang", "en"], ...more);
    const fresh = join(workplace(), "data");
    expect((await init(fresh, withFault("count", log))).status).toBe(0);
    const now = filesIn(fresh);
    const calls = readFileSync(log, "utf8").trimEnd().split("\n");
    const whole = calls.findIndex((call) => /rename .*journal/.test(call)) + 1;
    expect(whole).toBeGreaterThan(20);
    for (const [at, again] of [
      [Math.floor(whole / 3), 0],
      [whole, 0],
      // From its journal on it is there, and a second one is told so.
      [whole + 5, 2],
    ] as const) {
      const folder = join(workplace(), "data");
      await init(folder, withFault("die", at));
      expect({ at, status: (await init(folder)).status }).toEqual({ at, status: again });
      expect(differences(now, filesIn(folder))).toEqual([]);
    }
    const other = join(workplace(), "data");
    put(other, "observations/memo.txt", "mine");
    expect((await init(other)).status).toBe(2);
    expect([...filesIn(other).keys()]).toEqual(["observations/memo.txt"]);
  });

  test("take in a sheet of many new rows in a time that grows as they do, and refuse more than any city has", async () => {
    const folder = copyOf(data);
    const header = readFileSync(join(folder, observations), "utf8");
    const book = (rows: number, line: (at: number) => string) =>
      put(
        folder,
        "../sheet.csv",
        `掲載ID,指標ID,内訳ID,主な取組,事業,指標名,単位,2024年度 実績\n${Array.from({ length: rows }, (_, at) => line(at)).join("\n")}\n`,
      );
    const rows = times(4_000, 30_000);
    const before = process.cpuUsage();
    const taken = await takeSheet(
      folder,
      book(rows, (at) => `,,,歩道の整備,事業${at},指標${at},m,${at}`),
    );
    const { user } = process.cpuUsage(before);
    expect(taken.issues.filter(isError)).toEqual([]);
    expect(taken.added).toHaveLength(2 * rows + 1);
    expect(user / 1e6).toBeLessThan(30);
    expect(readFileSync(join(folder, observations), "utf8").length).toBeGreaterThan(
      header.length + rows * 10,
    );
    await expect(
      takeSheet(
        folder,
        book(50_001, () => ",,,,,x,m,1"),
      ),
    ).rejects.toThrow(/the limit is 50000/);
    const ids = Array.from({ length: 100_001 }, (_, at) => `K${at},1`).join("\n");
    const filled = put(folder, "../filled.csv", `ID,実績値\n${ids}\n`);
    await expect(takeWorkbook(folder, filled, { year: 2024 })).rejects.toThrow(/the limit is 100000/);
  });

  test("keep their mode and their links", async () => {
    const folder = copyOf(data);
    const elsewhere = put(workplace(), "sources.json", readFileSync(join(folder, "sources.json")));
    chmodSync(elsewhere, 0o640);
    rmSync(join(folder, "sources.json"));
    symlinkSync(elsewhere, join(folder, "sources.json"));
    await beginYear(folder, 2025);
    expect(lstatSync(join(folder, "sources.json")).isSymbolicLink()).toBe(true);
    expect(statSync(elsewhere).mode & 0o777).toBe(0o640);
    expect(readFileSync(elsewhere, "utf8")).toContain("2025");
  });
});

describe("what others put into a published folder", () => {
  test("keeps mode, owner, times and empty folders", async () => {
    const out = join(workplace(), "published");
    await publish(data, out);
    const file = put(out, "cgi/run.sh", "#!/bin/sh\n");
    chmodSync(file, 0o750);
    utimesSync(file, 1_000_000_000, 1_000_000_000);
    mkdirSync(join(out, "upload/empty"), { recursive: true });
    chmodSync(join(out, "upload"), 0o2775);
    utimesSync(join(out, "upload/empty"), 1_100_000_000, 1_100_000_000);
    utimesSync(join(out, "upload"), 1_200_000_000, 1_200_000_000);
    chmodSync(out, 0o2775);
    const marks = (path: string) => {
      const { mode, uid, gid, mtimeMs } = statSync(join(out, path));
      return { mode, uid, gid, mtimeMs };
    };
    const paths = ["cgi/run.sh", "upload", "upload/empty"];
    const before = [paths.map(marks), statSync(out).mode];
    const other = copyOf(data);
    rewrite(join(other, observations), (text) => text.replace("1234", "4321"));
    await publish(other, out);
    expect([paths.map(marks), statSync(out).mode]).toEqual(before);
  });
});

describe("a file that stands alone", long, () => {
  const city = cityData("official");
  /** Published with no more than what `list` asks for. */
  const published = async () => {
    const out = join(workplace(), "published");
    await publish(city, out);
    return out;
  };
  const list = (out: string, file: string, ...more: Parameters<typeof shihyo>[1][]) =>
    shihyo(["list", out, "--append-to", file, "--allow-placeholder", "--lang", "en"], ...more);

  test("the city's own list is changed by one run at a time, and keeps mode, owner and link", async () => {
    const out = await published();
    const place = workplace();
    const header = readFileSync(join(out, "999989_open_data_list_rows.csv"), "utf8").split("\r\n")[0];
    const target = put(place, "own.csv", `${header}\r\n`);
    chmodSync(target, 0o666);
    const file = join(place, "list.csv");
    symlinkSync("own.csv", file);
    const go = join(workplace(), "go");
    // Three calls are those of its lock: it has read, and has not written.
    const slow = list(out, file, withFault("wait", 4, go));
    for (let tries = 0; !existsSync(join(place, ".own.csv.lock")) && tries < 500; tries += 1)
      await new Promise((done) => setTimeout(done, 20));
    const told = await list(out, target);
    expect(told).toMatchObject({ status: 3, stderr: expect.stringMatching(/^Another run is changing /) });
    writeFileSync(go, "");
    expect((await slow).status).toBe(0);
    expect((await list(out, target)).stdout).toMatch(/0 rows added, 0 updated/);
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(statSync(target).mode & 0o777).toBe(0o666);
    expect(readdirSync(place).toSorted()).toEqual(["list.csv", "own.csv"]);
  });

  test.each([
    ["a pipe", (path: string) => spawnSync("mkfifo", [path])],
    ["a device", (path: string) => symlinkSync("/dev/full", path)],
    ["a folder", (path: string) => mkdirSync(path)],
  ])("%s where a workbook or table is to be written is told, and not waited for", async (_, make) => {
    const out = join(workplace(), "out.xlsx");
    make(out);
    for (const words of [
      ["sheet", "export", city],
      ["workbook", "export", city],
      ["align", city],
    ]) {
      const run = await shihyo([...words, "--out", out, "--lang", "en"]);
      expect(run).toMatchObject({ status: 3, stdout: "" });
      expect(run.stderr).toMatch(/out\.xlsx is not a regular file .*\n$/);
    }
  });

  test.skipIf(!canUnshare("--mount"))("on a full disk is as it was, as is said", () => {
    const folder = workplace();
    mkdirSync(join(folder, "disk"));
    const script =
      'mount -t tmpfs -o size=8k none "$4" && echo before > "$4/a.xlsx" && "$1" "$2" sheet export "$3" --out "$4/a.xlsx" --lang en; s=$?; cat "$4/a.xlsx"; ls -A "$4"; exit $s';
    const run = spawnSync(
      "unshare",
      ["--mount", "sh", "-c", script, "sh", process.execPath, command, city, join(folder, "disk")],
      { encoding: "utf8" },
    );
    expect(run).toMatchObject({ status: 3, stdout: "before\na.xlsx\n" });
    expect(run.stderr).toMatch(/^The disk is full\. .* is as it was\.\n$/);
  });
});

describe("a place that cannot be swapped", long, () => {
  const inOwn = (script: string, ...words: string[]) =>
    spawnSync("unshare", ["--mount", "sh", "-c", script, "sh", process.execPath, command, ...words], {
      encoding: "utf8",
    });

  test.skipIf(!canUnshare("--mount"))("a volume is told as one, and nothing stays behind", () => {
    const folder = workplace();
    mkdirSync(join(folder, "volume"));
    const run = inOwn(
      'mount -t tmpfs none "$4/volume" && "$1" "$2" publish "$3" --out "$4/volume" --lang en; s=$?; ls -A "$4" "$4/volume"; exit $s',
      data,
      folder,
    );
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/volume is where another disk begins/);
    expect(run.stdout).not.toMatch(/\.volume/);
    expect(readdirSync(folder)).toEqual(["volume"]);
  });

  test.skipIf(!canUnshare("--mount"))("on a full disk nothing stays behind", () => {
    const folder = workplace();
    mkdirSync(join(folder, "disk"));
    const run = inOwn(
      'mount -t tmpfs -o size=300k none "$4/disk" && "$1" "$2" publish "$3" --out "$4/disk/a/published" --lang en; s=$?; ls -A "$4/disk"; exit $s',
      data,
      folder,
    );
    expect(run).toMatchObject({ status: 3, stdout: "" });
    expect(run.stderr).toMatch(/^The disk is full\. .* is as it was\.\n$/);
  });
});
