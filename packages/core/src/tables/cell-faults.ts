// What no cell of any table may hold: invisible letters, a spreadsheet's error words, more letters than a cell can have.

import type { IssueDetails } from "../check/issue.ts";
import type { IssueCode } from "../check/issue-codes.ts";

/** Letters without a shape of their own, left behind by web pages, PDFs, chats and a file's properties; marks of which way to read are some, selectors of a character's form none. */
const invisible =
  /\u00AD|\u034F|\u061C|\u115F|\u1160|\u180E|\u2800|\u3164|\uFFA0|[\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]|[\u{E0001}\u{E0020}-\u{E007F}]/u;
/** By which a spreadsheet tells that it could not work something out, or that a column was too narrow. */
const errorWord = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BUSY!|#+)$/i;
/** A cell of a spreadsheet holds no more. */
const mostLetters = 32_767;

export interface CellFault {
  readonly code: IssueCode;
  readonly details: IssueDetails;
}

export function cellFault(text: string): CellFault | undefined {
  if (text === "") return undefined;
  if (text.length > mostLetters) {
    return { code: "text-too-long", details: { found: text.length, start: text.slice(0, 20) } };
  }
  const [letter] = invisible.exec(text) ?? [];
  if (letter !== undefined) {
    const number = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return { code: "invisible-character", details: { found: withMarks(text), character: `U+${number}` } };
  }
  if (errorWord.test(text.trim())) return { code: "error-word", details: { found: text.trim() } };
  return undefined;
}

/** A text without the letters that nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replace(new RegExp(invisible.source, "gu"), "");
}

/** The text with each invisible letter shown as a mark, and not too long for a sentence. */
function withMarks(text: string): string {
  const visible = text.replace(new RegExp(invisible.source, "gu"), "␣");
  return visible.length > 60 ? `${visible.slice(0, 60)}…` : visible;
}
