// Holds what an intake made against what the print says: what is right, what is wrong, what is missing.

import { tablesOf, type Understanding } from "@shihyo/core";
import { parse } from "csv-parse/sync";

/** One indicator as a reader of the print knows it. */
export interface Told {
  readonly name: string;
  /** Names of the levels it stands under, highest first. */
  readonly place?: readonly string[];
  readonly unit?: string;
  /** By year: `1234`, `-5`, words, `値なし 集計中`. */
  readonly values: Readonly<Record<string, string>>;
  /** By year, or 「最終」 where none is said: `90`, `90 以上`, words. */
  readonly targets?: Readonly<Record<string, string>>;
  readonly base?: string;
  /** By year, or 年度なし: `達成率 98.5`, `A`. */
  readonly verdicts?: readonly string[];
  readonly section?: string;
  /** What the node that it stands under took: by kind, year and stage (「事業費 2024 決算」). */
  readonly costs?: Readonly<Record<string, string>>;
  /** By the name of a part (a district, a sex), its values by year. */
  readonly parts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface Held {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missing: readonly string[];
}

type Row = Readonly<Record<string, string>>;

/** Every value that is told and every value that was made; none is passed over. */
export function heldAgainst(known: Understanding, told: readonly Told[]): Held {
  const { files } = tablesOf(known);
  const table = (file: string): Row[] =>
    files.has(file) ? parse(files.get(file) ?? "", { columns: true, bom: true }) : [];
  const nodes = new Map(table("nodes.csv").map((row) => [row.ID ?? "", row]));
  const parents = new Map(table("placements.csv").map((row) => [row.ID ?? "", row.親ID ?? ""]));
  const units = new Map(table("units.csv").map((row) => [row.ID ?? "", row.名称 ?? ""]));
  const sections = new Map(table("sections.csv").map((row) => [row.ID ?? "", row.名称 ?? ""]));
  const placeOf = (id: string): string[] => {
    const node = nodes.get(id);
    if (!node || node.段 === "計画") return [];
    return [...placeOf(parents.get(id) ?? ""), node.名称 ?? ""];
  };
  const listings = table("listings.csv");
  const targets = table("targets.csv");
  const verdicts = table("evaluations.csv");
  const spent = table("costs.csv");
  const costsSeen = new Set<string>();
  const years = [...files.keys()].flatMap((file) => /^observations\/([0-9]{4})/.exec(file)?.[1] ?? []);
  const all = years.flatMap((year) =>
    table(`observations/${year}.csv`).map((row) => ({ ...row, year }) as Row),
  );
  const observations = all.filter((row) => row.内訳ID === "");
  const parts = new Map(table("breakdowns.csv").map((row) => [row.ID ?? "", row.名称 ?? ""]));
  const wrong: string[] = [];
  const missing: string[] = [];
  let right = 0;
  const left = table("indicators.csv").map((row) => {
    const node = listings.find(({ 指標ID }) => 指標ID === row.ID)?.掲載先ID ?? "";
    return {
      id: row.ID ?? "",
      name: row.名称 ?? "",
      unit: units.get(row.単位ID ?? "") ?? "",
      place: placeOf(node),
      node,
    };
  });
  const same = (expected: string | undefined, found: string | undefined, what: string) => {
    if (expected === found) {
      if (expected !== undefined) right++;
    } else if (found === undefined) missing.push(`${what}: ${expected} is missing`);
    else wrong.push(`${what}: ${found} instead of ${expected ?? "nothing"}`);
  };
  for (const one of told) {
    const at = left.findIndex(
      ({ name, place }) =>
        name === one.name && (one.place === undefined || place.join(">") === one.place.join(">")),
    );
    const again = at >= 0 ? at : left.findIndex(({ name }) => name === one.name);
    const [found] = again < 0 ? [] : left.splice(again, 1);
    if (!found) {
      missing.push(`「${one.name}」`);
      continue;
    }
    if (one.place !== undefined) same(one.place.join(" > "), found.place.join(" > "), `place of ${one.name}`);
    if (one.unit !== undefined) same(one.unit, found.unit, `unit of ${one.name}`);
    if (one.section !== undefined)
      same(one.section, sections.get(nodes.get(found.node)?.所管ID ?? "") ?? "", `section of ${one.name}`);
    const own = new Map(
      observations.filter(({ 指標ID }) => 指標ID === found.id).map((row) => [row.year ?? "", shown(row)]),
    );
    for (const year of new Set([...Object.keys(one.values), ...own.keys()]))
      same(one.values[year], own.get(year), `${one.name} ${year}`);
    if (one.parts !== undefined) {
      const told = new Map(
        Object.entries(one.parts).flatMap(([part, values]) =>
          Object.entries(values).map(([year, value]) => [`${part} ${year}`, value] as const),
        ),
      );
      const made = new Map(
        all
          .filter((row) => row.指標ID === found.id && row.内訳ID !== "")
          .map((row) => [`${parts.get(row.内訳ID ?? "")} ${row.year}`, shown(row)] as const),
      );
      for (const key of new Set([...told.keys(), ...made.keys()]))
        same(told.get(key), made.get(key), `${one.name} ${key}`);
    }
    const aims = targets.filter(({ 指標ID }) => 指標ID === found.id);
    const aimed = new Map(
      aims
        .filter(({ 目標区分 }) => 目標区分 !== "基準")
        .map((row) => [row.目標年度 || "最終", aim(row)] as const),
    );
    if (one.targets !== undefined)
      for (const year of new Set([...Object.keys(one.targets), ...aimed.keys()]))
        same(one.targets[year], aimed.get(year), `target of ${one.name} ${year}`);
    if (one.base !== undefined)
      same(
        one.base,
        aims.map(({ 基準値, 基準状況 }) => 基準値 || 基準状況).find(Boolean),
        `baseline of ${one.name}`,
      );
    if (one.costs !== undefined && !costsSeen.has(found.node)) {
      costsSeen.add(found.node);
      const own = new Map(
        spent
          .filter(({ 項目ID }) => 項目ID === found.node)
          .map((row) => [`${row.費目} ${row.年度} ${row.区分}`, row.金額 ?? ""]),
      );
      for (const key of new Set([...Object.keys(one.costs), ...own.keys()]))
        same(one.costs[key], own.get(key), `cost of ${found.place.at(-1)}: ${key}`);
    }
    if (one.verdicts !== undefined) {
      const given = verdicts
        .filter(({ 対象ID }) => 対象ID === found.id || 対象ID === found.node)
        .map((row) => `${row.年度} ${row.達成率 ? `達成率 ${row.達成率}` : row.評価}`);
      for (const verdict of new Set([...one.verdicts, ...given]))
        same(
          one.verdicts.includes(verdict) ? verdict : undefined,
          given.includes(verdict) ? verdict : undefined,
          `verdict on ${one.name}`,
        );
    }
  }
  for (const { name, place } of left)
    wrong.push(`「${name}」 (${place.join(" > ")}) is no indicator of the print`);
  return { right, wrong, missing };
}

function shown({ 実績値, 進捗状況, 値なしの理由, 値の状態 }: Row): string {
  if (値の状態 === "値なし") return `値なし ${値なしの理由}`;
  const state = 値の状態 === "確定" ? "" : `（${値の状態}）`;
  return `${実績値 || 進捗状況}${state}`;
}

function aim({ 目標値, 目標値_上限, 目標状況, 目標の向き }: Row): string {
  const range = 目標値_上限 ? `〜${目標値_上限}` : "";
  return [`${目標値 || 目標状況}${range}`, 目標の向き === "範囲" ? "" : 目標の向き].filter(Boolean).join(" ");
}
