// The Embed doctor says what a CMS did to an embed, and what to use instead.

import { neighbours } from "@shihyo/widgets/markup";
import fc from "fast-check";
import sanitize from "sanitize-html";
import { describe, expect, test } from "vitest";
import { embedCode, embedKinds } from "../../packages/publisher/src/site/embeds/embed-codes.ts";
import { diagnose, isSerious } from "../../packages/publisher/src/site/embeds/embed-doctor.ts";
import { findingWords } from "../../packages/publisher/src/site/embeds/embed-doctor-words.ts";

const base = "https://www.city.example.jp/kpi/";
const subject = {
  base,
  path: "indicators/K0002/",
  text: "海外友好都市との交流活動件数：22件（令和6年度）",
  sentence: "海外友好都市との交流活動件数は、令和6年度は22件です。",
  label: "海外友好都市との交流活動件数",
  reader: "ja",
  own: [],
  fragment: `<kpi-card indicator="K0002"><template shadowrootmode="open"><link rel="stylesheet" href="${base}widgets/kpi-card.css"><article>22</article></template><p><a href="${base}indicators/K0002/">…：22件（令和6年度）</a></p></kpi-card>`,
} as const;
const script = `<script src="${base}widgets/kpi.js" defer></script>`;
const page = (body: string, head = "") =>
  `<!doctype html><html><head>${head}</head><body><nav><ul><li><a href="/">市</a></li></ul></nav><main><h1>x</h1>${body}</main></body></html>`;
const findings = (html: string) => diagnose(html).embeds.map(({ kind, findings: own }) => [kind, ...own]);

test.each(embedKinds)("the %s as we give it, on a page with the script, is well", (kind) => {
  const { embeds, findings: whole, instead } = diagnose(page(embedCode(kind, subject)!, script));
  expect({ embeds, whole, instead }).toEqual({
    embeds: [{ kind, subject: "K0002", findings: [] }],
    whole: [],
    instead: undefined,
  });
});

test("a link without the script stays a link, which is well", () => {
  const { embeds, instead } = diagnose(page(embedCode("link", subject)!));
  expect(embeds).toEqual([{ kind: "link", subject: "K0002", findings: ["staysLink"] }]);
  expect(instead).toBeUndefined();
});

