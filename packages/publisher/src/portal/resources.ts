// The resources of the one dataset on a portal, as a fixed list: which files go up, under which names.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { kindOf } from "../web/file-kinds.ts";

interface ResourceEntry {
  /** After `142123_`. */
  readonly file: string;
  readonly name: string;
  readonly description: string;
}

/**
 * In the portal's order: what most people want first. `open_data_list_rows.csv` is never among them: it is
 * rows for the city's own list, and importers delete what is missing from a list.
 */
export const resourceList: readonly ResourceEntry[] = [
  {
    file: "indicator_result.csv",
    name: "指標の実績（CSV）",
    description: "1行に1指標・1年度・1内訳の実績値",
  },
  {
    file: "indicator_comparison.csv",
    name: "前年度との比較（閲覧用CSV）",
    description: "報告書の順に、前年度と当年度を並べた表",
  },
  {
    file: "observation.csv",
    name: "実績値（機械処理用CSV）",
    description: "コードとURIによる実績値（CSVWのメタデータと対）",
  },
  { file: "indicator.csv", name: "指標一覧（CSV）", description: "指標の名称、単位、期間、望ましい方向" },
  { file: "node.csv", name: "計画の体系（CSV）", description: "基本目標、施策、取組、事業" },
  {
    file: "placement.csv",
    name: "計画の位置づけ（CSV）",
    description: "どの取組や事業がどこに位置づけられているか",
  },
  { file: "listing.csv", name: "指標の掲載（CSV）", description: "指標が報告書のどこに載っているか" },
  { file: "unit.csv", name: "単位一覧（CSV）", description: "単位と、その国際的な表し方" },
  { file: "target.csv", name: "目標値（CSV）", description: "指標ごとの目標年度と目標値" },
  { file: "activity.csv", name: "活動実績（CSV）", description: "取組の実績に書かれた数値" },
  { file: "correction.csv", name: "訂正の記録（CSV）", description: "公開した後に直したことと、その理由" },
  { file: "dataset.xlsx", name: "全体（Excel）", description: "表ごとに1枚のシート" },
  { file: "dataset.json", name: "全体（JSON）", description: "すべてのデータ（JSON Schemaあり）" },
  { file: "dataset.ttl", name: "全体（RDF Turtle）", description: "すべてのデータのRDFグラフ" },
  {
    file: "dataset.parquet",
    name: "指標の実績（Parquet）",
    description: "指標の実績を型のある列で表したもの",
  },
  { file: "dataset.zip", name: "全体（ZIP）", description: "すべてのファイルと説明" },
];

/** A file that goes up, as it is on disk now. */
export interface LocalResource {
  /** `142123_indicator_result.csv`; what tells one resource from another on the portal. */
  readonly file: string;
  /** On this machine. */
  readonly path: string;
  readonly name: string;
  readonly description: string;
  /** As the portal shows it: CSV, XLSX, TTL. */
  readonly format: string;
  /** Without parameters: text/csv. */
  readonly mimetype: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** BODIK's field for the encoding of a CSV: UTF-8 with a BOM. */
  readonly encoding?: "utf-8_sig";
}

export async function localResources(folder: string, code: string): Promise<LocalResource[]> {
  const found: LocalResource[] = [];
  for (const { file: ending, name, description } of resourceList) {
    const file = `${code}_${ending}`;
    const path = join(folder, file);
    const state = await stat(path).catch(() => undefined);
    if (!state?.isFile()) continue;
    const kind = kindOf(file);
    found.push({
      file,
      path,
      name,
      description,
      format: kind.format ?? "",
      mimetype: kind.type.split(";")[0] ?? "",
      bytes: state.size,
      sha256: await sha256Of(path),
    });
  }
  return found;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** True for a file of ours that could be on the portal, whether or not it is in the folder now. */
export function isOurs(file: string, code: string): boolean {
  return resourceList.some(({ file: ending }) => file === `${code}_${ending}`);
}
