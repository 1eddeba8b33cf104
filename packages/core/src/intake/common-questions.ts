// The questions about all rows together: what a dash means, and whose and of which year the baselines, targets and evaluations are.

import { type Asking, isYes } from "./asking.ts";
import { halfWidth, keyOf } from "./cell-text.ts";
import type { Entry } from "./entries.ts";
import type { Item, NodeFacts } from "./items.ts";
import { yearsIn } from "./years.ts";

export function askDash(items: readonly Item[], asking: Asking, notes: readonly string[]): string {
  const found = items.flatMap(dashesOf);
  if (found.length === 0) return "該当なし";
  const signs = [...new Set(found.map(({ value }) => value.dash ?? ""))];
  const said = notes.find(
    (note) => signs.some((sign) => halfWidth(note).includes(sign)) && /(ない|なし|未|中)/u.test(note),
  );
  const proposal =
    said === undefined
      ? "該当なし"
      : /把握|不明|データ/u.test(said)
        ? "不明"
        : /未実施|実施して/u.test(said)
          ? "未実施"
          : /集計|調査中/u.test(said)
            ? "集計中"
            : /調査/u.test(said)
              ? "調査年でない"
              : "該当なし";
  return asking.ask({
    id: "横線:実績値",
    text: {
      ja: `実績値の「${signs.join("」「")}」は、何を表しますか（${found.length}か所）。`,
      en: `What does “${signs.join("”, “")}” mean among the results (${found.length} cells)?`,
    },
    proposal,
    reason:
      said === undefined
        ? { ja: "表に説明がありません", en: "the table does not say" }
        : { ja: `表の注「${said.slice(0, 60)}」から`, en: "by the table's note" },
    choices: ["該当なし", "未実施", "集計中", "調査年でない", "不明", "載せない"],
    examples: found.slice(0, 4).map(({ at }) => at),
    cells: found.length,
  });
}

/** The years between surveys that come every second or third year: their dashes are asked about apart. */
export function askBetweenSurveys(cycles: ReadonlyMap<Item, number>, asking: Asking): string {
  const found = [...cycles.keys()].flatMap(dashesOf);
  const [one] = cycles;
  if (!one) return "調査年でない";
  const [first, every] = one;
  return asking.ask({
    id: "横線:調査の間",
    text: {
      ja: `「${first.name}」のように、${every}年ごとに値があり、間の年度が横線の指標があります（${cycles.size}件、${found.length}か所）。この横線は何を表しますか。`,
      en: `Some indicators, such as “${first.name}”, have a value every ${every} years and dashes between (${cycles.size} indicators, ${found.length} cells). What do these dashes mean?`,
    },
    proposal: "調査年でない",
    reason: {
      ja: "決まった年ごとに調べる指標のようです",
      en: "they seem to be surveyed at regular intervals",
    },
    choices: ["該当なし", "未実施", "集計中", "調査年でない", "不明", "載せない"],
    examples: found.slice(0, 4).map(({ at }) => at),
    cells: found.length,
  });
}

/**
 * The years from one survey to the next, where an indicator has at least three values (or two, with two dashes between)
 * at even distances of two years or more, and a dash in each year between.
 */
export function surveyCycle({ entries }: Item): number | undefined {
  const yearsOf = (isWanted: (entry: Entry) => boolean) => [
    ...new Set(
      entries.flatMap((entry) =>
        (entry.kind === "value" || entry.kind === "base") &&
        entry.year !== undefined &&
        entry.part === undefined &&
        isWanted(entry)
          ? [entry.year]
          : [],
      ),
    ),
  ];
  const surveyed = yearsOf(({ value }) => value.number !== undefined).sort((a, b) => a - b);
  const [first, second] = surveyed;
  if (first === undefined || second === undefined) return undefined;
  const cycle = second - first;
  const isEven = surveyed.every((year, at) => year === first + at * cycle);
  if (cycle < 2 || !isEven || (surveyed.length < 3 && cycle < 3)) return undefined;
  const dashed = new Set(yearsOf(({ value }) => value.dash !== undefined));
  const last = surveyed.at(-1) ?? first;
  for (let year = first; year < last; year += 1)
    if ((year - first) % cycle !== 0 && !dashed.has(year)) return undefined;
  // A dash where the next survey would have been is something else.
  return [...dashed].some((year) => (year - first) % cycle === 0) ? undefined : cycle;
}

function dashesOf({ entries }: Item): Entry[] {
  return entries.filter(
    ({ kind, value }) => (kind === "value" || kind === "base") && value.dash !== undefined,
  );
}

