// A made-up city of many indicators and years, as tables: what the landing page is measured on.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes the tables: `count` indicators under four goals, thirteen policies and thirty initiatives, for each year. */
export function writeLargeCity(template, folder, count, years) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(template, folder, { recursive: true });
  rmSync(join(folder, "observations"), { recursive: true });
  mkdirSync(join(folder, "observations"));
  const head = (file) => readFileSync(join(template, file), "utf8").split(/\r?\n/)[0];
  const write = (file, header, rows) =>
    writeFileSync(join(folder, file), `${[header, ...rows.map((row) => row.join(","))].join("\n")}\n`);
  const cells = (header, values) => header.split(",").map((name) => values[name.replace("\ufeff", "")] ?? "");
  const id = (letter, number, width) => `${letter}${String(number).padStart(width, "0")}`;
  const range = (length) => Array.from({ length }, (_, index) => index + 1);

  const nodes = head("nodes.csv");
  const node = (values) => cells(nodes, { 読取状況: "確定", ...values });
  const placements = head("placements.csv");
  const place = (ID, 親ID, 順序, 番号 = "") => cells(placements, { ID, 親ID, 順序, 番号 });
  const goals = range(4).map((n) => id("G", n, 2));
  const policies = range(13).map((n) => id("S", n, 3));
  const initiatives = range(30).map((n) => id("T", n, 3));
  const projects = range(Math.ceil(count / 2)).map((n) => id("J", n, 4));
  const parentOf = (list, index, parents) => parents[Math.floor((index * parents.length) / list.length)];
  write("nodes.csv", nodes, [
    node({ ID: "P01", 段: "計画", 名称: "見本の総合戦略" }),
    ...goals.map((one, at) =>
      node({
        ID: one,
        段: "基本目標",
        名称: `見本の目標その${at + 1}をかなえるまちをつくる`,
        計画ID: "P01",
      }),
    ),
    ...policies.map((one, at) =>
      node({ ID: one, 段: "具体的な施策", 名称: `見本の施策その${at + 1}を進める`, 計画ID: "P01" }),
    ),
    ...initiatives.map((one, at) =>
      node({ ID: one, 段: "主な取組", 名称: `見本の取組その${at + 1}の充実`, 計画ID: "P01" }),
    ),
    ...projects.map((one, at) =>
      node({ ID: one, 段: "事業", 名称: `見本推進事業その${at + 1}`, 計画ID: "P01" }),
    ),
  ]);
  write("placements.csv", placements, [
    ...goals.map((one, at) => place(one, "P01", at + 1, at + 1)),
    ...[
      [policies, goals],
      [initiatives, policies],
      [projects, initiatives],
    ].flatMap(([list, parents]) => {
      const seen = new Map();
      return list.map((one, at) => {
        const parent = parentOf(list, at, parents);
        seen.set(parent, (seen.get(parent) ?? 0) + 1);
        return place(one, parent, seen.get(parent), list === projects ? "" : seen.get(parent));
      });
    }),
  ]);
  const indicators = head("indicators.csv");
  const ids = range(count).map((n) => id("K", n, 4));
  write(
    "indicators.csv",
    indicators,
    ids.map((one, at) =>
      cells(indicators, {
        ID: one,
        名称: `見本の取組に参加した人の数その${at + 1}`,
        指標区分: "取組指標",
        単位ID: "U01",
        小数点以下桁数: "0",
        期間区分: "年度",
        集計区分: "単年度",
        望ましい方向: "判断しない",
        読取状況: "確定",
      }),
    ),
  );
  const listings = head("listings.csv");
  write(
    "listings.csv",
    listings,
    ids.map((one, at) => {
      const project = Math.floor(at / 2);
      return cells(listings, {
        ID: id("L", at + 1, 4),
        掲載先ID: projects[project],
        上位ID: parentOf(projects, project, initiatives),
        指標ID: one,
        順序: at + 1,
      });
    }),
  );
  const observations = readFileSync(join(template, "observations/2024.csv"), "utf8").split(/\r?\n/)[0];
  for (const year of years) {
    write(
      `observations/${year}.csv`,
      observations,
      ids.map((one, at) =>
        cells(observations, {
          指標ID: one,
          実績値: 1000 + ((at * 7919 + year * 104729) % 99_991),
          値の状態: "確定",
          読取状況: "確定",
          出典ID: "SR01",
        }),
      ),
    );
  }
}
