// oEmbed 1.0: how a CMS that knows it turns the address of an indicator into a card.
//
// Source of its shape: oembed.com, section 2.3.4 (type `rich`).

import { tag, toHtml } from "@shihyo/widgets/markup";
import type { Embed } from "./embeds.ts";

/** The room that a card needs in an `<iframe>`, in CSS pixels. */
const size = { width: 400, height: 320 } as const;

export function oembed({ base, publisher, folder, text }: Embed): string {
  const frame = tag("iframe", { src: `${base}${folder}embed.html`, title: text, ...size, loading: "lazy" });
  const answer = {
    version: "1.0",
    type: "rich",
    title: text,
    provider_name: publisher,
    provider_url: base,
    ...size,
    html: toHtml(frame),
  };
  return `${JSON.stringify(answer, undefined, 1)}\n`;
}
