// Words that are drawn over a workbook's sheets, in text boxes and shapes: the library hands over the cells alone.

import { strFromU8 } from "fflate";

export interface DrawnWords {
  readonly text: string;
  /** The cell over which it begins, counted from 0. */
  readonly row: number;
  readonly column: number;
}

type Parts = Readonly<Record<string, Uint8Array>>;

/** By sheet, what its shapes say. */
export function drawnTexts(parts: Parts): ReadonlyMap<string, readonly DrawnWords[]> {
  const found = new Map<string, readonly DrawnWords[]>();
  if (!Object.keys(parts).some((path) => /^xl\/drawings\/[^/]+\.xml$/i.test(path))) return found;
  const sheets = relations(parts, "xl/workbook.xml");
  for (const [, tag = ""] of textOf(parts, "xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)) {
    const name = unescaped(attribute(tag, "name") ?? "");
    const sheet = sheets.get(/\b\w+:id="([^"]*)"/.exec(tag)?.[1] ?? "");
    if (sheet === undefined) continue;
    const words = [...relations(parts, sheet).values()]
      .filter((path) => /\/drawings\/[^/]+\.xml$/i.test(path))
      .flatMap((path) => wordsIn(textOf(parts, path)));
    if (words.length > 0) found.set(name, words);
  }
  return found;
}

function wordsIn(drawing: string): DrawnWords[] {
  // What older readers are shown says the same again.
  const once = drawing.replace(/<(?:\w+:)?Fallback\b[\s\S]*?<\/(?:\w+:)?Fallback>/g, "");
  const anchors =
    once.match(
      /<((?:\w+:)?)(?:twoCell|oneCell|absolute)Anchor\b[\s\S]*?<\/\1(?:twoCell|oneCell|absolute)Anchor>/g,
    ) ?? [];
  return anchors.flatMap((anchor) => {
    const bodies = anchor.match(/<((?:\w+:)?)txBody\b[\s\S]*?<\/\1txBody>/g) ?? [];
    const at = (name: string) =>
      Number(new RegExp(`<(?:\\w+:)?from>[\\s\\S]*?<(?:\\w+:)?${name}>(\\d+)<`).exec(anchor)?.[1] ?? 0);
    return bodies.flatMap((body): DrawnWords[] => {
      const lines = (body.match(/<((?:\w+:)?)p(?:\s[^>]*)?>[\s\S]*?<\/\1p>/g) ?? []).map((line) =>
        [...line.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)]
          .map(([, text = ""]) => unescaped(text))
          .join(""),
      );
      const text = lines.join("\n").trim();
      return text === "" ? [] : [{ text, row: at("row"), column: at("col") }];
    });
  });
}

/** The parts that a part names, by its own names for them. */
function relations(parts: Parts, path: string): ReadonlyMap<string, string> {
  const folder = path.replace(/[^/]*$/, "");
  const rels = textOf(parts, `${folder}_rels/${path.slice(folder.length)}.rels`);
  return new Map(
    [...rels.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].flatMap(([, tag = ""]) => {
      const [id, target] = [attribute(tag, "Id"), attribute(tag, "Target")];
      return id === undefined || target === undefined ? [] : [[id, resolved(folder, target)] as const];
    }),
  );
}

function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = folder.split("/").filter((step) => step !== "");
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function textOf(parts: Parts, path: string): string {
  const part = parts[path];
  return part === undefined ? "" : strFromU8(part);
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
}

const signs: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

export function unescaped(xml: string): string {
  return xml.replace(/&(#x[0-9a-f]+|#[0-9]+|lt|gt|quot|apos|amp);/gi, (whole, code: string) => {
    if (!code.startsWith("#")) return signs[code.toLowerCase()] ?? whole;
    const point = code[1]?.toLowerCase() === "x" ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : "";
  });
}
