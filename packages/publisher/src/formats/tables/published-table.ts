// A published table: its columns with what they mean, and how its rows come out of a dataset.

import type { Dataset, Language, Text, Title } from "@shihyo/core";

/** What a column holds, as CSVW and the other formats name it. */
export type ColumnType = "string" | "integer" | "decimal" | "boolean" | "date" | "gYear" | "anyURI";

/** What a column says of the thing that its row is about, as the graph says it. */
export interface ColumnMeaning {
  /** A property of the graph, with its prefix; `def:` for ours. */
  readonly property: `${string}:${string}`;
  /** Where the cell is the middle of an IRI: what stands around it, below the base. */
  readonly link?: readonly [before: string, after: string];
  readonly language?: Language;
}

export interface PublishedColumn {
  /** The header of the CSV. */
  readonly name: string;
  readonly title: Text;
  readonly description?: Text;
  readonly type: ColumnType;
  /** True where no row is without a value. */
  readonly required?: boolean;
  /** Absent where it repeats what another thing says of itself (a unit's name), or is worked out for reading. */
  readonly means?: ColumnMeaning;
  /** The table in whose column `ID` the value stands, where the header alone does not tell. */
  readonly refersTo?: string;
}

/** `means: says("def:formula", "ja")`, `means: says("def:decimals")`. */
export function says(property: ColumnMeaning["property"], language?: Language): ColumnMeaning {
  return language === undefined ? { property } : { property, language };
}

/** `means: leads("def:unit", "units/", "/#it")`. */
export function leads(property: ColumnMeaning["property"], before: string, after: string): ColumnMeaning {
  return { property, link: [before, after] };
}

/** A column with how a row fills it; an empty string where there is no value. */
export interface FilledColumn<Row> extends PublishedColumn {
  cell(row: Row): string;
}

/** Who needs a file most; the download page is sorted by it. */
export type Audience = "excel" | "statistics" | "developers" | "linked";

/** How a file is offered to people: to whom, under which words, and whether it goes up to a portal. */
export interface Offer {
  readonly to: Audience;
  readonly as: Title;
  readonly onPortals: boolean;
}

/** A file for people that goes up to a portal too. */
export function onPortals(to: Audience, ja: string, en: string, easy: string): Offer {
  return { to, as: { ja, en, easy }, onPortals: true };
}

/** A file that the download page alone offers. */
export function onThePage(to: Audience, ja: string, en: string, easy: string): Offer {
  return { to, as: { ja, en, easy }, onPortals: false };
}

export interface PublishedTable {
  /** In the file's name: `indicator_result` for `142123_indicator_result.csv`. */
  readonly name: string;
  readonly title: Text;
  readonly offered: Offer;
  readonly description: Text;
  readonly columns: readonly PublishedColumn[];
  /** The cubes whose observations its rows are, by the ends of their IRIs. */
  readonly cubes?: readonly string[];
  /** True where its CSVW gives every triple of its rows, their types too; else it gives some of them. */
  readonly isWhole?: boolean;
  /** The class of what its rows are about, where the table is whole; an observation unless told. */
  readonly rowType?: ColumnMeaning["property"];
  /** The columns that tell one row from every other. */
  readonly primaryKey: readonly string[];
  /** The table of a dataset, where columns follow its levels or what it fills in. */
  readonly of?: (dataset: Dataset) => PublishedTable;
  /** The cells of one row after another, in the order of the columns. */
  records(dataset: Dataset): Iterable<string[]>;
}

interface TableOf<Row> extends Omit<PublishedTable, "records" | "of"> {
  readonly columns: readonly FilledColumn<Row>[];
  /** The columns that it has only where a city's data ask for them. */
  further?(dataset: Dataset): readonly FilledColumn<Row>[];
  /** The column before which they stand; at the end unless told. */
  readonly furtherBefore?: string;
  rows(dataset: Dataset): Iterable<Row>;
}

/** The table as that dataset has it: its columns may follow the names of its levels. */
export function tableFor(table: PublishedTable, dataset: Dataset): PublishedTable {
  const own = table.of?.(dataset);
  return own ? tableFor(own, dataset) : table;
}

/** A table whose rows nobody outside needs to know. */
export function publishedTable<Row>(given: TableOf<Row>): PublishedTable {
  const { rows, further, furtherBefore, ...table } = given;
  const withColumns = (columns: readonly FilledColumn<Row>[]): PublishedTable => ({
    ...table,
    columns,
    *records(dataset) {
      for (const row of rows(dataset)) yield columns.map((column) => column.cell(row));
    },
  });
  if (!further) return withColumns(table.columns);
  const before = table.columns.findIndex(({ name }) => name === furtherBefore);
  const place = before < 0 ? table.columns.length : before;
  return {
    ...withColumns(table.columns),
    of: (dataset) => withColumns(table.columns.toSpliced(place, 0, ...further(dataset))),
  };
}

/** What else is said of a column: what it means alone, or with what else most columns do without. */
type More = ColumnMeaning | Pick<PublishedColumn, "required" | "description" | "means" | "refersTo">;

/** No row is without a value. */
export const required = { required: true } as const;

/** A column in words, for people, in one line: header, English title, type, cell. */
export function worded<Row>(
  name: string,
  english: string,
  type: ColumnType,
  cell: (row: Row) => string | number | undefined,
  more?: More,
): FilledColumn<Row> {
  return coded(name, name, english, type, cell, more);
}

/** A column of codes, for machines: its header is its CSVW name, with titles for people in both languages. */
export function coded<Row>(
  name: string,
  ja: string,
  en: string,
  type: ColumnType,
  cell: (row: Row) => string | number | undefined,
  more: More = {},
): FilledColumn<Row> {
  const said = "property" in more ? { means: more } : more;
  return { name, title: { ja, en }, type, cell: (row) => String(cell(row) ?? ""), ...said };
}

/** Whose the English is: the tables' word for it is 市, whatever the body is. */
export function publishedTranslation<Row>(of: (row: Row) => Text): FilledColumn<Row> {
  const words = { city: "市", ours: "仮訳" } as const;
  const description = {
    ja: "市（団体自身のもの）、または仮訳（団体が確かめていない訳）",
    en: "市: the body's own; 仮訳: a translation that the body has not confirmed",
  };
  const cell = (row: Row) => {
    const { translation } = of(row);
    return translation && words[translation];
  };
  return worded("英語_根拠", "Whose English", "string", cell, { description });
}

/** The file that a municipality's table is published as. */
export function tableFile(code: string, { name }: PublishedTable): string {
  return `${code}_${name}.csv`;
}
