// A listing: an indicator as printed under a node, on a page.

import type { DetailsOf } from "./details.ts";

/** An indicator may be listed several times (再掲) and has one set of values all the same. */
export interface Listing extends DetailsOf<"listings"> {
  readonly id: string;
  /** The node it stands under, at any level. */
  readonly node: string;
  /** The node under which that node is printed here, where it stands under several. */
  readonly above?: string;
  /** Absent where the node has no indicator (指標なし). */
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
