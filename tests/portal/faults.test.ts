// Whatever goes wrong on the line, at whichever request: after a plain re-run the portal is as after an undisturbed run.

import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Patience, publish, type UploadReport, upload } from "@shihyo/publisher";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callCkan } from "../support/call-ckan.ts";
import { ckanStandIn } from "../support/ckan-stand-in.ts";
import { type FaultyLine, faults, faultyLine, type LineFault } from "../support/faulty-line.ts";
import { realCkan } from "../support/portals.ts";
import { publishedFolder } from "../support/published-folder.ts";

const slow = 1_000;
/** Waits long, so that a busy machine does not look like a fault; short where being slow is the fault. */
const patience = (tries: number, fault?: LineFault): Patience => ({
  tries,
  first: 1,
  longest: 5,
  timeout: fault === "too slow" ? slow / 2 : 60_000,
});

interface Line {
  readonly portal: { readonly url: string; readonly token: string };
  readonly line: FaultyLine;
}

/** What matters of a dataset, without ids and times. */
async function endState({ portal }: Line, name: string): Promise<unknown> {
  const { result } = await callCkan(portal, "package_show", { id: name });
  const { title, notes, license_id, tags, extras, resources } = result;
  const files = await Promise.all(
    resources.map(async (one: Record<string, unknown>) => ({
      file: String(one.url).split("/").at(-1),
      name: one.name,
      hash: one.hash,
      size: one.size,
      bytes: (await (await fetch(String(one.url))).arrayBuffer()).byteLength,
      rows: one.datastore_active
        ? (await callCkan(portal, "datastore_search", { resource_id: one.id })).result.total
        : undefined,
    })),
  );
  return {
    title,
    notes,
    license_id,
    tags: tags.map((tag: { name: string }) => tag.name).sort(),
    extras,
    files: files.sort((a, b) => (String(a.file) < String(b.file) ? -1 : 1)),
  };
}

let counter = 0;
const freshName = () => {
  counter += 1;
  return `990019_fault_${process.pid}_${counter}`;
};

const run = (
  { portal, line }: Line,
  folder: string,
  name: string,
  tries: number,
  { datastore = false, fault }: { readonly datastore?: boolean; readonly fault?: LineFault } = {},
): Promise<UploadReport | Error> =>
  upload(folder, {
    url: line.url,
    token: portal.token,
    organisation: "990019",
    name,
    datastore,
    patience: patience(tries, fault),
  }).catch((error: Error) => error);

async function openLine(portal: Line["portal"]): Promise<Line> {
  return { portal, line: await faultyLine(portal.url, slow) };
}

describe("on the stand-in", () => {
  let folder: string;
  let out: string;
  let standIn: Awaited<ReturnType<typeof ckanStandIn>>;
  let at: Line;
  let undisturbed: unknown;
  let requests = 0;
  let tried = 0;

  beforeAll(async () => {
    folder = await publishedFolder();
    standIn = await ckanStandIn();
    at = await openLine(standIn);
    const name = freshName();
    at.line.spoil(() => undefined);
    await run(at, folder, name, 1);
    requests = at.line.count();
    undisturbed = await endState(at, name);
    out = join(tmpdir(), `shihyo-faults-${process.pid}`, "142123");
    await publish(fileURLToPath(new URL("../../data/142123", import.meta.url)), out);
  });
  afterAll(async () => {
    await at.line.stop();
    await standIn.stop();
    await rm(folder, { recursive: true });
    await rm(join(out, ".."), { recursive: true });
    console.log(`faults tried on the stand-in: ${tried}`);
  });

  test.each(faults)(
    "%s, once, at every request in turn: the run itself gets over it",
    { timeout: 600_000 },
    async (fault) => {
      for (let request = 1; request <= requests; request += 1) {
        const name = freshName();
        at.line.spoil((now) => (now === request ? fault : undefined));
        const report = await run(at, folder, name, 4, { fault });
        expect(report, `${fault} at ${request}`).not.toBeInstanceOf(Error);
        expect(await endState(at, name), `${fault} at ${request}`).toEqual(undisturbed);
        tried += 1;
      }
      expect(requests).toBeGreaterThan(10);
    },
  );

  test.each(faults)(
    "%s from some request on: the run ends, and the next one ends it well",
    { timeout: 600_000 },
    async (fault) => {
      for (let request = 1; request <= requests; request += 1) {
        const name = freshName();
        at.line.spoil((now) => (now >= request ? fault : undefined));
        expect(await run(at, folder, name, 2, { fault }), `${fault} from ${request}`).toBeInstanceOf(Error);
        at.line.spoil(() => undefined);
        expect(await run(at, folder, name, 1)).not.toBeInstanceOf(Error);
        expect(await endState(at, name), `${fault} from ${request}`).toEqual(undisturbed);
        expect(await run(at, folder, name, 1)).toMatchObject({ changed: false });
        tried += 1;
      }
    },
  );

  test.each(["cut before", "cut after", "half the answer", "500 after"] as const)(
    "%s from any request on while the DataStore is filled leaves nothing that the next run does not mend",
    { timeout: 600_000 },
    async (fault) => {
      const name = freshName();
      at.line.spoil(() => undefined);
      await run(at, out, name, 1, { datastore: true });
      const all = at.line.count();
      const whole = await endState(at, name);
      for (let request = 8; request <= all; request += 5) {
        const again = freshName();
        at.line.spoil((now) => (now >= request ? fault : undefined));
        expect(await run(at, out, again, 1, { datastore: true })).toBeInstanceOf(Error);
        at.line.spoil(() => undefined);
        expect(await run(at, out, again, 1, { datastore: true })).not.toBeInstanceOf(Error);
        expect(await endState(at, again), `${fault} from ${request}`).toEqual(whole);
        tried += 1;
      }
    },
  );
});

describe.skipIf(!realCkan)("on a real CKAN", () => {
  test("a run cut off at every request in turn is ended well by the next", { timeout: 900_000 }, async () => {
    const at = await openLine(realCkan as Line["portal"]);
    const folder = await publishedFolder();
    const first = freshName();
    await run(at, folder, first, 1);
    const requests = at.line.count();
    const undisturbed = await endState(at, first);
    let tried = 0;
    const kinds: readonly LineFault[] = [
      "cut before",
      "cut after",
      "half the request",
      "half the answer",
      "500 after",
    ];
    for (const fault of kinds) {
      for (let request = 5; request <= requests; request += 1) {
        const name = freshName();
        at.line.spoil((now) => (now >= request ? fault : undefined));
        expect(await run(at, folder, name, 1)).toBeInstanceOf(Error);
        at.line.spoil(() => undefined);
        expect(await run(at, folder, name, 3)).not.toBeInstanceOf(Error);
        expect(await endState(at, name), `${fault} from ${request}`).toEqual(undisturbed);
        tried += 1;
      }
    }
    console.log(`faults tried on a real CKAN: ${tried}`);
    await at.line.stop();
    await rm(folder, { recursive: true });
  });
});
