// What an upload is to do: the folder's files beside the portal's resources, each with its step.

import type { CkanPackage, CkanResource } from "./ckan-client.ts";
import { isOurs, type LocalResource } from "./resources.ts";

export type UploadStep =
  | { readonly kind: "create"; readonly local: LocalResource }
  | { readonly kind: "update"; readonly local: LocalResource; readonly there: CkanResource }
  /** The file is the same; its name, description or format on the portal is not. */
  | { readonly kind: "describe"; readonly local: LocalResource; readonly there: CkanResource }
  | { readonly kind: "same"; readonly local: LocalResource; readonly there: CkanResource }
  /** The portal says no hash of the file: it must be fetched to be compared. */
  | { readonly kind: "compare"; readonly local: LocalResource; readonly there: CkanResource }
  /** The same file twice, as a create that was thought lost leaves it. */
  | { readonly kind: "remove-double"; readonly file: string; readonly there: CkanResource }
  /** In the fixed list, on the portal, and no longer in the folder; removed only with `--prune`. */
  | { readonly kind: "gone"; readonly file: string; readonly there: CkanResource };

/** Other people's resources in the same dataset are never touched: they match no file of the fixed list. */
export function planSteps(
  locals: readonly LocalResource[],
  there: Pick<CkanPackage, "resources"> | undefined,
  code: string,
): UploadStep[] {
  const byFile = new Map<string, CkanResource[]>();
  for (const resource of there?.resources ?? []) {
    const file = fileOf(resource);
    if (file !== undefined && isOurs(file, code)) byFile.set(file, [...(byFile.get(file) ?? []), resource]);
  }
  const steps: UploadStep[] = locals.map((local) => {
    const [first] = byFile.get(local.file) ?? [];
    return first ? stepFor(local, first) : { kind: "create", local };
  });
  for (const [file, [first, ...others]] of byFile) {
    steps.push(...others.map((one): UploadStep => ({ kind: "remove-double", file, there: one })));
    if (first && !locals.some((local) => local.file === file))
      steps.push({ kind: "gone", file, there: first });
  }
  return steps;
}

export function stepFor(local: LocalResource, there: CkanResource): UploadStep {
  const hash = hashOf(there);
  if (hash !== undefined && hash !== local.sha256) return { kind: "update", local, there };
  // A size that differs tells of a file that may not be the one that the hash beside it speaks of.
  const isDoubtful = there.size != null && Number(there.size) !== local.bytes;
  if (hash === undefined || isDoubtful) return { kind: "compare", local, there };
  return { kind: isDescribed(local, there) ? "same" : "describe", local, there };
}

export function isDescribed(local: LocalResource, there: CkanResource): boolean {
  return (
    there.name === local.name &&
    there.description === local.description &&
    // A portal may call a format by a name of its own.
    Boolean(there.format)
  );
}

/** The name of an uploaded file, as the address of its download ends; CKAN keeps it, in lower case. */
function fileOf({ url, url_type }: CkanResource): string | undefined {
  if (url_type !== "upload" || typeof url !== "string") return undefined;
  const name = url.slice(url.lastIndexOf("/") + 1).toLowerCase();
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function hashOf({ hash }: CkanResource): string | undefined {
  return /^(?:sha256:)?([0-9a-f]{64})$/.exec(hash ?? "")?.[1];
}
