// An upload puts the fixed list of files onto a portal, once; run again, it changes what changed and no more.

import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Patience,
  PortalError,
  publish,
  publishedTables,
  resourceList,
  type UploadOptions,
  upload,
  waitBefore,
} from "@shihyo/publisher";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { callCkan } from "../support/call-ckan.ts";
import { ckanStandIn } from "../support/ckan-stand-in.ts";
import { type Portal, portals } from "../support/portals.ts";
import { csvText, publishedFolder, writeSums } from "../support/published-folder.ts";

const quick: Patience = { tries: 3, first: 1, longest: 20, timeout: 20_000 };
const code = "990019";

async function folder(more: Record<string, string> = {}): Promise<string> {
  const made = await publishedFolder(more);
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

let counter = 0;
const freshName = () => {
  counter += 1;
  return `${code}_upload_${process.pid}_${counter}`;
};

describe.each(portals)("on %s", (_, open) => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await open();
  });
  afterAll(() => portal.stop());

  const put = (from: string, name: string, more: Partial<UploadOptions> = {}) =>
    upload(from, {
      url: portal.url,
      token: portal.token,
      organisation: code,
      name,
      patience: quick,
      ...more,
    });
  const show = async (name: string) => (await portal.call("package_show", { id: name })).result;
  const file = (resource: { url: string }) => resource.url.slice(resource.url.lastIndexOf("/") + 1);

  test("the first run makes the dataset with its files in order, without the list rows", async () => {
    const name = freshName();
    const from = await folder();
    const report = await put(from, name);
    expect(report).toMatchObject({ dataset: "created", changed: true });
    const there = await show(name);
    expect(there).toMatchObject({
      title: "試験市 取組指標の実績",
      license_id: "cc-by",
      organization: { name: code },
    });
    expect(there.resources.map(file)).toEqual([
      "990019_indicator_result.csv",
      "990019_unit.csv",
      "990019_dataset.parquet",
      "990019_dataset.json",
      "990019_dataset.ttl",
    ]);
    const [first] = there.resources;
    expect(first.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    const sent = Buffer.from(await (await fetch(first.url)).arrayBuffer());
    expect(sent).toEqual(await readFile(join(from, "990019_indicator_result.csv")));
  });

  test("a second run changes nothing and says so", async () => {
    const name = freshName();
    const from = await folder();
    await put(from, name);
    const before = await show(name);
    const report = await put(from, name);
    expect(report).toMatchObject({ dataset: "same", changed: false });
    expect(report.files.every(({ did }) => did === "same")).toBe(true);
    expect(await show(name)).toEqual(before);
  });

  test("a file that changed keeps its resource's id and address, and the fields that others added", async () => {
    const name = freshName();
    const from = await folder();
    await put(from, name);
    const before = await show(name);
    const old = before.resources.find((one: { url: string }) => file(one) === "990019_unit.csv");
    await portal.call("resource_patch", { id: old.id, officer_note: "keep me" });
    await writeFile(join(from, "990019_unit.csv"), csvText([["ID"], ["U01"], ["U02"]]));
    const report = await put(from, name);
    expect(report.files.filter(({ did }) => did !== "same")).toMatchObject([
      { file: "990019_unit.csv", did: "updated" },
    ]);
    const now = (await show(name)).resources.find((one: { id: string }) => one.id === old.id);
    expect(now).toMatchObject({ url: old.url, officer_note: "keep me" });
    expect(now.hash).not.toBe(old.hash);
    expect(await (await fetch(now.url)).text()).toContain("U02");
  });

  test("a file that is gone stays until --prune, and another person's resource for ever", async () => {
    const name = freshName();
    const from = await folder();
    const first = await put(from, name);
    expect(first.changed).toBe(true);
    await portal.call("resource_create", {
      package_id: name,
      name: "別の課の資料",
      url: "https://a.example/",
    });
    await rm(join(from, "990019_unit.csv"));
    await writeSums(from);
    const kept = await put(from, name);
    expect(kept).toMatchObject({ changed: false });
    expect(kept.files.at(-1)).toMatchObject({ file: "990019_unit.csv", did: "kept" });
    const pruned = await put(from, name, { prune: true });
    expect(pruned.files.at(-1)).toMatchObject({ did: "removed" });
    const names = (await show(name)).resources.map((one: { name: string }) => one.name);
    expect(names).toContain("別の課の資料");
    expect(names).not.toContain("単位一覧（CSV）");
  });

  test("tags and extras that the portal's officers added stay when ours change", async () => {
    const name = freshName();
    const from = await folder();
    await put(from, name);
    await portal.call("package_patch", {
      id: name,
      title: "古い題",
      tags: [{ name: "まちづくり" }],
      extras: [{ key: "担当", value: "企画課" }],
    });
    const report = await put(from, name, { profile: "bodik" });
    expect([...report.fields].sort()).toEqual(["extras", "tags", "title"]);
    const there = await show(name);
    const tags = there.tags.map((tag: { name: string }) => tag.name).sort();
    expect(tags).toEqual(["まちづくり", "指標", "実績", "試験市"].sort());
    const extras = Object.fromEntries(
      there.extras.map(({ key, value }: Record<string, string>) => [key, value]),
    );
    expect(extras).toEqual({
      担当: "企画課",
      frequency: "1年",
      spatial: "試験県試験市",
      copyright: "試験発行者",
      language: "Japanese",
    });
    expect((await put(from, name, { profile: "bodik" })).changed).toBe(false);
  });

  test("a dataset that nobody sees is told to be unseen, and stays so", async () => {
    const name = freshName();
    const from = await folder();
    expect((await put(from, name)).unseen).toEqual([]);
    await portal.call("package_patch", { id: name, private: true });
    expect((await put(from, name, { dryRun: true })).unseen).toEqual(["private"]);
    expect((await put(from, name)).unseen).toEqual(["private"]);
    expect(await show(name)).toMatchObject({ private: true });
  });

  test("on BODIK the resources say that a CSV is UTF-8 with a BOM, and nothing else does", async () => {
    const name = freshName();
    await put(await folder(), name, { profile: "bodik" });
    const there = (await show(name)).resources.map((one: Record<string, string>) => [
      one.format,
      one.encoding,
    ]);
    expect(there.slice(0, 3)).toEqual([
      ["CSV", "utf-8_sig"],
      ["CSV", "utf-8_sig"],
      ["Parquet", undefined],
    ]);
  });

  test("a dry run tells the plan and changes nothing", async () => {
    const name = freshName();
    const from = await folder();
    const report = await put(from, name, { dryRun: true });
    expect(report.dataset).toBe("created");
    expect(report.files.map(({ did }) => did)).toEqual(Array(5).fill("created"));
    expect((await portal.call("package_show", { id: name })).status).toBe(404);
  });

  test("the same file twice, as a lost answer leaves it, is there once after the next run", async () => {
    const name = freshName();
    const from = await folder();
    await put(from, name);
    const form = new FormData();
    form.append("package_id", (await show(name)).id);
    form.append("name", "double");
    form.append("upload", new Blob([await readFile(join(from, "990019_unit.csv"))]), "990019_unit.csv");
    await fetch(`${portal.url}/api/3/action/resource_create`, {
      method: "POST",
      headers: { Authorization: portal.token },
      body: form,
    });
    expect((await show(name)).resources).toHaveLength(6);
    expect((await put(from, name)).files.at(-1)).toMatchObject({ file: "990019_unit.csv", did: "removed" });
    expect((await show(name)).resources).toHaveLength(5);
    expect((await put(from, name)).changed).toBe(false);
  });

  test("a dataset that holds 1,000 other resources keeps every one of them", {
    timeout: 600_000,
  }, async () => {
    const name = freshName();
    const others = Array.from({ length: 1000 }, (_, i) => ({
      name: `資料 ${i}`,
      url: `https://a.example/${i}`,
    }));
    await portal.call("package_create", { name, owner_org: code, resources: others });
    const from = await folder();
    await put(from, name, { patience: { ...quick, timeout: 120_000 } });
    const { resources } = await show(name);
    expect(resources).toHaveLength(1005);
    const kept = resources.slice(0, 1000).map(({ name, url }: Record<string, string>) => ({ name, url }));
    expect(kept).toEqual(others);
    expect((await put(from, name, { prune: true, patience: { ...quick, timeout: 120_000 } })).changed).toBe(
      false,
    );
  });

  describe("what is wrong is told apart", () => {
    const fault = async (more: Partial<UploadOptions>) => {
      const from = await folder();
      const error = await put(from, freshName(), more).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(PortalError);
      return error as PortalError;
    };

    test("a wrong token, which is not printed", async () => {
      const { fault: kind, sentence } = await fault({ token: "my-secret-token" });
      expect(kind).toBe("wrongToken");
      expect(JSON.stringify(sentence)).not.toContain("my-secret-token");
    });
    test("an organisation that is not there", async () => {
      expect((await fault({ organisation: "nobody" })).fault).toBe("noOrganisation");
    });
    test("a name that the portal does not take, in our words with the portal's own", async () => {
      const { fault: kind, sentence } = await fault({ name: "Wrong Name" });
      expect(kind).toBe("invalid");
      expect(sentence.ja).toContain("半角の英小文字");
      expect(sentence.ja).toMatch(/（(Must be purely lowercase|小文字のアルファベット)/);
    });
    test("a dataset in the portal's bin", async () => {
      const name = freshName();
      const from = await folder();
      await put(from, name);
      await portal.call("package_delete", { id: name });
      await expect(put(from, name)).rejects.toThrow("was deleted on the portal");
    });
    test("a dataset in an address below the portal is no CKAN", async () => {
      expect((await fault({ url: `${portal.url}/dataset` })).fault).toBe("notCkan");
    });
  });

  test("the DataStore is filled with our types and titles, once", { timeout: 300_000 }, async () => {
    const out = join(tmpdir(), `shihyo-upload-${process.pid}`, "142123");
    onTestFinished(() => rm(join(out, ".."), { recursive: true, force: true }));
    await publish(fileURLToPath(new URL("../../data/142123", import.meta.url)), out);
    const name = freshName();
    const report = await put(out, name, { datastore: true });
    const filled = report.files.filter(({ did }) => did === "filled");
    expect(filled.map(({ file }) => file)).toEqual(
      resourceList
        .map((file) => `142123_${file}`)
        // What was done has a coded table as well, where anything was.
        .filter((path) =>
          [...publishedTables, { name: "activity_observation" }].some(
            ({ name: table }) => path === `142123_${table}.csv`,
          ),
        ),
    );
    const [result] = (await show(name)).resources;
    const { fields, total, records } = (
      await portal.call("datastore_search", { resource_id: result.id, limit: 2000, sort: "ID" })
    ).result;
    const field = fields.find(({ id }: { id: string }) => id === "実績値");
    expect(field).toMatchObject({ type: "numeric", info: { label: expect.any(String) } });
    expect(total).toBe(filled[0]?.rows);
    expect(records.some((row: Record<string, unknown>) => row.実績値 === null)).toBe(true);
    expect((await portal.call("resource_view_list", { id: result.id })).result).toHaveLength(1);
    expect((await put(out, name, { datastore: true })).changed).toBe(false);
  });
});

