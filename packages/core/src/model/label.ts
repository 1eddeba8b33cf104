// The unique label (表示名) of every indicator: its name, and where two share it, its project.

import { bracketed } from "../words/readers.ts";
import type { Indicator } from "./indicator.ts";
import { firstListings, type Listing } from "./listing.ts";
import type { PlanNode } from "./node.ts";
import type { Bilingual, Language } from "./text.ts";

/** Of the tables, what a label is made of. */
interface PlanOfIndicators {
  readonly indicators: readonly Indicator[];
  readonly listings: readonly Listing[];
  readonly nodes: readonly PlanNode[];
}

/** What stands in a name for letters that could not be read. */
export const lost = "…";

/**
 * Labels by indicator ID. A shared name takes its project in brackets; a name of which nothing could
 * be read becomes 「名称不明の指標（事業名、頁）」; what is still not unique takes its ID.
 */
export function labelIndicators(tables: PlanOfIndicators): ReadonlyMap<string, Bilingual> {
  const { indicators, listings, nodes } = tables;
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const firstListing = firstListings(listings.toSorted((a, b) => a.order - b.order));
  const homeOf = (indicator: Indicator): { node: PlanNode | undefined; page: number | undefined } => {
    const listing = firstListing.get(indicator.id);
    return { node: listing && nodeById.get(listing.node), page: listing?.page };
  };
  const shared = countNames(indicators.map(({ name }) => name.ja));
  const first = indicators.map((indicator): [string, Bilingual] => {
    const { node, page } = homeOf(indicator);
    const { name } = indicator;
    const project = node?.name ?? { ja: "" };
    const english = name.en ?? name.ja;
    const englishProject = project.en ?? project.ja;
    if (name.ja.replaceAll(lost, "").trim() === "") {
      const place = [project.ja, page === undefined ? "" : `${page}頁`].filter(Boolean).join("、");
      const englishPlace = [englishProject, page === undefined ? "" : `p. ${page}`]
        .filter(Boolean)
        .join(", ");
      return [
        indicator.id,
        { ja: `名称不明の指標（${place}）`, en: `Indicator with an unreadable name (${englishPlace})` },
      ];
    }
    if ((shared.get(name.ja) ?? 0) > 1 && project.ja !== "") {
      return [indicator.id, { ja: `${name.ja}（${project.ja}）`, en: `${english} (${englishProject})` }];
    }
    return [indicator.id, { ja: name.ja, en: english }];
  });
  return new Map(unique(unique(first, "ja"), "en"));
}

function unique(labels: readonly [string, Bilingual][], language: Language): [string, Bilingual][] {
  const count = countNames(labels.map(([, label]) => label[language]));
  return labels.map(([id, label]) => {
    if ((count.get(label[language]) ?? 0) < 2) return [id, label];
    return [id, { ...label, [language]: label[language] + bracketed(id, language) }];
  });
}

/** How often each name is there. */
export function countNames(names: readonly string[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const name of names) count.set(name, (count.get(name) ?? 0) + 1);
  return count;
}
