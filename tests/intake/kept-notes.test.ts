// A report taken in once more: what a clerk wrote beside a value or a target stays, and what changed in the report is put anew.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { takeIn } from "../../packages/publisher/src/cli/intake.ts";
import { takingIn } from "../support/taking-in.ts";
import { workplace } from "../support/workplace.ts";

const report = (target: string, rate: string, result: string) => `施策,指標名,単位,R5,R5達成率,目標値 R8
交通,バスの利用者,千人,${result},${rate},${target}
`;

test("a clerk's remarks stay when targets, rates and results change", async () => {
  const at = workplace();
  const [folder, file] = [join(at, "data"), join(at, "実績.csv")];
  const path = (table: string) => join(folder, table);
  const noted = (table: string, note: string) => {
    const [header = "", row = ""] = readFileSync(path(table), "utf8").trimEnd().split("\n");
    const headers = header.split(",");
    const cells = row.split(",");
    const column = headers.indexOf("備考");
    if (column < 0) [headers.push("備考"), cells.push(note)];
    else cells[column] = note;
    writeFileSync(path(table), `${headers.join(",")}\n${cells.join(",")}\n`);
  };
  const cell = (table: string, name: string) => {
    const [header = "", row = ""] = readFileSync(path(table), "utf8").trimEnd().split("\n");
    return row.split(",")[header.replace("\uFEFF", "").split(",").indexOf(name)];
  };
  writeFileSync(file, report("320（見直し後）", "97.0%", "301"));
  await takeIn([file], takingIn(folder));
  expect(cell("targets.csv", "備考")).toBe("見直し後");
  noted("targets.csv", "見直し後。審議会で決定");
  noted("evaluations.csv", "決算で確認");
  noted("observations/2023.csv", "交通事業者に照会");
  writeFileSync(file, report("330（見直し後）", "98.5%", "305（速報）"));
  await takeIn([file], takingIn(folder));
  expect([cell("targets.csv", "目標値"), cell("targets.csv", "備考")]).toEqual([
    "330",
    "見直し後。審議会で決定",
  ]);
  expect([cell("evaluations.csv", "達成率"), cell("evaluations.csv", "備考")]).toEqual([
    "98.5",
    "決算で確認",
  ]);
  expect([
    cell("observations/2023.csv", "実績値"),
    cell("observations/2023.csv", "値の状態"),
    cell("observations/2023.csv", "備考"),
  ]).toEqual(["305", "速報", "交通事業者に照会。速報"]);
});

test("what was provisional and comes again without that is final, and a remark of the value before is told", async () => {
  const at = workplace();
  const [folder, file] = [join(at, "data"), join(at, "実績.csv")];
  const rows = (year: number) =>
    readFileSync(join(folder, `observations/${year}.csv`), "utf8")
      .replace("\uFEFF", "")
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
  const told = (year: number) => {
    const [header = [], ...found] = rows(year);
    const shown = ["実績値", "値の状態", "備考"].map((name) => header.indexOf(name));
    return found.map((row) => shown.map((column) => (column < 0 ? "" : (row[column] ?? ""))).join(" "));
  };
  const first = `令和5年度 実績
施策,指標名,単位,R4,R5
産業,出荷額,億円,400,421（速報）
産業,事業所数,社,90,88（推計）
産業,従業者数,人,"1,200","1,188（台風により中止）"
`;
  const second = `令和6年度 実績
施策,指標名,単位,R5,R6
産業,出荷額,億円,421,430
産業,事業所数,社,87,86（速報値）
産業,従業者数,人,"1,190",-
`;
  writeFileSync(file, first);
  await takeIn([file], takingIn(folder));
  expect(told(2023)).toEqual(["421 速報 速報", "88 推計 推計", "1188 確定 台風により中止"]);
  writeFileSync(file, second);
  const { text } = await takeIn([file], takingIn(folder));
  expect(told(2023)).toEqual(["421 確定 ", "87 確定 ", "1190 確定 台風により中止"]);
  expect(told(2024)).toEqual(["430 確定 ", "86 速報 速報値", " 値なし "]);
  expect(text).toContain("確定としました");
  expect(text).toContain("前の値に付いていた備考");
});
