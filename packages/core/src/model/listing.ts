// A listing: an indicator as printed under a project, an initiative and a page.

/** An indicator may be listed several times (再掲) and has one set of values all the same. */
export interface Listing {
  readonly id: string;
  /** The project it stands under, or the goal or policy of a 数値目標 or KPI. */
  readonly node: string;
  /** The initiative that the project is printed under here; absent for a goal's or policy's indicator. */
  readonly initiative?: string;
  /** Absent where the project has no indicator (指標なし). */
  readonly indicator?: string;
  /** Its place in the printed report, from 1. */
  readonly order: number;
  readonly page?: number;
  /** The indicator's name as printed here, where it differs. */
  readonly printedName?: string;
  readonly note?: string;
}

/** The listing where each indicator stands first; its other listings are 再掲. */
export function firstListings(listings: readonly Listing[]): ReadonlyMap<string, Listing> {
  const first = new Map<string, Listing>();
  for (const listing of listings) {
    if (listing.indicator !== undefined && !first.has(listing.indicator))
      first.set(listing.indicator, listing);
  }
  return first;
}
