// The fenced blocks of a page of the docs: what is run, and what it is said to print.

import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface DocBlock {
  readonly language: string;
  readonly code: string;
  /** The `text` block that follows; absent where none does. */
  readonly output?: string;
  /** The heading above. */
  readonly heading: string;
}

export function docBlocks(page: string): DocBlock[] {
  return blocksIn(readFileSync(join(import.meta.dirname, "../../docs", page), "utf8"));
}

export function blocksIn(text: string): DocBlock[] {
  const found = [...text.matchAll(/^#+ (.+)$|^```(\w+)\n([\s\S]*?)^```$/gm)];
  const blocks: DocBlock[] = [];
  let heading = "";
  found.forEach(([, title, language = "", code = ""], at) => {
    if (title !== undefined) heading = title;
    else if (language !== "text") {
      const [, , next, output] = found[at + 1] ?? [];
      blocks.push({
        language,
        code,
        heading,
        ...(next === "text" && output !== undefined ? { output } : {}),
      });
    }
  });
  return blocks;
}
