// The pages of a release for each reader: the landing page, one for each indicator and node, their scripts and style sheet.

import {
  type Dataset,
  indicatorPath,
  languages,
  marks,
  nodePath,
  type Reader,
  readerFolder,
  textIn,
  writing,
} from "@shihyo/core";
import { changesSince } from "../formats/changes/changes.ts";
import { type Format, providedTo } from "../formats/format.ts";
import { pageScripts } from "../formats/provided-files.ts";
import { jsonLdNames, jsonLdScript, scriptJson } from "../formats/rdf/json-ld.ts";
import { schemaOrgDataset } from "../formats/rdf/schema-org.ts";
import { type Thing, things } from "../formats/rdf/things.ts";
import { embedTitle } from "./embed-builder.ts";
import { embedMain } from "./embed-help.ts";
import { hasDraftReadings } from "./furigana.ts";
import { indicatorDescription, indicatorMain } from "./indicator-page.ts";
import { landingMain } from "./landing-page.ts";
import { missingPage } from "./missing-page.ts";
import { nodeDescription, nodeMain } from "./node-page.ts";
import { type Html, type Page, pageHtml } from "./page.ts";
import { alternates } from "./parts.ts";
import { searchIndex } from "./search/search-index.ts";
import { type Site, siteOf, type View, viewOf } from "./site.ts";
import { pageNumbers, pageStyle } from "./style.ts";

export const pagesFormat: Format = {
  name: "pages",
  *files(dataset, written, folders) {
    yield { path: "assets/page.css", chunks: [pageStyle, pageNumbers(paperTitles(dataset))] };
    const provided = providedTo(folders);
    for (const name of pageScripts) {
      yield { path: `assets/${name}`, chunks: [provided.bytes(`assets/${name}`)] };
    }
    const site = siteOf(dataset, written, changesSince(dataset, folders), provided.widgetVersion);
    yield { path: "404.html", chunks: [missingPage(dataset)] };
    yield { path: "assets/search.js", chunks: [searchIndex(site)] };
    const described = new Map([...things(dataset)].map((thing) => [thing.path, thing]));
    const jsonLd = (folder: string) => {
      const language = languages.find((one) => readerFolder(one) === folder);
      return language
        ? [scriptJson(schemaOrgDataset(dataset, written, language))]
        : triplesOf(described.get(folder), dataset);
    };
    for (const page of pages(site)) {
      const text = pageHtml(dataset.municipality, { ...page, jsonLd: jsonLd(page.folder) });
      yield { path: `${page.folder}index.html`, chunks: [text] };
    }
  },
};

/** What stands below each printed page. */
function paperTitles({ municipality, releases }: Dataset) {
  const version = releases.at(-1)?.version ?? "";
  const [ja, en] = [textIn(municipality.title, "ja"), textIn(municipality.title, "en")];
  return [
    { language: "ja", text: version ? `${ja}　${version}版` : ja },
    { language: "en", text: version ? `${en}, release ${version}` : en },
  ];
}

/** What the page's thing is, for machines; the pages for other readers describe the same and need not repeat it. */
function triplesOf(thing: Thing | undefined, dataset: Dataset): string[] {
  return thing ? [jsonLdScript(thing.resources(), jsonLdNames(dataset))] : [];
}

function* pages(site: Site): Iterable<Page> {
  for (const reader of site.readers) {
    for (const describe of descriptions(site)) yield whole(site, reader, describe);
  }
}

/** A page as it is the same for every reader: where it stands, and what it says to whom. */
interface Description {
  readonly path: string;
  readonly type?: Page["type"];
  readonly scripts?: Page["scripts"];
  title(view: View): string;
  about(view: View): string;
  main(view: View): Html;
}

function* descriptions(site: Site): Iterable<Description> {
  const { municipality } = site.dataset;
  const siteTitle = (view: View) => view.name(municipality.title);
  const below = (view: View, title: string) => `${title}${writing[view.reader].bar}${siteTitle(view)}`;
  yield {
    path: "",
    type: "website",
    scripts: ["landing.js"],
    title: siteTitle,
    about: (view) => view.name(municipality.description),
    main: landingMain,
  };
  yield {
    path: "embed/",
    scripts: ["doctor.js", "builder.js"],
    title: (view) => below(view, view.say(embedTitle)),
    about: (view) => view.say(embedTitle),
    main: embedMain,
  };
  for (const node of site.plan.nodes) {
    yield {
      path: nodePath(node),
      title: (view) => below(view, view.name(node.name)),
      about: (view) => nodeDescription(view, node),
      main: (view) => nodeMain(view, node),
    };
  }
  for (const json of site.indicators.values()) {
    yield {
      path: indicatorPath(json.id),
      title: (view) => below(view, view.name(json.label)),
      about: (view) => indicatorDescription(view, json),
      main: (view) => indicatorMain(view, json),
    };
  }
}

function whole(site: Site, reader: Reader, description: Description): Page {
  const { path, type, scripts } = description;
  const view = viewOf(site, reader, path);
  return {
    folder: readerFolder(reader) + path,
    reader,
    versions: site.readers.map((one) => ({ reader: one, folder: readerFolder(one) + path })),
    title: description.title(view),
    description: description.about(view),
    alternates: alternates(view, path),
    main: description.main(view),
    hasDraftReadings: marks[reader].hasReadings === true && hasDraftReadings(site.dataset),
    ...(type ? { type } : {}),
    ...(scripts ? { scripts } : {}),
  };
}
