// The folder on a host that knows no rules but shows the top folder's 404.html, as GitHub Pages does: earlier addresses lead on, others to the first page.

import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishCardCity } from "../support/card-city.ts";
import { type Engine, engineNames, launch, missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

let hosts: Hosts;
/** Time in which a page may lead on; waited for here, since what waits in a page ends with it. */
const leading = () => new Promise((done) => setTimeout(done, 1200));

/** Where the folder stands on its host. */
const under = "shihyo/kekka/";

beforeAll(async () => {
  const folder = await publishCardCity();
  hosts = await startHosts(folder);
  hosts.answer = (path, response) => {
    const file = path.startsWith(`/${under}`) ? path.slice(under.length + 1) : "";
    const asked = join(folder, file === "" || file.endsWith("/") ? `${file}index.html` : file);
    const found = path.startsWith(`/${under}`) && existsSync(asked) && statSync(asked).isFile();
    response
      .writeHead(found ? 200 : 404, {
        "content-type": !found || asked.endsWith(".html") ? "text/html" : "text/plain; charset=utf-8",
      })
      .end(readFileSync(found ? asked : join(folder, "404.html")));
    return true;
  };
});
afterAll(() => hosts?.close());

for (const name of engineNames) {
  const missing = missingOf(name);
  describe.skipIf(missing)(`in ${name}${missing ? ` (skipped: ${missing} is not installed)` : ""}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await launch(name);
    });
    afterAll(() => engine?.close());
    /** Opens an address on the host and says where one is once nothing moves any more. */
    const led = async (path: string) => {
      await engine.open(hosts.data + path);
      await leading();
      return (await engine.run<string>("location.href")).replace(hosts.data, "");
    };
    const links = () =>
      engine.run<string[]>("[...document.querySelectorAll('main a')].map((link) => link.href)");

    test.each([
      ["indicators/K0001/FY2023/", "indicators/K0001/#FY2023"],
      ["indicators/K0001/FY2023/index.html", "indicators/K0001/#FY2023"],
      ["indicators/K0001/FY2022/embed.html", "indicators/K0001/embed.html"],
      ["indicators/K0001/FY2022/card.txt", "indicators/K0001/card.txt"],
    ])("%s leads to %s", async (path, to) => {
      expect(await led(under + path)).toBe(under + to);
    });

    test("a frame of an earlier year on the city's page shows the card", async () => {
      const src = `${hosts.data}${under}indicators/K0001/FY2022/embed.html`;
      await engine.open(
        hosts.page("framed.html", { html: `<!doctype html><title>f</title><iframe src="${src}"></iframe>` }),
      );
      await leading();
      expect(hosts.requests()).toContain(`/${under}indicators/K0001/embed.html`);
    });

    test.each(["indicators/K9999/", "easy/indicators/K9999/", "indicators/K9999/FY2023/"])(
      "%s, which never was there, says so and leads to the folder's first page, wherever the folder stands",
      async (path) => {
        await led(under + path);
        const found = await links();
        expect(found[0]).toBe(hosts.data + under);
        expect(found).toContain(`${hosts.data + under}easy/`);
        expect(await engine.run<string>("document.querySelector('h1').textContent")).toContain(
          "何もありません",
        );
      },
    );

    test("an address that begins with two strokes leads to no other host", async () => {
      await engine.open(`${hosts.data}/elsewhere.example/indicators/K0001/FY2023/`);
      await leading();
      expect(await engine.run<string>("location.host")).toBe(new URL(hosts.data).host);
      for (const link of await links()) expect(new URL(link).host).toBe(new URL(hosts.data).host);
    });
  });
}
