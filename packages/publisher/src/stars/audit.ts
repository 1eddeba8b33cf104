// An audit: how many of the five stars a published folder has, star by star, with the evidence.

import { findings, type Star, type StarFinding } from "./checks.ts";
import { type AuditedFolder, gather } from "./evidence.ts";

export interface Audit {
  /** 0 to 5: a star counts only with all those before it. */
  readonly stars: number;
  readonly findings: readonly StarFinding[];
}

export interface AuditOptions {
  /** Leaves a placeholder base be, as if the folder stood at an address of its own. */
  readonly asIfHosted?: boolean;
}

export const allStars: readonly Star[] = [1, 2, 3, 4, 5];

/** Reads the folder and nothing else; no address outside is opened. */
export async function audit(
  folder: AuditedFolder,
  { asIfHosted = false }: AuditOptions = {},
): Promise<Audit> {
  const found = findings(await gather(folder), asIfHosted);
  const lost = allStars.find((star) => found.some((finding) => finding.star === star && !finding.holds));
  return { stars: lost === undefined ? 5 : lost - 1, findings: found };
}