describe("what was taken away is named", () => {
  test.each([
    ["the script of an element", `<kpi-card indicator="K0002"><p>a</p></kpi-card>`, "element", "noScript"],
    ["the script of a chart", `<kpi-chart indicator="K0002"></kpi-chart>`, "element", "noScript"],
    [
      "the script of cities side by side",
      `<kpi-compare concept="C001"></kpi-compare>`,
      "element",
      "noScript",
    ],
    ["the script of a grid", `<kpi-grid goal="G01"></kpi-grid>`, "element", "noScript"],
    ["which indicator", `<kpi-card><p>a</p></kpi-card>${script}`, "element", "noSubject"],
    ["the text inside", `<kpi-card indicator="K0002"></kpi-card>${script}`, "element", "noText"],
    ["the template", subject.fragment.replace(' shadowrootmode="open"', ""), "fragment", "noTemplate"],
    ["the style sheet", subject.fragment.replace(/<link[^>]*>/, ""), "fragment", "noStyle"],
    [
      "the alternative text",
      embedCode("image", subject)!.replace(/ alt="[^"]*"/, ""),
      "image",
      "noAlternative",
    ],
    ["the picture", embedCode("image", subject)!.replace(/ src="[^"]*"/, ""), "image", "noImageSource"],
    [
      "the frame's title",
      embedCode("iframe", subject)!.replace(/ title="[^"]*"/, ""),
      "iframe",
      "noFrameTitle",
    ],
    [
      "what a sandbox forbids",
      embedCode("iframe", subject)!.replace("<iframe", '<iframe sandbox=""'),
      "iframe",
      "sandboxed",
    ],
    ["the link's address", `<p><a>${subject.text}</a></p>`, "link", "noLinkTarget"],
    ["that of a doubtful number", "<p><a>相談：9件（令和6年度、値は要確認）</a></p>", "link", "noLinkTarget"],
    ["that of an English link", "<p><a>Cases: 22 cases (FY2024 (Reiwa 6))</a></p>", "link", "noLinkTarget"],
    ["a place in a list", `<ul><li>${embedCode("link", subject)}</li></ul>${script}`, "link", "notAlone"],
    [
      "a place in a sentence",
      `<p>市は<a href="${base}indicators/K0002/">22件</a>です。</p>${script}`,
      "link",
      "notAlone",
    ],
    [
      "tags shown as text",
      embedCode("element", subject)!.replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
      "element",
      "shownAsText",
    ],
  ] as const)("%s", (_, html, kind, finding) => {
    expect(findings(page(html))).toEqual([expect.arrayContaining([kind, finding])]);
  });

  test("only the script is left", () => {
    expect(diagnose(page(script))).toMatchObject({ embeds: [], findings: ["scriptOnly"], instead: "link" });
  });

  test("everything, or it is another page", () => {
    expect(diagnose(page("<p>こんにちは</p>"))).toMatchObject({ embeds: [], findings: [], instead: "link" });
  });
});

test.each([
  ["beside other things in a box", (link: string) => `<div>${link}<p>別の段落</p></div>`, ["notAlone"]],
  ["beside a picture", (link: string) => `<p>${link}<img src="a.png" alt="絵"></p>`, ["notAlone"]],
  ["right in the body", (link: string) => link, ["notAlone"]],
  ["in a box of its own", (link: string) => `<div>\n${link}<!-- x --> </div><p>別の段落</p>`, []],
  ["in strong letters, with a line end", (link: string) => `<p><strong>${link}</strong>&nbsp;<br></p>`, []],
  ["in a paragraph that nobody closed", (link: string) => `<p>${link}<p>別の段落`, []],
] as const)("a link %s is judged as kpi.js judges it", (_, place, told) => {
  const link = `<a href="${base}indicators/K0002/">22件（令和6年度）</a>`;
  const html = `<!doctype html><html><head>${script}</head><body><h1>x</h1>${place(link)}</body></html>`;
  expect(findings(html)).toEqual([["link", ...told]]);
});

test.each(["noScript", "staysLink"] as const)("%s says how to get the script in", (finding) => {
  expect(findingWords[finding].ja).toContain("サイトのテンプレート");
  expect(findingWords[finding].en).toContain("site’s template");
  expect(findingWords[finding].easy).toContain("サイトを つくる 人");
});

test.each(["K0002", "k1", "ABC", "7", "Kpi2024x"])("the ID %s, which the tables allow, is known", (id) => {
  const one = { ...subject, path: `indicators/${id}/`, fragment: subject.fragment.replaceAll("K0002", id) };
  for (const kind of embedKinds) {
    expect(diagnose(page(embedCode(kind, one)!, script)).embeds).toEqual([
      { kind, subject: id, findings: [] },
    ]);
  }
});

describe("a part of the plan", () => {
  const folders = ["goals", "shisaku-kihon"];
  const examined = (html: string) => diagnose(page(html), folders).embeds;
  const part = { ...subject, path: "shisaku-kihon/S010/", text: "まちの安全", label: "まちの安全" };
  const grid = embedCode("grid", part)!;

  test("as we give it is well, as an element and as a link", () => {
    const well = { subject: "shisaku-kihon/S010", findings: [] };
    expect(examined(grid)).toEqual([{ kind: "element", ...well }]);
    expect(examined(embedCode("link", part)! + script)).toEqual([{ kind: "link", ...well }]);
  });

  test("is known by the link that a sanitizer left of the element", () => {
    expect(diagnose(page(sanitize(grid), script), folders).embeds).toEqual([
      { kind: "link", subject: "shisaku-kihon/S010", findings: ["notAlone"] },
    ]);
  });

  test("is missed where its attribute is gone, in every element", () => {
    expect(examined(grid.replace(/ node="[^"]*"/, ""))).toEqual([
      { kind: "element", subject: "shisaku-kihon/S010", findings: ["noSubject"] },
    ]);
    for (const name of ["kpi-card", ...neighbours]) {
      expect(examined(`<${name}>a</${name}>${script}`)).toEqual([
        { kind: "element", findings: ["noSubject"] },
      ]);
    }
    expect(examined(`<kpi-compare concept="population">a</kpi-compare>${script}`)).toEqual([
      { kind: "element", subject: "population", findings: [] },
    ]);
  });

  test("is read where its tags stand as text", () => {
    const shown = grid.slice(grid.indexOf("<kpi-grid")).replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    expect(examined(shown)).toEqual([
      { kind: "element", subject: "shisaku-kihon/S010", findings: ["shownAsText"] },
    ]);
  });

  test("of another site is not taken for ours", () => {
    expect(examined(`<p><a href="https://news.example/mygoals/A1/">x</a></p>${script}`)).toEqual([]);
    expect(examined(`<p><a href="https://news.example/2024/S010/">x</a></p>${script}`)).toEqual([]);
  });
});

test("after a sanitizer's default rules the link is well, and all else is told to use it", () => {
  expect(findings(page(sanitize(embedCode("link", subject)!), script))).toEqual([["link"]]);
  for (const kind of ["iframe", "image"] as const) {
    expect(diagnose(page(sanitize(embedCode(kind, subject)!))).instead).toBe("link");
  }
  // Of element and fragment the link inside is what is left; the element's stands in no paragraph.
  const left = (kind: "element" | "fragment") => findings(page(sanitize(embedCode(kind, subject)!), script));
  expect(left("element")).toEqual([["link", "notAlone"]]);
  expect(left("fragment")).toEqual([["link"]]);
});

test("any text can be examined, in little time", () => {
  const pieces = [
    "<kpi-card ",
    "indicator=",
    '"K0002"',
    ">",
    "</kpi-card>",
    "<a href=",
    "'",
    '"',
    "<!--",
    "&lt;kpi-card",
    "<iframe",
    "indicators/K0001/",
    "</p>",
    "<p>",
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 60 }), (parts) => {
      const { embeds, findings: whole, instead } = diagnose(parts.join(""));
      const isWell =
        embeds.length > 0 && ![...whole, ...embeds.flatMap((one) => one.findings)].some(isSerious);
      expect(instead === undefined).toBe(isWell);
    }),
  );
  const start = performance.now();
  diagnose(`<a href="${"x".repeat(200_000)}`.repeat(3));
  diagnose("<p>".repeat(20_000));
  expect(performance.now() - start).toBeLessThan(20_000);
});
