// A listing as a resource: an indicator, or none (指標なし), as printed under a project and an initiative.

import { type Dataset, indicatorPath, type Listing, nodePath, thing } from "@shihyo/core";
import { definitionIri } from "./iri.ts";
import { type Resource, resource } from "./term.ts";
import { integer, japanese, links, plain } from "./texts.ts";
import { name } from "./vocabularies.ts";

/** `indicators/K0001/#L0001`; on the project's page where there is no indicator. */
export function* listingResources(dataset: Dataset, listing: Listing, path: string): Iterable<Resource> {
  const { municipality, nodes } = dataset;
  const own = (local: string) => definitionIri(municipality, local);
  const nodeIri = (id: string | undefined) => {
    const node = nodes.get(id ?? "");
    return node && municipality.base + thing(nodePath(node));
  };
  const { indicator } = listing;
  yield resource(
    `${municipality.base}${path}#${listing.id}`,
    [own("Listing")],
    [
      [name("skos:notation"), plain(listing.id)],
      [
        own("lists"),
        links(indicator === undefined ? undefined : municipality.base + thing(indicatorPath(indicator))),
      ],
      [own("under"), links(nodeIri(listing.node))],
      [own("underInitiative"), links(nodeIri(listing.initiative))],
      [own("order"), integer(listing.order)],
      [own("page"), integer(listing.page)],
      [own("printedName"), japanese(listing.printedName)],
      [name("skos:note"), japanese(listing.note)],
    ],
  );
}
