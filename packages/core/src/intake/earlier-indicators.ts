// Last year's indicators beside this year's report: what was renamed, what was moved and what is gone is asked, never guessed.

import { groupBy } from "../model/group-by.ts";
import type { Asking } from "./asking.ts";
import { keyOf } from "./cell-text.ts";
import type { Item } from "./items.ts";
import { alike, likeness } from "./likeness.ts";
import type { TableRow } from "./types.ts";

/** What the tables hold already. */
export interface Earlier {
  /** The rows of indicators.csv before this report. */
  readonly indicators: readonly TableRow[];
  /** The nodes at which an indicator is listed. */
  nodesOf(indicator: string): readonly string[];
  /** A node's name, for the question. */
  nameOf(node: string): string;
}

/** An item of the report with where it stands now. */
export interface Placed {
  readonly item: Item;
  readonly node: string;
  readonly unit: string;
}

export interface Settled {
  /** The indicator that an item under another name continues. */
  readonly renamed: ReadonlyMap<Item, string>;
  /** Items that stand elsewhere than the indicator of their name, and are another. */
  readonly apart: ReadonlySet<Item>;
  /** Indicators that are no more. */
  readonly abolished: readonly string[];
}

/** A person is asked at most this many times about names; the rest is told and counts as new. */
const most = 12;

export function settleEarlier(
  placed: readonly Placed[],
  earlier: Earlier,
  asking: Asking,
  year: number | undefined,
): Settled {
  const living = earlier.indicators.filter(({ 廃止年度 = "" }) => 廃止年度 === "");
  if (living.length === 0) return { renamed: new Map(), apart: new Set(), abolished: [] };
  const own = placed.filter(({ item }) => !item.isRelisted);
  const byName = groupBy(living, ({ 名称 = "" }) => keyOf(名称) || undefined);
  const byCode = groupBy(living, ({ 市のコード }) => 市のコード || undefined);
  const known = (item: Item) =>
    (item.code === "" ? undefined : byCode.get(item.code)) ?? byName.get(keyOf(item.name)) ?? [];
  const found = new Set(own.flatMap(({ item }) => known(item).map(idOf)));
  const gone = living.filter((row) => !found.has(idOf(row)));
  const renamed = askRenamed(
    own.filter(({ item }) => known(item).length === 0),
    gone,
    earlier,
    asking,
  );
  const continued = new Set(renamed.values());
  const when = year === undefined ? "" : `:${year}年度`;
  const missing = gone.filter(
    (row) =>
      !continued.has(idOf(row)) &&
      // One section's file says nothing of the others' indicators.
      (found.size * 2 >= living.length || isCovered(row, own, earlier)),
  );
  return {
    renamed,
    apart: askMoved(own, known, earlier, asking, when),
    abolished: askGone(missing, earlier, asking, when, year),
  };
}

const idOf = ({ ID = "" }: TableRow) => ID;

function isCovered(row: TableRow, own: readonly Placed[], { nodesOf }: Earlier): boolean {
  const nodes = new Set(nodesOf(idOf(row)));
  return own.some(({ node }) => nodes.has(node));
}

