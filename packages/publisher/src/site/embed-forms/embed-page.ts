// A page for an `<iframe>`: the card alone, without any script, so that it works in a sandbox as well.

import { marks } from "@shihyo/core";
import { cardMarkup, forReader, tag, toHtml } from "@shihyo/widgets/markup";
import { cardStylePath } from "../widgets.ts";
import type { Embed } from "./embed.ts";

export function embedPage({ file, year, reader, folder, page, text }: Embed): string {
  const card = cardMarkup({ file, year, reader, href: page, newer: year.card[reader].newer, target: "_top" });
  const root = "../".repeat(folder.split("/").length - 1);
  const document = tag(
    "html",
    { lang: marks[reader].tag },
    tag(
      "head",
      {},
      tag("meta", { charset: "utf-8" }),
      tag("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      tag("title", {}, text),
      tag("meta", { name: "robots", content: "noindex" }),
      tag("link", { rel: "canonical", href: page.replace(/#.*$/, "") }),
      tag("link", { rel: "stylesheet", href: root + cardStylePath }),
    ),
    tag("body", {}, forReader(card, reader)),
  );
  return `<!doctype html>\n${toHtml(document)}\n`;
}
