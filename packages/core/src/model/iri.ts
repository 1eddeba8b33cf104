// The address of everything: where below the base a thing is described, and its hash IRI there.

import type { Activity } from "./activity.ts";
import type { Dataset } from "./dataset.ts";
import type { FiscalYear } from "./fiscal-year.ts";
import type { PlanNode } from "./node.ts";
import type { Observation } from "./observation.ts";
import { type Target, targetKey } from "./target.ts";

/** `goals/G01/`: the folder whose page describes the node. */
export function nodePath({ folder, id }: Pick<PlanNode, "folder" | "id">): string {
  return `${folder}/${id}/`;
}

const pathIn = (folder: string) => (id: string) => `${folder}/${id}/`;

export const indicatorPath = pathIn("indicators");
export const unitPath = pathIn("units");
export const breakdownPath = pathIn("breakdowns");
export const statusPath = pathIn("statuses");
export const sectionPath = pathIn("sections");
export const correctionPath = pathIn("corrections");

export function periodPath(year: FiscalYear): string {
  return `periods/FY${year}/`;
}

/** `projects/J0010/#A0001`. */
export function activityPath(
  { nodes }: Pick<Dataset, "nodes">,
  { id, project }: Pick<Activity, "id" | "project">,
): string {
  const node = nodes.get(project);
  return `${node ? nodePath(node) : `${project}/`}#${id}`;
}

/** `indicators/K0001/#it`: the thing itself, as against the page about it. */
export function thing(path: string): string {
  return `${path}#it`;
}

/** `indicators/K0001/#target-2026`. */
export function targetPath(target: Target): string {
  return `${indicatorPath(target.indicator)}#target-${targetKey(target)}`;
}

/** `indicators/K0001/#target-2026-SR01`: what an earlier document had set in its place. */
export function earlierTargetPath(target: Target): string {
  return `${targetPath(target)}-${target.source}`;
}

/** `indicators/K0001/#FY2024-SR01`: what an earlier document had printed in its place. */
export function earlierPrintPath(
  print: Pick<Observation, "indicator" | "year" | "breakdown" | "source">,
): string {
  return `${observationPath(print)}-${print.source}`;
}

/** `indicators/K0001/#FY2024`, `indicators/K0140/#FY2024-B0001`. */
export function observationPath({
  indicator,
  year,
  breakdown,
}: Pick<Observation, "indicator" | "year"> & { readonly breakdown?: string | undefined }): string {
  return `${indicatorPath(indicator)}#FY${year}${breakdown === undefined ? "" : `-${breakdown}`}`;
}
