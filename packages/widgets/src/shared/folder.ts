// Where below the base a thing is described: the folder of its kind, then its ID.

type Kind = "indicator" | "plan" | "goal" | "policy" | "initiative" | "project";

/** `indicators/K0002/`, `policies/S001/`: where below the base a thing is described. */
export function folderOf(kind: Kind, id: string): string {
  // Half of a surrogate pair cannot stand in an address.
  return `${folderFor(kind)}/${encodeURIComponent(id.replace(/\p{Surrogate}/gu, ""))}/`;
}

/** Of every kind: `plans`, `policies`. */
export function folderFor(kind: string): string {
  return `${kind}s`.replace("ys", "ies");
}
