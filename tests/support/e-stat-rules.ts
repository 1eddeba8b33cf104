// e-Stat's rules for machine-readable CSV (表記方法 Ver.1.2, 4-1 … 4-14), each as a function of one file.

import { parse } from "csv-parse/sync";

export interface CsvColumn {
  readonly name: string;
  /** A column of numbers (`integer`, `number`), of years (`year`), or of anything else. */
  readonly type: string;
  readonly required: boolean;
}

/** A CSV as text without its mark, with what its columns are declared to be. */
export interface CsvTable {
  readonly text: string;
  readonly columns: readonly CsvColumn[];
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
}

export function csvTable(text: string, columns: readonly CsvColumn[] = []): CsvTable {
  const [header = [], ...records] = parse(text, {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  }) as string[][];
  return { text: text.replace(/^\uFEFF/, ""), columns, header, records };
}

export interface Rule {
  readonly number: string;
  readonly title: string;
  /** What breaks the rule, in words; empty where nothing does. */
  faults(table: CsvTable): string[];
}

/** A cell with where it stands; `row` counts from 1 for the header. */
interface Cell {
  readonly column: string;
  readonly row: number;
  readonly text: string;
}

function cells({ header, records }: CsvTable, isWanted: (column: string) => boolean = () => true): Cell[] {
  return records.flatMap((record, at) =>
    record.flatMap((text, index) => {
      const column = header[index] ?? "";
      return isWanted(column) ? [{ column, row: at + 2, text }] : [];
    }),
  );
}

const at = ({ column, row, text }: Cell) => `${column}, row ${row}: ${JSON.stringify(text)}`;

function columnsOfType(table: CsvTable, ...types: readonly string[]): (column: string) => boolean {
  const names = new Set(table.columns.filter(({ type }) => types.includes(type)).map(({ name }) => name));
  return (column) => names.has(column);
}

const numeric = (table: CsvTable) => columnsOfType(table, "integer", "number", "year");

