// Two versions of the elements kept across publications: a page that includes the old, the new or both works.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { publish } from "@shihyo/publisher";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishCardCity, writeCardCity } from "../support/card-city.ts";
import { cardPage, settle, shown } from "../support/card-page.ts";
import { type Engine, engineNames, launch, missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

const files = ["kpi", "kpi-value", "kpi-grid", "kpi-chart", "kpi-table", "kpi-activities", "kpi-compare"];
const { version: widgetVersion } = createRequire(import.meta.url)("@shihyo/widgets/package.json") as {
  version: string;
};
const older = "0.0.9";

let hosts: Hosts;
let before: Map<string, Buffer>;

beforeAll(async () => {
  const out = await publishCardCity();
  // An earlier version, as its own publication left it.
  before = new Map(
    files.map((name) => {
      const text = readFileSync(join(out, `widgets/${name}-${widgetVersion}.js`), "utf8");
      return [`widgets/${name}-${older}.js`, Buffer.from(text.replaceAll(widgetVersion, older))];
    }),
  );
  for (const [path, bytes] of before) writeFileSync(join(out, path), bytes);
  const { written } = await publish(writeCardCity(true), out);
  if (!written) throw new Error("the second publication failed");
  hosts = await startHosts(out);
});
afterAll(() => hosts?.close());

test("a later publication keeps the files of every earlier version, byte for byte", () => {
  for (const [path, bytes] of before) {
    expect(readFileSync(join(hosts.folder, path)).equals(bytes), path).toBe(true);
  }
  for (const name of files) {
    const current = readFileSync(join(hosts.folder, `widgets/${name}-${widgetVersion}.js`), "utf8");
    expect(current).toBe(readFileSync(join(hosts.folder, `widgets/${name}.js`), "utf8"));
  }
});

for (const name of engineNames) {
  const missing = missingOf(name);
  describe.skipIf(missing)(`in ${name}${missing ? ` (skipped: ${missing} is not installed)` : ""}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await launch(name);
    });
    afterAll(() => engine?.close());

    const listening = "<script>self.said = []; console.warn = (text) => self.said.push(text);</script>";
    const script = (version: string) =>
      `<script src="${hosts.data}widgets/kpi-${version}.js" defer></script>`;
    const body = `<kpi-card indicator="K0001"><p>自分の文</p></kpi-card><kpi-chart indicator="K0012"></kpi-chart>`;

    test.each([
      [older, widgetVersion],
      [widgetVersion, older],
    ])(
      "version %s and then %s: the first draws with its own neighbours, the second says so",
      async (first, second) => {
        hosts.requests();
        await engine.open(cardPage(hosts, body, { script: listening + script(first) + script(second) }));
        await settle(engine, 2);
        expect((await shown(engine, "kpi-card"))[0]).toContain("1,234人");
        expect((await shown(engine, "kpi-chart"))[0]).toContain("人口");
        expect(await engine.run("self.said")).toEqual([`<kpi-card> is here twice: version ${first} stays.`]);
        const asked = hosts.requests();
        expect(asked).toContain(`/widgets/kpi-chart-${first}.js`);
        expect(asked).not.toContain(`/widgets/kpi-chart-${second}.js`);
      },
    );

    test("the older version alone reads what is published now", async () => {
      await engine.open(cardPage(hosts, body, { script: listening + script(older) }));
      await settle(engine, 2);
      expect((await shown(engine, "kpi-card"))[0]).toContain("1,234人");
      expect(await engine.run("self.said")).toEqual([]);
    });
  });
}
