// The size that is offered for a frame: one everywhere, and large enough for the cards of Atsugi, measured in Chromium.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { frameSize } from "../../packages/publisher/src/site/embed-forms/frame-size.ts";
import { embedCode, templateCode } from "../../packages/publisher/src/site/embeds/embed-codes.ts";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { docBlocks } from "../support/doc-blocks.ts";
import { filesIn } from "../support/files.ts";
import { atsugi } from "../support/places.ts";
import { type ServedCity, serveCity } from "../support/served-city.ts";

const base = "https://data.example/142123/";
const subject = {
  base,
  path: "indicators/K0002/",
  text: "海外友好都市との交流活動件数：22件（令和6年度）",
  sentence: "海外友好都市との交流活動件数は、令和6年度は22件です。前年度より6件増えました。",
  label: "海外友好都市との交流活動件数",
  reader: "ja",
  own: [],
} as const;

describe("docs/embedding.md", () => {
  const blocks = docBlocks("embedding.md").map(({ code }) => code.trimEnd());

  test.each(["link", "element", "iframe"] as const)("gives the %s as the builder does", (kind) => {
    expect(blocks).toContain(embedCode(kind, subject));
  });

  test("gives the lines for the template as the builder does: kpi.css, then kpi.js", () => {
    expect(templateCode(base)).toMatch(
      /^<link rel="stylesheet" href="\S+\/widgets\/kpi\.css">\n<script src=/,
    );
    expect(blocks).toContain(templateCode(base));
  });
});

describe("Atsugi's frames", () => {
  let city: ServedCity;
  beforeAll(async () => {
    city = await serveCity(atsugi);
  });
  afterAll(() => city?.close());

  test("are given the same size by oEmbed and by the pages, with the lines for the template", () => {
    const oembed = JSON.parse(readFileSync(join(city.folder, "indicators/K0002/oembed.json"), "utf8"));
    expect(oembed).toMatchObject(frameSize);
    expect(oembed.html).toContain(`width="${frameSize.width}" height="${frameSize.height}"`);
    for (const reader of ["", "en/", "easy/"]) {
      expect(readFileSync(join(city.folder, reader, "embed/index.html"), "utf8")).toMatch(
        /<pre id="code-template"[^>]*>&lt;link rel=&quot;stylesheet&quot; href=&quot;\S+\/widgets\/kpi\.css&quot;&gt;\n&lt;script /,
      );
    }
  });

  test.skipIf(!hasChromium)(
    "show their cards whole at that size, and 97 of 100 on a phone",
    async () => {
      const paths = [...filesIn(city.folder).keys()].filter((path) =>
        /^indicators\/[^/]+\/embed(?:\.en)?\.html$/.test(path),
      );
      expect(paths.length).toBe(450);
      const browser = await openChromium();
      try {
        const page = await browser.newPage();
        await page.goto(`${city.base}embed/index.html`);
        const heights = await page.evaluate(measure, {
          paths,
          root: city.base,
          widths: [frameSize.width, 320],
        });
        const cut = (at: number) => heights.filter((one) => one[at]! > frameSize.height).length;
        const tallest = Math.max(...heights.map(([at400]) => at400!));
        console.log(`tallest ${tallest}; cut off at ${frameSize.width}: ${cut(0)}, at 320: ${cut(1)}`);
        // What docs/embedding.md says; other fonts than ours may need a little more.
        expect(cut(0)).toBeLessThanOrEqual(paths.length * 0.01);
        expect(cut(1)).toBeLessThanOrEqual(paths.length * 0.03);
        // No more room than is needed: with a line less, cards would be cut off.
        expect(tallest).toBeGreaterThan(frameSize.height - 60);
      } finally {
        await browser.close();
      }
    },
    120_000,
  );
});

/** In the browser: how high each page is at each width. */
async function measure({
  paths,
  root,
  widths,
}: {
  readonly paths: readonly string[];
  readonly root: string;
  readonly widths: readonly number[];
}): Promise<number[][]> {
  const one = async (path: string): Promise<number[]> => {
    const frame = document.createElement("iframe");
    frame.style.cssText = "border:0; height:50px";
    frame.src = root + path;
    const loaded = new Promise((done) => frame.addEventListener("load", done));
    document.body.append(frame);
    await loaded;
    const heights = widths.map((width) => {
      frame.style.width = `${width}px`;
      return frame.contentDocument?.documentElement.scrollHeight ?? 0;
    });
    frame.remove();
    return heights;
  };
  const found: number[][] = [];
  for (let from = 0; from < paths.length; from += 30) {
    found.push(...(await Promise.all(paths.slice(from, from + 30).map(one))));
  }
  return found;
}
