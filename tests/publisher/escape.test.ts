// Text in HTML and in XML, whatever a city's tables hold.

import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeMarkup, escapeXml } from "../../packages/publisher/src/formats/escape.ts";

test("nothing in a text is read as markup", () => {
  expect(escapeMarkup('<b title="x">A&B</b>')).toBe("&lt;b title=&quot;x&quot;&gt;A&amp;B&lt;/b&gt;");
  const isPlain = (text: string) => !/[<>"]|&(?!(?:amp|lt|gt|quot);)/.test(escapeMarkup(text));
  fc.assert(fc.property(fc.string({ unit: "binary" }), isPlain));
});

test("XML has only characters that it may hold, and loses no other", () => {
  expect(escapeXml("値\u0008\u000b A\ud800\ufffe𠮷\n")).toBe("値 A𠮷\n");
  const isLegal = (text: string) =>
    /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(escapeXml(text));
  fc.assert(fc.property(fc.string({ unit: "binary" }), isLegal));
});
