// Audits a published folder that lies on this disk.

import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { Refusal } from "../refusal.ts";
import { type Audit, type AuditOptions, audit } from "../stars/audit.ts";

export async function auditFolder(folder: string, options: AuditOptions = {}): Promise<Audit> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new Refusal({
      ja: found ? `${folder} はファイルです。フォルダーを指定してください。` : `${folder} がありません。`,
      en: found ? `${folder} is a file. Name a folder.` : `There is no ${folder}.`,
    });
  }
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  const read = (path: string) => readFile(join(folder, ...path.split("/")));
  return audit({ name: folder, paths, read }, options);
}
