// How a text stands in HTML and in XML: with what they would read as markup escaped, in XML without what it may not hold.

/** For text and for attributes in double quotes. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The same for XML 1.0, which cannot hold most control characters nor half a letter, not even escaped. */
export function escapeXml(text: string): string {
  return escapeMarkup(text).replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
