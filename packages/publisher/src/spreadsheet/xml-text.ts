// Text as it stands in the XML of a workbook: what XML or a spreadsheet would read as something else is escaped.

const special: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What a spreadsheet reads as the number of a character: `_x0041_` is A (ECMA-376 Part 1, 22.9.2.19, ST_Xstring). */
const characterNumber = /_(?=x[0-9A-Fa-f]{4}_)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** Half of a character that takes two. */
const loneSurrogate = /\p{Surrogate}/gu;

export function xmlText(text: string): string {
  return text
    .replace(loneSurrogate, "\uFFFD")
    .replace(characterNumber, "_x005F_")
    .replace(control, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(/[&<>"]/g, (letter) => special[letter] ?? letter);
}
