// A listing as a resource: an indicator, or none (指標なし), as printed under a node, with all that stands above it there.

import { type Dataset, indicatorPath, type Listing, nodePath, placementsByNode, thing } from "@shihyo/core";
import { printedPath } from "../plan-paths.ts";
import { detailProperties } from "./details.ts";
import { definitionIri, listingPath, placementPath } from "./iri.ts";
import { type Resource, resource } from "./term.ts";
import { integerLiteral, japanese, links, plain } from "./texts.ts";

/** `indicators/K0001/#L0001`; on the node's page where there is no indicator. */
export function* listingResources(dataset: Dataset, listing: Listing): Iterable<Resource> {
  const { municipality, nodes } = dataset;
  const { base } = municipality;
  const own = (local: string) => definitionIri(municipality, local);
  const nodeIri = (id: string | undefined) => {
    const node = nodes.get(id ?? "");
    return node && base + thing(nodePath(node));
  };
  const { indicator, node: home, above } = listing;
  const node = nodes.get(home);
  const placements = placementsByNode(dataset).get(home) ?? [];
  const placed = placements.find(({ parent }) => parent === above) ?? placements[0];
  yield resource([own("Listing")], base + listingPath(dataset, listing), [
    ["skos:notation", plain(listing.id)],
    [own("lists"), links(indicator === undefined ? undefined : base + thing(indicatorPath(indicator)))],
    [own("under"), links(nodeIri(home))],
    [own("underInitiative"), links(nodeIri(above))],
    [own("placement"), links(node && placed && base + placementPath(node, placed.parent))],
    [own("below"), links(...printedPath(dataset, listing).map(({ id }) => nodeIri(id)))],
    [own("order"), integerLiteral(listing.order)],
    [own("page"), integerLiteral(listing.page)],
    [own("printedName"), japanese(listing.printedName)],
    ...detailProperties(municipality, "listings", listing),
    ["skos:note", japanese(listing.note)],
  ]);
}
