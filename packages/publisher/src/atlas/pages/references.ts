// Reference values that whoever keeps the atlas adds: a table of national statistics by body and year, each with its source.

import { join } from "node:path";
import type { ReferencePoint } from "@shihyo/core";
import { readIfThere } from "../../disk/read-file.ts";
import { decodeText } from "../../formats/read/decode.ts";
import { readSheet } from "../../formats/read/sheet.ts";
import { Refusal } from "../../refusal.ts";

/** 全国地方公共団体コード (000000 or empty: 全国), 年度, 値, 出典, 共通指標; 名称 where the line has one of its own. */
const file = "references.csv";
const needed = ["全国地方公共団体コード", "年度", "値", "出典", "共通指標"] as const;

/** A row that cannot be read refuses the whole: a line that is silently missing would mislead. */
export async function referencesOf(
  atlas: string,
  commons: ReadonlySet<string>,
): Promise<readonly ReferencePoint[]> {
  const path = join(atlas, file);
  const bytes = await readIfThere(path);
  if (bytes === undefined) return [];
  const sheet = readSheet(file, decodeText(bytes) ?? "");
  if (!("header" in sheet))
    throw broken(path, undefined, "表として読めません", "it cannot be read as a table");
  const { header, rows } = sheet;
  const missing = needed.filter((name) => !header.includes(name));
  if (missing.length > 0)
    throw broken(
      path,
      1,
      `列がありません：${missing.join("、")}`,
      `columns are missing: ${missing.join(", ")}`,
    );
  return rows.flatMap(({ number, cells }): ReferencePoint[] => {
    const cell = (name: string) => (cells[header.indexOf(name)] ?? "").trim();
    if (cells.every((one) => one.trim() === "")) return [];
    const [code, year, printed, source, common] = needed.map(cell) as [
      string,
      string,
      string,
      string,
      string,
    ];
    if (code !== "" && !/^\d{6}$/.test(code))
      throw broken(
        path,
        number,
        `「${code}」は6桁のコードではありません`,
        `“${code}” is no code of six digits`,
      );
    if (!/^\d{4}$/.test(year))
      throw broken(path, number, `「${year}」は西暦の年ではありません`, `“${year}” is no western year`);
    const bare = printed.replaceAll(",", "");
    if (!/^-?\d+(\.\d+)?$/.test(bare))
      throw broken(path, number, `「${printed}」は数ではありません`, `“${printed}” is no number`);
    if (source === "") throw broken(path, number, "出典がありません", "it has no source");
    if (!commons.has(common))
      throw broken(
        path,
        number,
        `「${common}」という共通指標はありません`,
        `there is no common indicator “${common}”`,
      );
    const isNational = code === "" || code === "000000";
    const name = cell("名称") || (isNational ? "全国" : source);
    return [
      {
        common,
        ...(isNational ? {} : { code }),
        name,
        source,
        year: Number(year),
        value: Number(bare),
        printed: bare,
      },
    ];
  });
}

function broken(path: string, row: number | undefined, ja: string, en: string): Refusal {
  return new Refusal({
    ja: `${path}${row === undefined ? "" : ` の${row}行目`}：${ja}。`,
    en: `${path}${row === undefined ? "" : `, row ${row}`}: ${en}.`,
  });
}
