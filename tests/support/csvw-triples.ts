// The triples that a published table says by its CSVW, in N-Triples, and its rows.

import { parse } from "csv-parse/sync";
import type { Published } from "./published.ts";

export interface Column {
  readonly name: string;
  readonly datatype?: string;
  readonly lang?: string;
  readonly propertyUrl?: string;
  readonly valueUrl?: string;
  readonly suppressOutput?: boolean;
  readonly virtual?: boolean;
}

type City = Pick<Published, "code" | "read">;

export async function publishedRows(city: City, table: string): Promise<string[][]> {
  return parse(await city.read(`${city.code}_${table}.csv`), { bom: true }) as string[][];
}

/** As https://www.w3.org/TR/csv2rdf/ has it for the few things that our documents use; templates are filled by column names. */
export async function csvwTriples(city: City, table: string): Promise<string[]> {
  const metadata = JSON.parse(await city.read(`${city.code}_${table}.csv-metadata.json`));
  const { columns, aboutUrl } = metadata.tableSchema as { columns: Column[]; aboutUrl: string };
  const [, ...rows] = await publishedRows(city, table);
  return rows.flatMap((row) => {
    const cells = new Map(columns.map(({ name }, index) => [name, row[index] ?? ""]));
    const fill = (template: string) =>
      template.replace(/\{(\+?)([^}]+)\}/g, (_, whole: string, name: string) => {
        const cell = cells.get(name) ?? "";
        return whole ? cell : encodeURIComponent(cell);
      });
    return columns.flatMap(({ name, propertyUrl, valueUrl, suppressOutput, virtual, lang, datatype }) => {
      const cell = cells.get(name) ?? "";
      if (suppressOutput || (cell === "" && !virtual) || !propertyUrl) return [];
      const literal = JSON.stringify(cell);
      const object = valueUrl
        ? `<${fill(valueUrl)}>`
        : datatype === "string" && lang
          ? `${literal}@${lang}`
          : `${literal}^^<http://www.w3.org/2001/XMLSchema#${datatype}>`;
      return [`<${fill(aboutUrl)}> <${propertyUrl}> ${object}`];
    });
  });
}