/** At one node, in one unit, a name that came for one that went; each went and came once. */
function askRenamed(
  fresh: readonly Placed[],
  gone: readonly TableRow[],
  earlier: Earlier,
  asking: Asking,
): Map<Item, string> {
  const pairs = fresh
    .flatMap(({ item, node, unit }) =>
      gone
        .filter((row) => (row.単位ID ?? "") === unit && earlier.nodesOf(idOf(row)).includes(node))
        .map((row) => ({ item, node, row, likeness: likeness(item.name, row.名称 ?? "") })),
    )
    .toSorted((a, b) => b.likeness - a.likeness);
  const renamed = new Map<Item, string>();
  const taken = new Set<string>();
  let asked = 0;
  for (const { item, node, row, likeness: share } of pairs) {
    if (renamed.has(item) || taken.has(idOf(row)) || asked >= most) continue;
    asked++;
    taken.add(idOf(row));
    const before = row.名称 ?? "";
    const answer = asking.ask({
      id: `名称変更:${idOf(row)}:${item.name}`,
      text: {
        ja: `「${earlier.nameOf(node)}」の指標「${before}」（${idOf(row)}）がなく、「${item.name}」があります。名前が変わった同じ指標ですか。`,
        en: `“${before}” (${idOf(row)}) of “${earlier.nameOf(node)}” is gone, and “${item.name}” is there. Is it the same indicator, renamed?`,
      },
      proposal: share >= alike ? "同じ指標" : "別の指標",
      reason:
        share >= alike
          ? {
              ja: "同じ項目、同じ単位で、名前が似ています",
              en: "it has the same place and unit and a similar name",
            }
          : {
              ja: "同じ項目、同じ単位ですが、名前は似ていません",
              en: "place and unit are the same, the names are not alike",
            },
      choices: ["同じ指標", "別の指標"],
      examples: item.entries.slice(0, 2).map(({ at }) => at),
      cells: item.entries.length,
    });
    if (answer.startsWith("同じ")) renamed.set(item, idOf(row));
  }
  return renamed;
}

function askMoved(
  own: readonly Placed[],
  known: (item: Item) => readonly TableRow[],
  { nodesOf, nameOf }: Earlier,
  asking: Asking,
  when: string,
): Set<Item> {
  const moved = own.flatMap(({ item, node }) => {
    const rows = known(item);
    const [row] = rows;
    const isElsewhere = rows.length === 1 && row && !nodesOf(idOf(row)).includes(node);
    return isElsewhere ? [{ item, row, node }] : [];
  });
  if (moved.length === 0) return new Set();
  const said = moved
    .slice(0, 5)
    .map(
      ({ item, row, node }) =>
        `「${item.name}」（${nodesOf(idOf(row)).map(nameOf).join("、")} → ${nameOf(node)}）`,
    );
  const answer = asking.ask({
    id: `移った指標${when}`,
    text: {
      ja: `前と違う項目の下にある指標が${moved.length}あります：${said.join("、")}${moved.length > 5 ? "など" : ""}。前と同じ指標ですか。`,
      en: `${moved.length} indicators stand under another node than before: ${said.join(", ")}. Are they the same?`,
    },
    proposal: "同じ指標",
    reason: { ja: "名前かコードが同じです", en: "they have the same name or code" },
    choices: ["同じ指標", "別の指標"],
    examples: moved.slice(0, 4).flatMap(({ item }) => item.entries.slice(0, 1).map(({ at }) => at)),
    cells: moved.reduce((sum, { item }) => sum + item.entries.length, 0),
  });
  return answer.startsWith("別") ? new Set(moved.map(({ item }) => item)) : new Set();
}

function askGone(
  missing: readonly TableRow[],
  { nodesOf, nameOf }: Earlier,
  asking: Asking,
  when: string,
  year: number | undefined,
): string[] {
  if (missing.length === 0 || year === undefined) return [];
  const said = missing
    .slice(0, 8)
    .map((row) => `「${row.名称 ?? ""}」（${idOf(row)}、${nodesOf(idOf(row)).map(nameOf).join("、")}）`);
  const answer = asking.ask({
    id: `なくなった指標${when}`,
    text: {
      ja: `前にあって、この報告書にない指標が${missing.length}あります：${said.join("、")}${missing.length > 8 ? "など" : ""}。どうしますか。`,
      en: `${missing.length} indicators of before are not in this report: ${said.join(", ")}. What becomes of them?`,
    },
    proposal: "そのまま残す",
    reason: {
      ja: "載っていないだけでは、廃止されたとは言えません",
      en: "not to be printed is not to be abolished",
    },
    choices: ["そのまま残す", `${year}年度から廃止とする`],
    examples: [],
    cells: 0,
  });
  return answer.startsWith("そのまま") ? [] : missing.map(idOf);
}
