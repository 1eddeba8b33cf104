// Fills a portal's DataStore from a table of ours: types, titles and notes by our own schema, in batches.

import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import {
  type PublishedColumn,
  type PublishedTable,
  tableFile,
} from "../../formats/tables/published-table.ts";
import { possibleTables } from "../../formats/tables/published-tables.ts";
import type { CkanClient, CkanResource } from "./ckan-client.ts";
import { nothingThere, PortalError } from "./portal-error.ts";
import type { LocalResource } from "./resources.ts";

/** So many rows go in one call. */
const batch = 500;

/** Where the portal remembers which file the DataStore was filled from: the last thing that a filling writes. */
const marker = "datastore_sha256";

const types: Readonly<Record<PublishedColumn["type"], string>> = {
  string: "text",
  integer: "int",
  decimal: "numeric",
  boolean: "bool",
  date: "date",
  gYear: "int",
  anyURI: "text",
};

/** The table that a file holds, where it is one of ours. */
export function publishedTableIn(local: LocalResource, code: string): PublishedTable | undefined {
  return possibleTables.find((table) => tableFile(code, table) === local.file);
}

export const isFilled = (local: LocalResource, there: CkanResource): boolean =>
  there[marker] === local.sha256 && there.datastore_active === true;

/** A field as `datastore_create` takes it; its info is what the portal's data dictionary shows. */
function datastoreFields(table: PublishedTable): readonly object[] {
  return table.columns.map(({ name, title, description, type }) => ({
    id: name,
    type: types[type],
    info: { label: title.ja, ...(description ? { notes: description.ja } : {}) },
  }));
}

/** The columns of a table that follows the city's own levels stand in its file; those that are not ours are of a level. */
function withOwnLevels(table: PublishedTable, text: string): PublishedTable {
  if (!table.of) return table;
  const [header = []] = parse(text, { bom: true, to: 1 }) as string[][];
  const ours = new Map(table.columns.map((column) => [column.name, column]));
  const own = (name: string): PublishedColumn => ({
    name,
    title: { ja: name },
    type: name.endsWith("番号") ? "integer" : "string",
  });
  return { ...table, columns: header.map((name) => ours.get(name) ?? own(name)) };
}

/** The rows as the DataStore takes them: an empty cell is no value, except where it is part of the key. */
function datastoreRows(text: string, table: PublishedTable): Record<string, string | null>[] {
  const [header = [], ...rows] = parse(text, { bom: true }) as string[][];
  const expected = table.columns.map(({ name }) => name);
  if (header.join("\0") !== expected.join("\0")) {
    throw new PortalError("broken", {
      ja: `${table.name} の列が、この版の shihyo の表と違います。shihyo publish をやり直してください。`,
      en: `The columns of ${table.name} are not those of this version of shihyo. Run shihyo publish again.`,
    });
  }
  const keys = new Set(table.primaryKey);
  return rows.map((row) =>
    Object.fromEntries(
      expected.map((name, at) => [name, row[at] === "" && !keys.has(name) ? null : (row[at] ?? null)]),
    ),
  );
}

/** May be begun again from any point at which it was cut off: until the marker is written, all is done anew. */
export async function fillDatastore(
  client: CkanClient,
  local: LocalResource,
  there: CkanResource,
  known: PublishedTable,
): Promise<number> {
  const text = await readFile(local.path, "utf8");
  const table = withOwnLevels(known, text);
  const rows = datastoreRows(text, table);
  const id = { resource_id: there.id, force: true };
  await forget(client, there.id);
  const create = { ...id, primary_key: table.primaryKey, fields: datastoreFields(table), records: [] };
  await client.call("datastore_create", create);
  for (let from = 0; from < rows.length; from += batch) {
    const isLast = from + batch >= rows.length;
    const records = rows.slice(from, from + batch);
    // By key, so that a batch that was sent twice is there once.
    await client.call("datastore_upsert", {
      ...id,
      method: "upsert",
      records,
      ...(isLast ? { calculate_record_count: true } : {}),
    });
  }
  await client.call("resource_patch", { id: there.id, [marker]: local.sha256 });
  const whole = await client.call<CkanResource>("resource_show", { id: there.id });
  await client.call("resource_create_default_resource_views", {
    resource: whole,
    create_datastore_views: true,
  });
  return rows.length;
}

/** What a portal's own guess, or a filling that was cut off, has left. */
async function forget(client: CkanClient, resource: string): Promise<void> {
  await client.persist(() =>
    client.once("datastore_delete", { resource_id: resource, force: true }).catch(nothingThere),
  );
}
