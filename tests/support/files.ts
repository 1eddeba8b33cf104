// A folder's files as they are: path to bytes, in one order on every machine.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

export type Files = ReadonlyMap<string, Buffer>;

/** Every file below the folder, by its path with `/`; empty where there is no folder. */
export function filesIn(folder: string): Files {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

/** What is missing, extra or different in `found`, in words; empty where the two are the same. */
export function differences(expected: Files, found: Files): string[] {
  const missing = [...expected.keys()].filter((path) => !found.has(path)).map((path) => `missing: ${path}`);
  const extra = [...found.keys()]
    .filter((path) => !expected.has(path))
    .map((path) => `not expected: ${path}`);
  const changed = [...expected].flatMap(([path, bytes]) => {
    const other = found.get(path);
    return other && !bytes.equals(other) ? [`different: ${path}${firstDifference(bytes, other)}`] : [];
  });
  return [...missing, ...extra, ...changed];
}

function firstDifference(a: Buffer, b: Buffer): string {
  const [left, right] = [a.toString("utf8").split("\n"), b.toString("utf8").split("\n")];
  const at = left.findIndex((line, index) => line !== right[index]);
  const line = at < 0 ? left.length : at;
  const shown = (text: string | undefined) => (text === undefined ? "(end)" : text.slice(0, 300));
  return `\n  line ${line + 1}\n  - ${shown(left[line])}\n  + ${shown(right[line])}`;
}
