// Breaks a text into lines without a browser to measure it: a full-width letter is one em, a half-width one about 0.6.

/** Lines of at most `room` ems; Latin words and numbers stay whole where they fit on a line. */
export function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of pieces(text)) {
    const length = lengthOf(piece);
    if (used + length > room && line !== "") {
      lines.push(line.trimEnd());
      line = "";
      used = 0;
    }
    if (line === "" && piece === " ") continue;
    line += piece;
    used += length;
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** Words of Latin letters and digits, and every other letter by itself; closing marks stay with what they close. */
function pieces(text: string): string[] {
  const found = text
    .replace(/[^\S\u00a0]+/g, " ")
    .match(/[\x21-\x7e\u00a0]{1,24}[、。）」』]*|.[、。）」』，．：；！？ー]*/gsu);
  return found ?? [];
}

function lengthOf(piece: string): number {
  let length = 0;
  for (const letter of piece) length += letter <= "\u007e" ? 0.62 : 1;
  return length;
}