const number = /^-?[0-9]+(\.[0-9]+)?$/;
const symbol = /^(\*+|[-‐－―ー–—]+|[xXｘＸχ]|…|\.{2,}|・|秘匿|#|△|▲|N\/?A|null|NaN)$/;
const japaneseYear = /(令和|平成|昭和)([0-9]+|元)年|^[RHS][0-9]{1,2}(年度?)?$|^[RHS][0-9]{1,2}[_ ]/;

function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

export const rules: readonly Rule[] = [
  {
    number: "4-1",
    title: "変数行から始まり、次行からデータ",
    faults: ({ header, records, columns }) => [
      ...header
        .filter((name) => name === "" || number.test(name))
        .map((name) => `header: ${JSON.stringify(name)}`),
      ...duplicates(header).map((name) => `header twice: ${name}`),
      ...(header.length < 2 ? ["a single cell stands in the first row"] : []),
      ...(columns.length > 0 && columns.some(({ name }, index) => name !== header[index])
        ? ["the first row is not the columns' names"]
        : []),
      ...(records[0] && records[0].length !== header.length ? ["row 2 is no row of data"] : []),
    ],
  },
  {
    number: "4-2",
    title: "1フィールド1データ",
    faults: (table) => [
      ...cells(table, numeric(table))
        .filter(({ text }) => /[0-9][^0-9.-]*[、，;；／/・\s]+[^0-9]*[0-9]/.test(text))
        .map(at),
      ...cells(table, (column) => /ID$/.test(column))
        .filter(({ text }) => /[、，;；,\s]/.test(text))
        .map(at),
    ],
  },
  {
    number: "4-3",
    title: "数値は数値属性とし、文字列を含まない",
    faults: (table) =>
      cells(table, numeric(table))
        .filter(({ text }) => text !== "" && !number.test(text) && !symbol.test(text))
        .map(at),
  },
  {
    number: "4-4",
    title: "スペースや改行で体裁を整えない",
    faults: (table) =>
      [...table.header.map((text) => ({ column: "header", row: 1, text })), ...cells(table)]
        .filter(
          ({ text }) =>
            /^\s|\s$|\s{2,}|[\t\r\n\u3000]/.test(text) ||
            /(^|\s)[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]\s[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}](\s|$)/u.test(
              text,
            ),
        )
        .map(at),
  },
  {
    number: "4-5",
    title: "1行1データ",
    faults: ({ header }) =>
      duplicates(
        header
          .map((name) =>
            name.replace(/(20[0-9]{2}|令和[0-9元]+|平成[0-9元]+|[RH][0-9]{1,2}|[前当]年度)/, "*"),
          )
          .filter((name) => name.includes("*")),
      ).map((name) => `a column for each year: ${name}`),
  },
  {
    number: "4-6",
    title: "項目名等を省略しない",
    faults: (table) => [
      ...table.header.filter((name) => name === "").map(() => "a column without a name"),
      ...cells(table)
        .filter(({ text }) => /^(〃|″|"|同上|々|ditto)$/.test(text))
        .map(at),
      ...cells(table, (column) => table.columns.some(({ name, required }) => required && name === column))
        .filter(({ text }) => text === "")
        .map(at),
    ],
  },
  {
    number: "4-7",
    title: "データの単位を記載",
    faults: ({ header, records }) => {
      const values = header.flatMap((name, index) =>
        /(実績値|目標値|基準値)$|^value$/.test(name) ? [index] : [],
      );
      const unit = header.findIndex((name) => /^(単位|unit)$/.test(name));
      if (values.length > 0 && unit < 0) return ["values without a column 単位"];
      // A rank has no unit.
      const kind = header.indexOf("reference_kind");
      return records.flatMap((record, index) =>
        record[kind] !== "rank" &&
        values.some((value) => number.test(record[value] ?? "")) &&
        record[unit] === ""
          ? [`row ${index + 2}: a value without its unit`]
          : [],
      );
    },
  },
  {
    number: "4-8",
    title: "機種依存文字を使用しない",
    faults: ({ text }) =>
      [
        ...new Set(text.match(/[\u2160-\u217f\u2460-\u24ff\u3200-\u33ff\ue000-\uf8ff\uff61-\uff9f]/g) ?? []),
      ].map((found) => `platform-dependent: ${found}`),
  },
  {
    number: "4-9",
    title: "西暦、または和暦に西暦を併記",
    faults: ({ header, records }) => {
      const years = header.flatMap((name, index) =>
        /^(前年度|当年度|年度|年|year|period)$/.test(name) ? [index] : [],
      );
      // Words as they are printed say no time of their own.
      const times = header.flatMap((name, index) =>
        /年|期間|period/.test(name) && !name.endsWith("_表記") ? [index] : [],
      );
      const isWestern = (text: string) => /^(FY)?(19|20)[0-9]{2}([0-9]{6})?(年度?)?$/.test(text);
      return [
        ...header.filter((name) => japaneseYear.test(name) && !/(19|20)[0-9]{2}/.test(name)),
        ...records.flatMap((record, index) =>
          times.some((time) => japaneseYear.test(record[time] ?? "")) &&
          !years.some((year) => isWestern(record[year] ?? ""))
            ? [`row ${index + 2}: a Japanese year alone`]
            : [],
        ),
      ];
    },
  },
  {
    number: "4-10",
    title: "地域コード又は地域名称",
    faults: ({ header, records }) => {
      const areas = header.flatMap((name, index) =>
        /^(全国地方公共団体コード|地方公共団体名|area|area_name)$/.test(name) ? [index] : [],
      );
      if (areas.length === 0) return ["no column for the area"];
      return records.flatMap((record, index) =>
        areas.every((area) => (record[area] ?? "") === "") ? [`row ${index + 2}: no area`] : [],
      );
    },
  },
  {
    number: "4-11",
    title: "数値の列に特殊記号を入れない",
    faults: (table) => {
      const { header, records } = table;
      const value = header.findIndex((name) => /^(実績値|value)$/.test(name));
      const reasons = header.flatMap((name, index) =>
        /^(値なしの理由|進捗状況|status|state)$/.test(name) ? [index] : [],
      );
      // What was done and has no number is no observation, and no value is missing.
      const type = header.indexOf("type");
      return [
        ...cells(table, numeric(table))
          .filter(({ text }) => symbol.test(text))
          .map(at),
        ...records.flatMap((record, index) =>
          value >= 0 &&
          record[value] === "" &&
          record[type] !== "" &&
          reasons.every((reason) => (record[reason] ?? "") === "")
            ? [`row ${index + 2}: no value, and nothing says why`]
            : [],
        ),
      ];
    },
  },
  {
    number: "4-12",
    title: "各フィールドをダブルコーテーションで囲む",
    faults: ({ text }) => {
      const record = '"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*';
      return new RegExp(`^(?:${record}\r\n)*$`).test(text)
        ? []
        : [
            `not quoted throughout: ${text.split("\r\n").find((line) => !new RegExp(`^${record}$`).test(line))}`,
          ];
    },
  },
  {
    number: "4-13",
    title: "データが分断されていない",
    faults: ({ header, records }) => [
      ...records.flatMap((record, index) =>
        record.every((cell) => cell === "") ? [`row ${index + 2} is blank`] : [],
      ),
      ...records.flatMap((record, index) =>
        record.length === header.length || record.every((cell) => cell === "")
          ? []
          : [`row ${index + 2} has ${record.length} cells, not ${header.length}`],
      ),
    ],
  },
  {
    number: "4-14",
    title: "変数とデータの組が1つだけ",
    faults: ({ header, records }) =>
      records.flatMap((record, index) =>
        record.filter((cell) => cell !== "" && header.includes(cell)).length > header.length / 2
          ? [`row ${index + 2} is another header`]
          : [],
      ),
  },
];
