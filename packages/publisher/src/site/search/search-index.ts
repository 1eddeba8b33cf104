// The search index: for each indicator, node and activity the text by which it is found, asked for when someone searches.

import {
  type ActivityWords,
  activityPath,
  activityWords,
  amountText,
  bracketed,
  dateWords,
  forReaders,
  listMarks,
  nodePath,
  type PlanNode,
  type Reader,
  readers,
  readsTranslation,
  type TextJson,
  textFor,
  writing,
} from "@shihyo/core";
import { severalPlans } from "../../formats/plan-paths.ts";
import type { Site } from "../site.ts";
import { everydayWords } from "./everyday.ts";
import { searchable } from "./searchable.ts";

/** What `assets/search.js` hands over. Text is made ready by `searchable`. */
export interface SearchIndex {
  /** By indicator ID: its own text, and the nodes by whose names it is found as well. */
  readonly indicators: Readonly<Record<string, readonly [text: string, ...nodes: string[]]>>;
  readonly nodes: Readonly<Record<string, SearchedThing>>;
  /** Figures inside the report's achievements (活動実績). */
  readonly activities: readonly SearchedThing[];
}

/** As it is called for each reader; who reads Japanese has words of their own only where they differ from it. */
type SearchedNames = Readonly<Partial<Record<Reader, string>>> & { readonly ja: string };

type SearchedThing = SearchedNames & {
  /** Below a reader's pages: `projects/J0005/`, `projects/J0005/#A0001`. */
  readonly path: string;
  readonly text: string;
};

/** A classic script, so that it loads from disk and under a `script-src` policy. */
export function searchIndex(site: Site): string {
  const { dataset, plan, indicators } = site;
  const ready = (texts: readonly (string | undefined)[]) =>
    [
      ...new Set(
        texts.flatMap((text) => (text ? [text, ...everydayWords(text)].map((one) => searchable(one)) : [])),
      ),
    ].join(" ");
  const both = (text: TextJson) => [text.ja, text.en];
  // Two plans may have nodes of one name.
  const several = severalPlans(dataset).length > 0;
  const named = ({ name, plan: of = "" }: PlanNode) => {
    const whole = several ? dataset.nodes.get(of)?.name : undefined;
    return searchedNames(
      (reader) => textFor(name, reader) + (whole ? bracketed(textFor(whole, reader), reader) : ""),
    );
  };
  const index: SearchIndex = {
    indicators: Object.fromEntries(
      [...indicators.values()].map((json) => {
        const listings = plan.listingsOf(json.id);
        const nodes = new Set(listings.flatMap(({ node, above }) => [node, ...(above ? [above] : [])]));
        const names = [
          json.id,
          ...both(json.label),
          ...both(json.name),
          json.kana,
          ...listings.map((one) => one.printedName),
        ];
        return [json.id, [ready(names), ...nodes] as const];
      }),
    ),
    nodes: Object.fromEntries(
      plan.nodes
        .filter(({ level }) => level > 0)
        .map((node) => {
          const section = dataset.sections.get(node.section ?? "");
          const texts = [
            ...both(node.name),
            node.kana,
            ...(node.summary ? both(node.summary) : []),
            ...(section ? both(section.name) : []),
          ];
          return [node.id, { path: nodePath(node), ...named(node), text: ready(texts) }];
        }),
    ),
    activities: dataset.activities.map((activity) => {
      const names = searchedNames((reader) =>
        found(activityWords(dataset, activity, reader), activity.year, reader),
      );
      const project = dataset.nodes.get(activity.project);
      return {
        path: activityPath(dataset, activity),
        ...names,
        text: ready([names.ja, names.en, ...(project ? both(project.name) : [])]),
      };
    }),
  };
  // Only JSON stands in it, with `<` and the line ends that old engines stumble over escaped.
  const json = JSON.stringify(index)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  return `(self.shihyoSearch ??= []).push(${json});\n`;
}

function searchedNames(nameFor: (reader: Reader) => string): SearchedNames {
  const names = forReaders(nameFor);
  const own = readers.filter((reader) => readsTranslation(reader) || names[reader] !== names.ja);
  return { ja: names.ja, ...Object.fromEntries(own.map((reader) => [reader, names[reader]])) };
}

/** 「あつぎ鮎まつり 来場者数　290,000人（令和6年度）」, with what is doubtful about it. */
function found({ what, qualifier, value, unit, doubt }: ActivityWords, year: number, reader: Reader): string {
  const beside = bracketed(
    [dateWords[reader].year(year), doubt].filter(Boolean).join(listMarks[reader].clause),
    reader,
  );
  if (!value) return what + beside;
  const amount = amountText(value, unit, reader);
  return `${what}${writing[reader].beside}${qualifier}${qualifier && writing[reader].gap}${amount}${beside}`;
}
