// oEmbed 1.0: how a CMS that knows it turns the address of an indicator into a card.
//
// Source of its shape: oembed.com, section 2.3.4 (type `rich`).

import { tag, toHtml } from "@shihyo/widgets/markup";
import type { Embed } from "./embed.ts";
import { frameSize } from "./frame-size.ts";

export function oembed({ base, publisher, folder, text }: Embed): string {
  const frame = tag("iframe", {
    src: `${base}${folder}embed.html`,
    title: text,
    ...frameSize,
    loading: "lazy",
  });
  const answer = {
    version: "1.0",
    type: "rich",
    title: text,
    provider_name: publisher,
    provider_url: base,
    ...frameSize,
    html: toHtml(frame),
  };
  return `${JSON.stringify(answer, undefined, 1)}\n`;
}
