// The pages of a release: the landing page, one for each indicator, and their style sheet.

import { type Dataset, indicatorJson, series } from "@shihyo/core";
import type { Format, WrittenFiles } from "../write/format.ts";
import { describer } from "./described.ts";
import { indicatorPage } from "./indicator-page.ts";
import { landingPage } from "./landing-page.ts";
import { type Page, pageText } from "./page.ts";
import { pageStyle } from "./style.ts";

export const pagesFormat: Format = {
  name: "pages",
  *files(dataset, written) {
    yield { path: "assets/page.css", chunks: [pageStyle] };
    const described = describer(dataset, written);
    for (const page of pages(dataset, written)) {
      yield { path: `${page.folder}index.html`, chunks: [pageText(dataset.municipality, described(page))] };
    }
  },
};

function* pages(dataset: Dataset, written: WrittenFiles): Iterable<Page> {
  const all = [...series(dataset)].map((item) => ({ item, json: indicatorJson(dataset, item) }));
  yield landingPage(dataset, new Map(all.map(({ json }) => [json.id, json])), written);
  for (const { item, json } of all) yield indicatorPage(dataset, item, json);
}