/** 「80.3（R4）」 in the column of another year: which of the two it is of is asked once. */
export function askOwnYear(items: readonly Item[], asking: Asking): string {
  const found = items.flatMap(({ entries }) => entries.filter(hasOtherYear));
  const [first] = found;
  if (!first) return "";
  return asking.ask({
    id: "値の年度:かっこの年",
    text: {
      ja: `「${halfWidth(first.shown)}」（${first.at}、${first.year}年度の列）のように、列と違う年の書かれた値があります（${found.length}か所）。どちらの年度の値として載せますか。`,
      en: `Some values name another year than their column, such as “${halfWidth(first.shown)}” (${first.at}, in the column of ${first.year}; ${found.length} cells). Of which year are they?`,
    },
    proposal: "かっこの年",
    reason: {
      ja: "その年に測った値が、まだ新しい値がないために書かれているようです",
      en: "they were measured in that year, and no later value seems to be there yet",
    },
    choices: ["かっこの年", "列の年度", "載せない"],
    examples: found.slice(0, 4).map(({ at }) => at),
    cells: found.length,
  });
}

/** Whether a value names another year than the column that it stands in. */
export function hasOtherYear({ kind, year, value }: Entry): boolean {
  return (
    kind === "value" &&
    value.number !== undefined &&
    value.year !== undefined &&
    year !== undefined &&
    value.year !== year
  );
}

export function askBase(items: readonly Item[], asking: Asking): boolean {
  const found = items.flatMap((item) =>
    item.entries.filter(
      ({ kind, year, value }) =>
        kind === "base" &&
        year !== undefined &&
        (value.number !== undefined || value.dash !== undefined) &&
        !item.entries.some(
          (one) => one.kind === "value" && one.year === year && one.value.number !== undefined,
        ),
    ),
  );
  if (found.length === 0) return false;
  const years = [...new Set(found.map(({ year }) => year))].sort();
  return isYes(
    asking.ask({
      id: "基準値:実績値",
      text: {
        ja: `基準値（${years.join("、")}年度、${found.length}か所）を、その年度の実績値としても載せますか。`,
        en: `Are the baselines (${years.join(", ")}; ${found.length} cells) also to stand as results of their years?`,
      },
      proposal: "はい",
      reason: {
        ja: "基準値はその年度に測った値で、グラフが基準の年から始まります",
        en: "a baseline was measured in its year, and the chart begins there",
      },
      choices: ["はい", "いいえ"],
      examples: found.slice(0, 4).map(({ at }) => at),
      cells: found.length,
    }),
  );
}

export function askTargets(
  items: readonly Item[],
  asking: Asking,
): (item: Item, entry: Entry) => "年度" | "最終" {
  const years = new Set(
    items.flatMap(({ entries }) =>
      entries
        .filter(({ kind, year }) => kind === "target" && year !== undefined)
        .map(({ year }) => year as number),
    ),
  );
  const valueYears = items.flatMap(({ entries }) =>
    entries.filter(({ kind }) => kind === "value").flatMap(({ year }) => year ?? []),
  );
  const last = Math.max(0, ...valueYears);
  const isPlain = (entry: Entry) => entry.kind === "target" && entry.isFinal !== true;
  const single = items.every(
    ({ entries }) =>
      entries.filter((entry) => isPlain(entry) && entry.value.several === undefined).length <= 1,
  );
  if (!single) {
    return ({ entries }, entry) => {
      const ends = entries.flatMap((one) =>
        one.kind === "target" && one.year !== undefined ? [one.year] : [],
      );
      return entry.isFinal ||
        entry.year === undefined ||
        (entry.label !== undefined && entry.year === Math.max(...ends))
        ? "最終"
        : "年度";
    };
  }
  const count = items.reduce((sum, { entries }) => sum + entries.filter(isPlain).length, 0);
  if (count === 0 || years.size === 0) return () => "最終";
  const near = [...years].every((year) => last > 0 && year <= last + 1);
  const isLabelled = items.some(({ entries }) =>
    entries.some((entry) => entry.kind === "target" && entry.label !== undefined),
  );
  if (isLabelled) return () => "最終";
  const answer = asking.ask({
    id: "目標値:区分",
    text: {
      ja: `目標値（${[...years].sort().join("、")}年度）は、その年度の目標ですか、計画の最後の目標ですか。`,
      en: `Are the targets (${[...years].sort().join(", ")}) for that year alone, or the plan's last?`,
    },
    proposal: near ? "その年度の目標" : "最後の目標",
    reason: near
      ? { ja: "実績のある最後の年度の次の年度なので", en: "the year follows the last one with results" }
      : { ja: "実績のある年度より先の年度なので", en: "the year lies ahead of the results" },
    choices: ["その年度の目標", "最後の目標"],
    examples: [],
    cells: count,
  });
  return (_item, entry) => (entry.isFinal || !answer.startsWith("その年度") ? "最終" : "年度");
}

