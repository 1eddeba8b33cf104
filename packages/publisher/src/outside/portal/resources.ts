// The resources of the one dataset on a portal, as a fixed list: which files go up, under which names.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { dataFileKind, dataFileKinds, distributionTitle } from "../../formats/published-files.ts";
import { fileKind } from "../web/file-kinds.ts";

/**
 * What follows `142123_` in the names of the files that go up. `open_data_list_rows.csv` is never among them: it is
 * rows for the city's own list, and importers delete what is missing from a list.
 */
export const resourceList: readonly string[] = dataFileKinds
  .filter(({ offered }) => offered.onPortals)
  .map(({ file }) => file);

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
  for (const ending of resourceList) {
    const file = `${code}_${ending}`;
    const path = join(folder, file);
    const state = await stat(path).catch(() => undefined);
    const kind = dataFileKind({ code }, file);
    if (!state?.isFile() || !kind) continue;
    found.push({
      file,
      path,
      name: distributionTitle(kind).ja,
      description: kind.description.ja,
      format: fileKind(file).format ?? "",
      mimetype: kind.mediaType,
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
  return resourceList.some((ending) => file === `${code}_${ending}`);
}
