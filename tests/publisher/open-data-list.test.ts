// オープンデータ一覧: our rows, and merging them into a municipality's own list without touching its other rows.

import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { beforeAll, describe, expect, test } from "vitest";
import { csvCells, publishInto, scratch } from "../support/published-city.ts";
import { sampleCity, sampleCode } from "../support/sample-city.ts";

const folder = scratch();
const city = join(folder, sampleCode);
const rowsFile = join(city, `${sampleCode}_open_data_list_rows.csv`);

beforeAll(() => publishInto(city, sampleCity(join(folder, "data"))));

const command = join(import.meta.dirname, "../../packages/publisher/bin/shihyo.js");

interface Told {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function list(...args: readonly string[]): Promise<Told> {
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [command, "list", "--allow-placeholder", ...args],
      {
        env: { PATH: process.env.PATH, LANG: "ja_JP.UTF-8" },
      },
    );
    return { status: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

describe("the rows", () => {
  test("have the 45 columns in their order", () => {
    const { header } = csvCells(rowsFile);
    expect(header).toHaveLength(45);
    expect(header.slice(0, 4)).toEqual([
      "データセット_ID",
      "全国地方公共団体コード",
      "地方公共団体名",
      "データセット_タイトル",
    ]);
    expect([header[7], header[26], header[31], header[44]]).toEqual([
      "データセット_分類",
      "データセット_連絡先備考（その他、SNSなど）",
      "ファイル_ダウンロードURL",
      "ファイル_著作権表記",
    ]);
  });

  test("are one for each data file, with its size, and empty where nobody has said", () => {
    const { header, records } = csvCells(rowsFile);
    const files = readdirSync(city).filter((name) => /^000001_.*(?<!-metadata\.json)$/.test(name));
    // The list of rows is none of them.
    expect(records).toHaveLength(files.length - 1);
    for (const record of records) {
      const row = Object.fromEntries(header.map((name, at) => [name, record[at]]));
      const path = String(row.ファイル_ダウンロードURL).slice("https://shihyo.example/000001/".length);
      expect(row.ファイル_サイズ).toBe(String(statSync(join(city, path)).size));
      expect(row).toMatchObject({
        データセット_ID: "000001_indicator",
        地方公共団体名: "見本県見本市",
        データセット_分類: "行財政",
        データセット_公開日: "2025-08-01",
        データセット_対象期間: "2023-04-01/2025-03-31",
        データセット_準拠する標準: "The RDF Data Cube Vocabulary",
        データセット_言語: "ja;en",
        ファイル_公開日: "2025-08-01",
        データセット_連絡先電話番号: "",
        ファイル_ステータス: "配信中",
        ファイル_ライセンス: "CC BY 4.0",
      });
    }
  });

  test("name the standards by the titles that the catalogue gives them, never by a path of ours", () => {
    const { header, records } = csvCells(rowsFile);
    const at = header.indexOf("ファイル_準拠する標準");
    const named = new Set(records.flatMap((record) => (record[at] ?? "").split(";").filter(Boolean)));
    const catalogue = readFileSync(join(city, "catalog.ttl"), "utf8");
    expect(named.size).toBeGreaterThan(5);
    expect([...named].filter((one) => !catalogue.includes(`dct:title "${one}"`))).toEqual([]);
    expect([...named].filter((one) => /^[a-z]+\/|\.json$|^https?:/.test(one))).toEqual([]);
  });
});

const ourHeader = () => csvCells(rowsFile).header;
const line = (cells: readonly string[], quoted: boolean) =>
  cells.map((cell) => (quoted || /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");

/** A list of the municipality's own: a row of another dataset, written in an odd way of its own. */
function ownList(header: readonly string[], end: string): string {
  const other = header.map((name) =>
    name === "データセット_ID" ? "A0001" : name === "独自の列" ? "残る" : "〜町",
  );
  const odd = `${line(other, false).replace("〜町", '"〜町"').replaceAll("〜", "～")},`;
  const multiline = header.map((name) => (name === "データセット_ID" ? "A0002" : "二行\nの説明"));
  return [line(header, false), odd, line(multiline, true)].join(end) + end;
}

interface Form {
  readonly name: string;
  readonly encode: (text: string) => Buffer;
  readonly decode: (bytes: Buffer) => string;
  readonly end: string;
}

const mark = Buffer.from([0xef, 0xbb, 0xbf]);
const forms: readonly Form[] = [
  {
    name: "UTF-8 with a BOM and CRLF",
    encode: (text) => Buffer.concat([mark, Buffer.from(text)]),
    decode: (bytes) => bytes.subarray(3).toString(),
    end: "\r\n",
  },
  {
    name: "UTF-8 without a BOM and LF",
    encode: (text) => Buffer.from(text),
    decode: (bytes) => bytes.toString(),
    end: "\n",
  },
  {
    name: "Shift_JIS and CRLF",
    encode: (text) => iconv.encode(text, "cp932"),
    decode: (bytes) => iconv.decode(bytes, "cp932"),
    end: "\r\n",
  },
];

describe.each(forms)("a list in $name", ({ name, encode, decode, end }) => {
  const file = join(folder, `${name}.csv`);
  const header = () => ["独自の列", ...ourHeader().toReversed()];

  test("gets our rows behind its own, of which every byte stays", async () => {
    const before = encode(ownList(header(), end));
    writeFileSync(file, before);
    const { status, stdout } = await list(city, "--append-to", file);
    expect([status, stdout]).toEqual([0, expect.stringContaining("更新 0行、変更なし 0行")]);
    expect(stdout).toContain("独自の列");

    const after = readFileSync(file);
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    const added = decode(after).slice(decode(before).length);
    const records = parse(added) as string[][];
    const ours = csvCells(rowsFile);
    expect(records.map((cells) => cells.slice(1).toReversed())).toEqual(ours.records);
    expect(records.every(([own]) => own === "")).toBe(true);
    expect(added.endsWith(end)).toBe(true);
    expect(added.replaceAll(end, "")).not.toMatch(/[\r\n]/);
  });

  test("is left as it is by a second run", async () => {
    const before = readFileSync(file);
    const { mtimeMs } = statSync(file);
    const { stdout } = await list(city, "--append-to", file);
    expect(stdout).toContain("追加 0行、更新 0行");
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
  });

  test("has only the row of a changed file rewritten, and keeps what the municipality filled in", async () => {
    const text = decode(readFileSync(file));
    const size = String(statSync(join(city, `${sampleCode}_node.csv`)).size);
    const rows = text.split(end);
    const at = rows.findIndex((row) => row.includes("000001_node.csv"));
    const contact = header().indexOf("データセット_連絡先名称");
    const cells = (parse(rows[at] ?? "") as string[][])[0] ?? [];
    cells[contact] = "企画課";
    cells[header().indexOf("ファイル_サイズ")] = "1";
    rows[at] = line(cells, false);
    writeFileSync(file, encode(rows.join(end)));

    const { stdout } = await list(city, "--append-to", file);
    expect(stdout).toContain("追加 0行、更新 1行");
    cells[header().indexOf("ファイル_サイズ")] = size;
    rows[at] = line(cells, false);
    expect(decode(readFileSync(file))).toBe(rows.join(end));
  });
});

describe("a list", () => {
  test("of 42 columns, one under another name, takes what it has room for and says what not", async () => {
    const file = join(folder, "42.csv");
    const lacking = ["データセット_作成者", "ファイル_ID", "ファイル_著作権表記"];
    const header = ourHeader()
      .filter((name) => !lacking.includes(name))
      .map((name) => (name === "ファイル_形式" ? "ファイル形式" : name));
    writeFileSync(file, `${line(header, true)}\r\n`);
    const { stdout } = await list(city, "--append-to", file, "--json");
    const told = JSON.parse(stdout);
    expect(told.missingColumns).toEqual(lacking);
    expect(told.ownColumns).toEqual([]);
    const { records } = csvCells(file);
    expect(records[0]?.[header.indexOf("ファイル形式")]).toBe("csv");
    expect(readFileSync(file, "utf8").split("\r\n")[1]).toMatch(/^"000001_indicator","000001",/);
  });

  test("without a line end on its last row gets one there, and has none at its end", async () => {
    const file = join(folder, "no-end.csv");
    const before = ownList(ourHeader(), "\n").replace(/\n$/, "");
    writeFileSync(file, before);
    await list(city, "--append-to", file);
    const after = readFileSync(file, "utf8");
    expect(after.startsWith(`${before}\n`)).toBe(true);
    expect(after.endsWith("\n")).toBe(false);
  });

  test("in Shift_JIS keeps bytes that no encoder would write again", async () => {
    const file = join(folder, "nec.csv");
    // 纊 as NEC selected it (ED40); encoders write FA5C.
    const odd = Buffer.concat([Buffer.from("A0001,"), Buffer.from([0xed, 0x40])]);
    const before = Buffer.concat([
      iconv.encode(`${line(ourHeader(), false)}\r\n`, "cp932"),
      odd,
      Buffer.from("\r\n"),
    ]);
    writeFileSync(file, before);
    await list(city, "--append-to", file);
    expect(readFileSync(file).subarray(0, before.length).equals(before)).toBe(true);
  });

  test("that names a file of ours that is gone keeps the row, and it is told", async () => {
    const file = join(folder, "gone.csv");
    const row = ourHeader().map((name) =>
      name === "データセット_ID"
        ? "000001_indicator"
        : name === "ファイル_ダウンロードURL"
          ? "https://shihyo.example/000001/old.csv"
          : "",
    );
    writeFileSync(file, `${line(ourHeader(), false)}\r\n${line(row, false)}\r\n`);
    const { stdout } = await list(city, "--append-to", file);
    expect(stdout).toContain("https://shihyo.example/000001/old.csv");
    expect(readFileSync(file, "utf8")).toContain(line(row, false));
  });

  test.each<[string, string | Buffer, string]>([
    [
      "that is no list of open data",
      "a,b\r\n1,2\r\n",
      "列「データセット_ID」「ファイル_ダウンロードURL」がありません",
    ],
    [
      "that is neither UTF-8 nor Shift_JIS",
      Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x80]),
      "UTF-8でもShift_JISでもありません",
    ],
    ["with a broken quotation mark", 'データセット_ID,ファイル_ダウンロードURL\r\na"b,"c\r\n', "引用符"],
  ])("%s is refused in a sentence and left alone", async (_, content, sentence) => {
    const file = join(folder, "refused.csv");
    writeFileSync(file, content);
    const { status, stderr } = await list(city, "--append-to", file);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(readFileSync(file).equals(Buffer.from(content))).toBe(true);
  });

  test.each([
    ["a list that is not there", () => [city, "--append-to", join(folder, "none.csv")]],
    ["a folder in place of the list", () => [city, "--append-to", folder]],
    ["a folder that is not there", () => [join(folder, "none"), "--append-to", rowsFile]],
    ["a folder that nobody published", () => [join(folder, "data"), "--append-to", rowsFile]],
    ["no list at all", () => [city]],
  ])("wrong use: %s", async (_, args) => {
    const { status, stderr } = await list(...args());
    expect(status).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test("whose encoding lacks a character is refused, with the character", async () => {
    const spoiled = join(folder, "spoiled");
    const tables = sampleCity(join(folder, "spoiled-data"));
    const municipality = join(tables, "municipality.json");
    writeFileSync(municipality, readFileSync(municipality, "utf8").replace("見本です。", "見本𠮟です。"));
    await publishInto(join(spoiled, sampleCode), tables);
    const file = join(folder, "lacking.csv");
    const before = iconv.encode(`${line(ourHeader(), false)}\r\n`, "cp932");
    writeFileSync(file, before);
    const { status, stderr } = await list(join(spoiled, sampleCode), "--append-to", file);
    expect([status, stderr]).toEqual([2, expect.stringContaining("「𠮟」")]);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

test("rows stand before the empty rows that a spreadsheet left at the list's end", async () => {
  const { header } = csvCells(rowsFile);
  const empty = `${",".repeat(header.length - 1)}\r\n`;
  const other = `X,${",".repeat(header.length - 2)}\r\n`;
  const own = join(folder, "own-with-gap.csv");
  writeFileSync(own, `${header.join(",")}\r\n${other}${empty}${empty}`);
  expect((await list(city, "--append-to", own)).status).toBe(0);
  const lines = readFileSync(own, "utf8").split("\r\n");
  expect(lines[1]?.startsWith("X,")).toBe(true);
  expect(lines[2]?.includes(sampleCode)).toBe(true);
  expect(lines.slice(-3)).toEqual([empty.trimEnd(), empty.trimEnd(), ""]);
});
