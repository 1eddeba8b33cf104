// A card drawn beforehand: declarative shadow DOM with a linked style sheet, and the text link where that is unknown.

import { langOf } from "@shihyo/core";
import { cardMarkup, forReader, tag, toHtml } from "@shihyo/widgets/markup";
import { cardStylePath } from "../widgets.ts";
import type { Embed } from "./embed.ts";

/**
 * One line to paste. The style sheet is linked, since a policy on inline style would refuse a `<style>`; an
 * element that comes later draws in its place, never a second time.
 */
export function fragment({ base, file, year, reader, isPinned, page, text }: Embed): string {
  // An editor that takes the element away leaves its links: they stay links, one beside the other's text.
  const link = `${page.replace(/#.*$/, "")}#text`;
  const card = tag(
    "kpi-card",
    {
      indicator: file.indicator.id,
      year: isPinned && year.year,
      lang: langOf(reader),
    },
    tag(
      "template",
      { shadowrootmode: "open" },
      tag("link", { rel: "stylesheet", href: base + cardStylePath }),
      cardMarkup({
        file,
        year,
        reader,
        href: link,
        newer: year.card[reader].newer,
        more: tag("slot", { name: "more" }),
      }),
    ),
    tag("p", {}, tag("a", { href: link }, text)),
  );
  return `${toHtml(forReader(card, reader))}\n`;
}
