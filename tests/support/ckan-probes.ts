// Questions put to a real CKAN and to the stand-in alike: what each answers is to be the same.

import { callCkan } from "./call-ckan.ts";

export interface Probe {
  readonly ask: string;
  readonly status: number;
  readonly success: boolean;
  /** The error as the portal says it, ids left out; or the names of the result's fields that the upload reads. */
  readonly says: unknown;
}

const read = [
  "id",
  "name",
  "state",
  "organization",
  "resources",
  "hash",
  "size",
  "url_type",
  "url",
  "format",
];

export async function probe(
  portal: { readonly url: string; readonly token: string },
  name: string,
): Promise<Probe[]> {
  const probes: Probe[] = [];
  let last: { id: string } | undefined;
  const ask = async (
    sentence: string,
    action: string,
    body: object | FormData = {},
    token = portal.token,
  ) => {
    const { status, success, result, error, text } = await callCkan({ url: portal.url, token }, action, body);
    probes.push({
      ask: sentence,
      status,
      success,
      says: success
        ? read.filter((field) => result && typeof result === "object" && field in result)
        : plain(error ?? (text.startsWith("<") ? "a page" : text)),
    });
    if (success && result?.id) last = result;
    return result;
  };
  const file = (content: string, fields: Record<string, string>) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append("upload", new Blob([content]), "990019_unit.csv");
    return form;
  };
  await ask("an action that there is not", "nothing_show");
  await ask("who am I, with a wrong token", "user_show", {}, "wrong");
  await ask("an organisation that there is not", "organization_show", { id: "nobody" });
  await ask("a dataset that there is not", "package_show", { id: `${name}-not` });
  await ask("make a dataset with a wrong token", "package_create", { name, owner_org: "990019" }, "wrong");
  await ask("make a dataset in no organisation", "package_create", { name, owner_org: "nobody" });
  await ask("make a dataset with a wrong name and tag", "package_create", {
    name: "X 1",
    owner_org: "990019",
    tags: [{ name: "医療・福祉" }],
  });
  await ask("a tag of one letter", "package_create", { name, owner_org: "990019", tags: [{ name: "a" }] });
  await ask("make a dataset", "package_create", { name, owner_org: "990019", tags: [{ name: "総合戦略" }] });
  await ask("make it again", "package_create", { name, owner_org: "990019" });
  await ask(
    "add a file",
    "resource_create",
    file("a\r\n1\r\n", { package_id: name, name: "A", hash: "sha256:0" }),
  );
  const id = last?.id ?? "";
  await ask("change the file", "resource_patch", file("a\r\n22\r\n", { id, hash: "sha256:1" }));
  await ask(
    "add a file to no dataset",
    "resource_create",
    file("a", { package_id: `${name}-not`, name: "A" }),
  );
  await ask("empty a DataStore that there is not", "datastore_delete", { resource_id: id, force: true });
  await ask("fill the DataStore", "datastore_create", {
    resource_id: id,
    force: true,
    primary_key: ["ID"],
    fields: [
      { id: "ID", type: "text", info: { label: "番号" } },
      { id: "実績値", type: "numeric", info: { label: "実績値" } },
    ],
    records: [],
  });
  for (const time of ["once", "twice"])
    await ask(`add rows ${time}`, "datastore_upsert", {
      resource_id: id,
      force: true,
      method: "upsert",
      records: [{ ID: "1", 実績値: "90.0" }],
      calculate_record_count: true,
    });
  const rows = await ask("read the rows", "datastore_search", { resource_id: id });
  probes.push({ ask: "how many rows", status: 200, success: true, says: rows?.total });
  await ask("remove the file", "resource_delete", { id });
  await ask("remove it again", "resource_delete", { id });
  await ask("remove the dataset", "package_delete", { id: name });
  const gone = await ask("a dataset that was removed", "package_show", { id: name });
  probes.push({ ask: "the state of it", status: 200, success: true, says: gone?.state });
  return probes;
}

/** Without ids, times and the links to a help text, which differ from one portal to another. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "ID")
    .replaceAll(/User \S* ?not/g, "User not");
  return JSON.parse(text);
}