describe("portals of other kinds", () => {
  async function on(options: Parameters<typeof ckanStandIn>[0], more: Partial<UploadOptions> = {}) {
    const standIn = await ckanStandIn(options);
    onTestFinished(() => standIn.stop());
    const from = await folder();
    const put = (extra: Partial<UploadOptions> = {}) =>
      upload(from, {
        url: standIn.url,
        token: standIn.token,
        organisation: code,
        patience: quick,
        ...more,
        ...extra,
      });
    return { standIn, put };
  }

  test.each([
    [[{ id: "cc-by-40-intl", url: "https://creativecommons.org/licenses/by/4.0/deed.ja" }], "cc-by-40-intl"],
    [[{ id: "cc-by" }, { id: "CC-BY-4.0" }], "CC-BY-4.0"],
    [[{ id: "by4", url: "http://creativecommons.org/licenses/by/4.0" }, { id: "cc-by" }], "by4"],
  ])("the licence is found among %j as %s", async (licences, id) => {
    const { standIn, put } = await on({ licences });
    await put();
    const response = await fetch(`${standIn.url}/api/3/action/package_show?id=${code}_indicator`);
    expect(((await response.json()) as { result: object }).result).toMatchObject({ license_id: id });
  });

  test("a draft is told to be one", async () => {
    const { standIn, put } = await on({});
    await put();
    const name = `${code}_indicator`;
    await callCkan(standIn, "package_patch", { id: name, private: true, state: "draft" });
    expect((await put()).unseen).toEqual(["private", "draft"]);
    expect((await callCkan(standIn, "package_show", { id: name })).result).toMatchObject({ state: "draft" });
  });

  test("tags of a vocabulary, and whatever else others' tags and extras hold, go back whole", async () => {
    const { standIn, put } = await on({});
    await put();
    const id = `${code}_indicator`;
    const theirs = [
      { id: "t-1", name: "実績", display_name: "実績", vocabulary_id: "v-1", state: "active" },
      { id: "t-2", name: "まちづくり", display_name: "まちづくり", vocabulary_id: null },
    ];
    const extra = { key: "担当", value: "企画課", state: "active" };
    await callCkan(standIn, "package_patch", { id, tags: theirs, extras: [extra] });
    expect((await put({ profile: "bodik" })).fields).toEqual(["tags", "extras"]);
    const { result } = await callCkan(standIn, "package_show", { id });
    expect(result.tags.slice(0, 2)).toEqual(theirs);
    // Ours is another tag than the one of that name in the portal's vocabulary.
    expect(result.tags.slice(2).map(({ name }: { name: string }) => name)).toEqual([
      "指標",
      "実績",
      "試験市",
    ]);
    expect(result.extras[0]).toEqual(extra);
    expect((await put({ profile: "bodik" })).fields).toEqual([]);
  });

  test("a portal that has none of our licences is asked about, not guessed at", async () => {
    const { put } = await on({ licences: [{ id: "japanese-20" }] });
    await expect(put()).rejects.toThrow("japanese-20");
    expect((await put({ licence: "japanese-20" })).changed).toBe(true);
  });

  test("one that forgets hashes is compared by fetching the files", async () => {
    const { standIn, put } = await on({ forgetful: true });
    await put();
    const writes = () => ["resource_create", "resource_patch"].map((action) => standIn.calls.get(action));
    const before = writes();
    expect((await put()).changed).toBe(false);
    expect(writes()).toEqual(before);
  });

  test("a file beyond its limit is told as such", async () => {
    const { put } = await on({ largest: 10 });
    await expect(put()).rejects.toMatchObject({ fault: "tooLarge" });
  });

  test("a CKAN before 2.9 is refused", async () => {
    const { put } = await on({ version: "2.8.3" });
    await expect(put()).rejects.toMatchObject({ fault: "tooOld" });
  });

  test("one that has moved is not sent the token", async () => {
    const seen: (string | undefined)[] = [];
    const other = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.end("{}");
    }).listen(0, "127.0.0.1");
    const moved = createServer((_, response) => {
      response.writeHead(301, { Location: `http://127.0.0.1:${(other.address() as AddressInfo).port}/` });
      response.end();
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => moved.once("listening", resolve));
    onTestFinished(() => void [other, moved].map((one) => one.close()));
    const url = `http://127.0.0.1:${(moved.address() as AddressInfo).port}`;
    const from = await folder();
    await expect(
      upload(from, { url, token: "t", organisation: code, patience: quick }),
    ).rejects.toMatchObject({
      fault: "redirected",
    });
    expect(seen).toEqual([]);
  });

  test("one that is never there is told after so many tries", async () => {
    const from = await folder();
    // Nothing listens on port 1023; a port that fetch refuses, as 9, is no matter of trying again.
    const to = (port: number) =>
      upload(from, { url: `http://127.0.0.1:${port}`, token: "t", organisation: code, patience: quick });
    await expect(to(1023)).rejects.toMatchObject({ fault: "unreachable", status: 3 });
    await expect(to(9)).rejects.toMatchObject({ fault: "redirected" });
  });
});

describe("the wait before another try", () => {
  const patience: Patience = { tries: 5, first: 500, longest: 10_000, timeout: 1 };
  test.each([
    [1, undefined, 500],
    [2, undefined, 1000],
    [3, undefined, 2000],
    [9, undefined, 10_000],
    [1, "7", 7000],
    [1, "3600", 10_000],
    [1, "Thu, 01 Jan 1970 00:00:03 GMT", 3000],
    [1, "soon", 500],
  ])("after try %i with Retry-After %s is %i ms", (attempt, header, wait) => {
    expect(waitBefore(attempt, patience, header, 0)).toBe(wait);
  });
});