export function askEvaluationYear(
  items: readonly Item[],
  asking: Asking,
  nodes: readonly NodeFacts[],
): string {
  const open = [
    ...items.flatMap(({ entries }) => entries),
    ...nodes.flatMap(({ evaluations }) => evaluations),
  ].filter(
    ({ kind, year, value }) =>
      (kind === "evaluation" || kind === "rate") &&
      year === undefined &&
      value.dash === undefined &&
      value.isError !== true,
  );
  if (open.length === 0) return "";
  const yearsOf = (of: Entry["kind"]) =>
    items.flatMap(({ entries }) =>
      entries
        .filter(({ kind, value }) => kind === of && value.number !== undefined)
        .flatMap(({ year }) => year ?? []),
    );
  const results = yearsOf("value");
  const years = results.length > 0 ? results : yearsOf("base");
  const last = years.length === 0 ? undefined : years.reduce((most, year) => Math.max(most, year), 0);
  const schemes = [
    ...new Set(
      open.map(({ scheme, name, kind }) => scheme ?? name ?? (kind === "rate" ? "達成率" : "参考値")),
    ),
  ];
  const answer = asking.ask({
    id: "年度:評価",
    text: {
      ja: `「${schemes.slice(0, 6).join("」「")}」${schemes.length > 6 ? `など${schemes.length}種類` : ""}は、何年度のものですか。`,
      en: `Of which year are ${schemes.slice(0, 6).join(", ")}?`,
    },
    proposal: last === undefined ? "分からない" : `${last}年度`,
    reason: { ja: "実績のある最後の年度です", en: "it is the last year with results" },
    free: true,
    examples: open.slice(0, 4).map(({ at }) => at),
    cells: open.length,
  });
  return /((?:19|20)[0-9]{2})/.exec(halfWidth(answer))?.[1] ?? eraYear(answer);
}

export function askReferenceYear(items: readonly Item[], asking: Asking): string {
  const open = items.flatMap((item) =>
    item.entries.filter(
      ({ kind, year, value }) =>
        kind === "reference" &&
        year === undefined &&
        value.number !== undefined &&
        yearOfNote(item.note) === undefined,
    ),
  );
  if (open.length === 0) return "";
  const noted = items.flatMap(({ note }) => yearOfNote(note) ?? []);
  const results = items.flatMap(({ entries }) =>
    entries
      .filter(({ kind, value }) => kind === "value" && value.number !== undefined)
      .flatMap(({ year }) => year ?? []),
  );
  const proposal =
    noted[0] ??
    (results.length === 0 ? "分からない" : String(results.reduce((most, year) => Math.max(most, year), 0)));
  const names = [...new Set(open.map(({ name }) => name ?? ""))];
  const answer = asking.ask({
    id: "年度:参考値",
    text: {
      ja: `「${names.join("」「")}」は何年度の値ですか（年度の書かれていない${open.length}か所）。`,
      en: `Of which year are ${names.join(", ")} (${open.length} cells without a year)?`,
    },
    proposal,
    reason:
      noted.length > 0
        ? { ja: "同じ表の備考の年度から", en: "by the year in the remarks of the same table" }
        : { ja: "実績のある最後の年度です", en: "it is the last year with results" },
    free: true,
    examples: open.slice(0, 4).map(({ at }) => at),
    cells: open.length,
  });
  return /((?:19|20)[0-9]{2})/.exec(halfWidth(answer))?.[1] ?? eraYear(answer);
}

/** Evaluations that are the same for all indicators of a node are the node's own. */
export function evaluationOwners(items: readonly Item[]): ReadonlySet<string> {
  const nodes = new Map<string, Map<string, Set<string>>>();
  let hasSeveral = false;
  const sizes = new Map<string, number>();
  for (const item of items) {
    if (item.path.length === 0) continue;
    const node = item.path.map(({ name }) => name).join(">");
    sizes.set(node, (sizes.get(node) ?? 0) + 1);
    if ((sizes.get(node) ?? 0) > 1) hasSeveral = true;
    for (const { kind, scheme, shown } of item.entries) {
      if (kind !== "evaluation") continue;
      const of = nodes.get(scheme ?? "") ?? new Map<string, Set<string>>();
      const texts = of.get(node) ?? new Set<string>();
      texts.add(keyOf(shown));
      nodes.set(scheme ?? "", of.set(node, texts));
    }
  }
  if (!hasSeveral) return new Set();
  const owned = [...nodes].filter(
    ([scheme, of]) =>
      /(方向性|余地|今後)/u.test(scheme) && [...of.values()].every((texts) => texts.size === 1),
  );
  return new Set(owned.map(([scheme]) => scheme));
}

/** The only year that a remark names (「H28中核市平均」). */
export function yearOfNote(note: string): string | undefined {
  const years = yearsIn(note).flatMap(({ year }) => year ?? []);
  return years.length === 1 ? String(years[0]) : undefined;
}

function eraYear(answer: string): string {
  const match = /(?:令和|[Rr])\s*(元|[0-9]{1,2})/u.exec(halfWidth(answer));
  if (!match) return "";
  return String(2018 + (match[1] === "元" ? 1 : Number(match[1])));
}
