// The `shihyo` command as its user meets it: exit status, what goes where, and plain sentences.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { differences, filesIn } from "../support/files.ts";
import { atsugi, cityData, top } from "../support/places.ts";
import { type Run, shihyo } from "../support/shihyo.ts";
import { copyOf, put, rewrite, workplace } from "../support/workplace.ts";

const data = cityData("minimal");

/** One line on stderr, nothing on stdout, no stack. */
function expectSentence(run: Run, status: number, sentence: string | RegExp): void {
  expect(run).toMatchObject({ status, stdout: "" });
  expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(run.stderr).not.toMatch(/ at .*:\d+:\d+|Error:/);
  if (typeof sentence === "string") expect(run.stderr).toBe(`${sentence}\n`);
  else expect(run.stderr).toMatch(sentence);
}

describe("publish", () => {
  test("ends with a summary: files, rows, indicators, warnings, where to look", async () => {
    const out = join(workplace(), "published");
    const run = await shihyo(["publish", data, "--out", out, "--lang", "ja"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    const lines = run.stdout.trimEnd().split("\n");
    expect(lines.at(-2)).toBe(
      `公開しました：ファイル ${filesIn(out).size}件、実績値 1行、指標 1件、警告 2件。`,
    );
    expect(lines.at(-1)).toBe(`見るには：${join(out, "index.html")}`);
  });

  test("says the same in English, with one row and one indicator as one", async () => {
    const out = join(workplace(), "published");
    const run = await shihyo(["publish", data, "--out", out, "--lang", "en"]);
    expect(run.stdout).toContain(
      `, 1 row of values, 1 indicator, 2 warnings.\nLook at: ${join(out, "index.html")}\n`,
    );
  });

  test("says the same to machines", async () => {
    const out = join(workplace(), "published");
    const run = await shihyo(["publish", data, "--out", out, "--json"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    const json = JSON.parse(run.stdout);
    expect(json).toMatchObject({ published: true, out, rows: 1, indicators: 1, files: filesIn(out).size });
    const bytes = [...filesIn(out).values()].reduce((total, file) => total + file.length, 0);
    expect(json.bytes).toBe(bytes);
    expect(json.issues.map(({ code }: { code: string }) => code)).toEqual([
      "definition-unsaid",
      "placeholder-base",
    ]);
  });

  test("takes another base, and refuses what is none", async () => {
    const out = join(workplace(), "published");
    const base = "https://data.example.jp/shihyo/";
    const run = await shihyo(["publish", data, "--out", out, "--base-iri", base]);
    expect(run.status).toBe(0);
    expect(filesIn(out).get("999997_unit.csv")!.toString("utf8")).toContain(`"${base}units/U01/#it"`);
    for (const wrong of [
      "data.example.jp/",
      "https://data.example.jp",
      "ftp://data.example.jp/",
      "https://a b/",
    ]) {
      const refused = await shihyo(["publish", data, "--out", out, "--base-iri", wrong, "--lang", "en"]);
      expectSentence(refused, 2, /^--base-iri takes an http or https address that ends in \/ /);
    }
  });

  test("with --strict stops at a warning too, and changes nothing", async () => {
    const out = join(workplace(), "published");
    const run = await shihyo(["publish", data, "--out", out, "--strict"]);
    expect(run).toMatchObject({ status: 1, stderr: "" });
    expect(filesIn(out).size).toBe(0);
  });
});

describe("a mistyped number in a copy of Atsugi's tables", () => {
  const spoil = (folder: string) =>
    rewrite(join(folder, "observations/2024.csv"), (text) => text.replace("\nK0002,,22,", "\nK0002,,2２,"));

  test("gives one clear sentence with file, row and column, exit 1, and the published folder as it was", async () => {
    const folder = copyOf(atsugi);
    const out = join(workplace(), "published");
    expect((await shihyo(["publish", folder, "--out", out])).status).toBe(0);
    const before = filesIn(out);
    spoil(folder);
    const run = await shihyo(["publish", folder, "--out", out, "--lang", "ja"]);
    expect(run).toMatchObject({ status: 1, stderr: "" });
    const lines = run.stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(
      `誤り ${folder}/observations/2024.csv 3行目 「実績値」の列：「2２」は数値ではありません。`,
    );
    expect(lines[1]).toMatch(/^ +半角数字だけで書いてください.*\[not-a-number\]$/);
    expect(lines.at(-1)).toMatch(
      new RegExp(`^誤り 1件、警告 \\d+件。誤りを直すまで公開しません。${out} はそのままです。$`),
    );
    expect(differences(before, filesIn(out))).toEqual([]);
  }, 240_000);

  test("is told in English, and to machines, by check as well", async () => {
    const folder = copyOf(atsugi);
    spoil(folder);
    const english = await shihyo(["check", folder, "--lang", "en"]);
    expect(english).toMatchObject({ status: 1, stderr: "" });
    expect(english.stdout).toContain(
      `error ${folder}/observations/2024.csv, row 3, column "実績値": “2２” is not a number.\n`,
    );
    const json = JSON.parse((await shihyo(["check", folder, "--json"])).stdout);
    expect(json.issues.filter(({ level }: { level: string }) => level === "error")).toEqual([
      expect.objectContaining({
        code: "not-a-number",
        file: "observations/2024.csv",
        row: 3,
        column: "実績値",
        found: "2２",
      }),
    ]);
  });
});

describe("wrong use is told in one sentence, exit 2", () => {
  test("of a folder that is not there, is a file, or holds no tables", async () => {
    const folder = workplace();
    const file = put(folder, "a-file.csv", "ID\n");
    const empty = join(folder, "empty");
    mkdirSync(empty);
    put(folder, "else/notes.txt", "no tables here");
    for (const [command, rest] of [
      ["check", []],
      ["publish", ["--out", join(folder, "out")]],
    ] as const) {
      const run = (data: string, lang: string) => shihyo([command, data, ...rest, "--lang", lang]);
      const missing = join(folder, "missing");
      expectSentence(await run(missing, "ja"), 2, `フォルダー ${missing} がありません。`);
      expectSentence(await run(missing, "en"), 2, `There is no folder ${missing}.`);
      expectSentence(await run(file, "en"), 2, `${file} is a file. Name the folder that holds the tables.`);
      for (const none of [empty, join(folder, "else")]) {
        expectSentence(
          await run(none, "en"),
          2,
          `${none} holds none of the tables (municipality.json, indicators.csv …).`,
        );
      }
    }
    expect(filesIn(folder).size).toBe(2);
  });

  test("of a command, an option, or what belongs to it", async () => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [["xyzzy", data], /^There is no command “xyzzy”\. There are: check, publish/],
      [["check", data, "--fast"], /^shihyo check has no option --fast\. There are: .*--strict/],
      [["check", data, "-x"], /^shihyo check has no option -x\./],
      [["check"], /^Name DATA, the folder with the city's tables\. For example: shihyo check /],
      [
        ["workbook", "import", data],
        /^Name FILE, the workbook as it was filled in, or the city's own table .*For example: shihyo w/,
      ],
      [["--strict", "check", data], /^--strict cannot stand before a command .*: --lang --json /],
      [["--lang"], /^--lang is not used like that\. See shihyo --help\.\n$/],
      [["help", "xyzzy"], /^There is no command “xyzzy”\./],
      [["publish", data], /^Name --out\. For example: shihyo publish /],
      [["publish", data, "--out"], /^--out is not used like that\./],
      [["publish", data, "--out", ""], /^Name --out\./],
      [["check", data, "--strict=yes"], /^--strict is not used like that\./],
      [["check", data, "another"], /^“another” is too much\. Usage: shihyo check DATA/],
      [["check", ""], /^Name DATA,/],
    ];
    for (const [args, sentence] of cases) {
      expectSentence(await shihyo(args, { env: { LANG: "en_US.UTF-8" } }), 2, sentence);
    }
    expectSentence(await shihyo(["check", data, "--lang", "fr"]), 2, "--lang は ja か en です。");
  });
});

describe("what is nearly a command, or an option, is offered", () => {
  test.each([
    ["publsh", "shihyo publish"],
    ["Publish", "shihyo publish"],
    ["chekc", "shihyo check"],
    ["pub", "shihyo publish"],
    ["deploy", "shihyo deploy-config"],
    ["export", "shihyo workbook export / shihyo sheet export"],
    ["wrokbook", "shihyo workbook"],
    ["workbook improt", "shihyo workbook import"],
    ["help yaer", "shihyo year"],
  ])("%s: %s", async (typed, meant) => {
    const words = [...typed.split(" "), data];
    expectSentence(
      await shihyo([...words, "--lang", "en"]),
      2,
      `There is no command “${typed.replace(/^help /, "")}”. Did you mean ${meant}? (shihyo --help lists them all.)`,
    );
    expect((await shihyo([...words, "--lang", "ja"])).stderr).toContain(`「${meant}」ではありませんか`);
  });

  test("of options as well, before a command and after it", async () => {
    const env = { LANG: "en_US.UTF-8" };
    const after = await shihyo(["check", data, "--strcit"], { env });
    expectSentence(after, 2, "shihyo check has no option --strcit. Did you mean --strict?");
    const before = await shihyo(["--verison"], { env });
    expectSentence(before, 2, /^--verison cannot stand before a command .*Did you mean --version\?\n$/);
  });

  test("not where nothing is near", async () => {
    for (const word of ["data/142123", "x", "remove", "令和7"]) {
      expect((await shihyo([word, "--lang", "en"])).stderr).toContain(". There are: check, publish,");
    }
  });
});

describe("the version", () => {
  const { version } = JSON.parse(readFileSync(join(top, "packages/publisher/package.json"), "utf8"));

  test.each([["--version"], ["-V"], ["--lang en -V"]])("is printed with %s", async (args) => {
    const run = await shihyo(args.split(" "));
    expect(run).toMatchObject({ status: 0, stdout: `shihyo ${version}\n`, stderr: "" });
  });

  test("is told to machines", async () => {
    expect(JSON.parse((await shihyo(["--json", "--version"])).stdout)).toEqual({ version });
  });
});

describe("the language", () => {
  test.each([
    [{ LANG: "en_GB.UTF-8" }, "There is no folder"],
    [{ LANG: "en_GB.UTF-8", LC_ALL: "ja_JP.UTF-8" }, "フォルダー"],
    [{ LC_MESSAGES: "en_US" }, "There is no folder"],
    [{ LANG: "ja_JP.UTF-8" }, "フォルダー"],
    [{ LANG: "C" }, "フォルダー"],
    [{}, "フォルダー"],
  ])("is that of the locale %o, Japanese where unknown", async (env, words) => {
    expect((await shihyo(["check", "/no/such/folder"], { env })).stderr).toContain(words);
  });

  test("is that of --lang above all, after the command or before it", async () => {
    const env = { LANG: "en_US.UTF-8" };
    for (const args of [["--lang", "ja"], ["--lang=ja"]]) {
      for (const words of [
        ["check", "/no/such/folder", ...args],
        [...args, "check", "/no/such/folder"],
      ]) {
        expectSentence(await shihyo(words, { env }), 2, /^フォルダー/);
      }
    }
  });
});

describe("help", () => {
  test("comes with an example for each command, and without work done", async () => {
    const general = await shihyo(["--help"], { env: { LANG: "en" } });
    expect(general).toMatchObject({ status: 0, stderr: "" });
    const names = [...general.stdout.matchAll(/^ {2}([a-z][a-z-]*(?: [a-z]+)?) {2}/gm)].map(
      ([, name]) => name!,
    );
    expect(names).toEqual(expect.arrayContaining(["check", "publish", "workbook export"]));
    expect(general.stdout).toContain("-V, --version");
    for (const name of names) {
      for (const lang of ["ja", "en"]) {
        const help = await shihyo([...name.split(" "), "--help", "--lang", lang]);
        expect(help).toMatchObject({ status: 0, stderr: "" });
        expect(help.stdout).toMatch(new RegExp(`(?:例|Example): shihyo ${name}`));
        expect(help.stdout).toContain("--json");
        // Every operand is explained.
        const [, usage = ""] = new RegExp(`shihyo ${name}((?: [A-Z]+)*)`).exec(help.stdout)!;
        for (const operand of usage.split(" ").filter(Boolean)) {
          expect(help.stdout).toMatch(new RegExp(`^  ${operand} +\\S`, "m"));
        }
      }
    }
  }, 240_000);

  test("is the same however it is asked for", async () => {
    for (const [first, ...others] of [
      [["--help"], ["help"], ["-h"], ["help", "help"], ["help", "--help"]],
      [
        ["year", "--help"],
        ["help", "year"],
        ["year", "-h"],
        ["--help", "year"],
        ["year", "a", "--help"],
      ],
      [
        ["workbook", "import", "--help"],
        ["help", "workbook", "import"],
        ["workbook", "import", "-h"],
      ],
      [
        ["workbook", "--help"],
        ["help", "workbook"],
        ["--help", "workbook"],
      ],
    ]) {
      const run = await shihyo([...first!, "--lang", "en"]);
      expect(run).toMatchObject({ status: 0, stderr: "" });
      for (const args of others) {
        expect(await shihyo([...args, "--lang", "en"])).toMatchObject({ status: 0, stdout: run.stdout });
        expect(await shihyo(["--lang", "en", ...args])).toMatchObject({ status: 0, stdout: run.stdout });
      }
    }
  }, 240_000);

  test("wins over options that are wrong", async () => {
    const run = await shihyo(["check", "--fast", "--help"], { env: { LANG: "en" } });
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).toContain("Usage: shihyo check DATA\n");
  });

  test("is what comes without a command, with exit 2", async () => {
    const run = await shihyo(["--lang", "en"]);
    expect(run).toMatchObject({ status: 2, stderr: "Name a command.\n" });
    expect(run.stdout).toContain("Usage: shihyo COMMAND");
  });

  test("is what comes with half of a command, and says what is missing", async () => {
    for (const args of [["workbook"], ["workbook", "--json"]]) {
      const run = await shihyo([...args, "--lang", "en"]);
      expect(run).toMatchObject({
        status: 2,
        stderr: "After shihyo workbook, say what to do: export or import\n",
      });
      expect(run.stdout).toContain("  shihyo workbook export DATA --out FILE\n");
      expect(run.stdout).toContain("  shihyo workbook import DATA FILE\n");
    }
  });
});
