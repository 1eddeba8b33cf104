// What a list of activities shows, as a tree: each with its number, its unit and when, doubtful ones marked.

import {
  type ActivityJson,
  type GroupFileJson,
  marks,
  type ProjectFileJson,
  type Reader,
  textFor,
  writing,
} from "@shihyo/core";
import type { Tag } from "../markup/tree.ts";
import { findIn } from "../shared/find.ts";
import { tag } from "../shared/runtime.ts";
import { sourcesLine } from "../shared/sources-line.ts";

/** `undefined` where the file is not a project's, or has no such year. */
export function activitiesMarkup(
  file: ProjectFileJson | GroupFileJson,
  reader: Reader,
  href: string,
  wanted: string,
): Tag | undefined {
  if (file.format !== "shihyo-project") return undefined;
  const words = file.activityWords[reader];
  const year = wanted ? findIn(file.years, (one) => `${one.year}` === wanted) : file.years.at(-1);
  const name = textFor(file.name, reader);
  const named = { lang: marks[reader].tag, "aria-label": name };
  const link = tag("a", { href, part: "link" }, name);
  if (!year) return wanted ? undefined : tag("article", named, link, tag("p", {}, words.none));
  const activities = file.activities.filter((one) => one.year === year.year);
  const hasTimes = activities.some(({ shown }) => shown[reader].when !== "");
  const heads = [words.what, words.value, words.unit, hasTimes && words.when, words.page];
  const title = `${words.title} ${textFor(year, reader)}`;
  return tag(
    "article",
    named,
    tag(
      "div",
      { class: "scroll", role: "group", "aria-label": title, tabindex: 0 },
      tag(
        "table",
        { part: "table" },
        tag("caption", { part: "label" }, title, marks[reader].colon, link),
        tag(
          "thead",
          {},
          tag(
            "tr",
            {},
            heads.map((head) => {
              const isNumber = head === words.value || head === words.page;
              return head && tag("th", { scope: "col", class: isNumber && "figure" }, head);
            }),
          ),
        ),
        tag(
          "tbody",
          {},
          activities.map((activity) => row(file, activity, activities, reader, hasTimes)),
        ),
      ),
    ),
    sourcesLine(file, reader),
    tag("p", { class: "address" }, file.project.iri),
  );
}

function row(
  { activityWords }: ProjectFileJson,
  activity: ActivityJson,
  activities: readonly ActivityJson[],
  reader: Reader,
  hasTimes: boolean,
): readonly (Tag | undefined)[] {
  const shown = activity.shown[reader];
  const { note } = activity;
  const whole = findIn(activities, ({ id }) => id === activity.partOf);
  // Under its sum, of which it repeats the name, a part is shown by its own name.
  const part = whole?.what.ja === activity.what.ja ? activity.breakdown : undefined;
  const { reading, unsure } = activity;
  const markOf = (place: typeof unsure) =>
    reading !== "certain" &&
    ["both", place].includes(unsure ?? "what") && [
      " ",
      tag("span", { class: "mark", part: "mark" }, activityWords[reader][reading]),
    ];
  const line = tag(
    "tr",
    { class: note && "noted" },
    tag(
      "th",
      { scope: "row", class: whole && "part" },
      part ? textFor(part, reader) : shown.what,
      markOf("what"),
    ),
    tag(
      "td",
      { class: "figure", part: "value" },
      shown.qualifier + (shown.qualifier && writing[reader].gap) + shown.value,
      markOf("value"),
    ),
    tag("td", {}, shown.unit),
    hasTimes && tag("td", {}, shown.when),
    tag("td", { class: "figure" }, activity.page === undefined ? "" : `${activity.page}`),
  );
  // What is said beside a number stands below it, across the table.
  const said = note
    ? tag(
        "tr",
        { class: "note", part: "note" },
        tag(
          "td",
          { colspan: hasTimes ? 5 : 4 },
          activityWords[reader].note,
          tag("span", { lang: "ja" }, note),
        ),
      )
    : undefined;
  return [line, said];
}
