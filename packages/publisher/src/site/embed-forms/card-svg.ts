// A card as a picture: SVG that a browser shows as an `<img>` and that Word takes as a drawing.
//
// No style sheet, no script and no font of its own: only attributes that every reader of SVG knows.

import { amountText, bracketed, langOf, marks as marksOf, notedText, textFor } from "@shihyo/core";
import { type Markup, tag, toHtml } from "@shihyo/widgets/markup";
import type { Embed } from "./embed.ts";
import { wrap } from "./wrap.ts";

const width = 400;
const padding = 20;
const room = width - 2 * padding;
const family = "Noto Sans JP, Noto Sans CJK JP, Hiragino Sans, Yu Gothic, Meiryo, sans-serif";
const arrows = { up: "↑", down: "↓", same: "→" } as const;

/** A line of text on its way down the card. */
interface Line {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly parts: readonly { readonly text: string; readonly size?: number }[];
  /** Space above it. */
  readonly above?: number;
  /** A dashed line above it, in its colour: the target's. */
  readonly isLined?: boolean;
}

/** `address` is written below, where the picture leaves the pages. */
export function cardSvg(embed: Embed, address = ""): string {
  const { file, year, reader } = embed;
  const card = year.card[reader];
  const lines = [...linesOf(embed), ...(address ? addressLines(address) : [])];
  let down = padding;
  const texts = lines.map(({ size, bold, colour = "#1a1a1a", parts, above = 0, isLined }): Markup => {
    const line =
      isLined &&
      tag("line", {
        x1: padding,
        x2: width - padding,
        y1: down + above / 2,
        y2: down + above / 2,
        stroke: "#ac3e00",
        "stroke-width": 2,
        "stroke-dasharray": "8 4",
      });
    down += above + Math.round(size * 1.5);
    const text = tag(
      "text",
      {
        x: padding,
        y: down - Math.round(size * 0.4),
        "font-size": size,
        "font-weight": bold ? 700 : 400,
        fill: colour,
      },
      parts.map((part) => (part.size ? tag("tspan", { "font-size": part.size }, part.text) : part.text)),
    );
    return [line, text];
  });
  const height = down + padding;
  const picture = tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      lang: langOf(reader),
      role: "img",
      "aria-labelledby": "title desc",
      "font-family": family,
    },
    tag("title", { id: "title" }, textFor(file.indicator.label, reader)),
    tag("desc", { id: "desc" }, card.sentence),
    tag("rect", {
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      rx: 8,
      fill: "#ffffff",
      stroke: "#767676",
    }),
    texts,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toHtml(picture)}\n`;
}

/** An address has no place to be parted but anywhere. */
function addressLines(address: string): Line[] {
  const most = Math.floor(room / 6.5);
  const parts = address.match(new RegExp(`.{1,${most}}`, "gu")) ?? [];
  return parts.map((text) => ({ size: 12, colour: "#595959", parts: [{ text }] }));
}

function linesOf({ file, year, reader }: Embed): Line[] {
  const card = year.card[reader];
  const words = file.words[reader];
  const quiet = "#595959";
  const plain = (text: string, size: number, more: Partial<Line> = {}): Line[] =>
    wrap(text, room / size).map((line, index) => ({
      size,
      ...more,
      above: index === 0 ? (more.above ?? 0) : 0,
      parts: [{ text: line }],
    }));
  const marks = (all: readonly string[]) =>
    all.flatMap((mark) => plain(mark, 14, { bold: true, colour: "#ac3e00" }));
  const exact = amountText(card.value, card.unit, reader);
  const value: Line[] = card.said
    ? [...plain(card.said, 30, { bold: true }), ...plain(exact, 14, { colour: quiet })]
    : card.unit
      ? [
          {
            size: 36,
            bold: true,
            parts: [{ text: card.value }, { text: amountText("", card.unit, reader), size: 18 }],
          },
        ]
      : plain(card.value, 20, { bold: true });
  const arrow = year.movement ? `${arrows[year.movement]} ` : "";
  const judged = card.assessment && bracketed(card.assessment, reader);
  const [observation] = year.observations;
  const source = file.sources.find(({ id }) => id === observation?.source);
  const page =
    observation?.page === undefined
      ? ""
      : ` ${words.page.replace(" ", "\u00a0").replace("{page}", `${observation.page}`)}`;
  const named = ({ title, body }: NonNullable<typeof source>) =>
    textFor(title, reader) + bracketed(textFor(body, reader), reader);
  return [
    ...plain(textFor(file.indicator.label, reader), 18, { bold: true, colour: "#0017c1" }),
    ...marks(card.nameMarks ?? []),
    ...value,
    ...plain(card.year, 14, { colour: quiet }),
    ...marks(card.valueMarks ?? []),
    ...(card.notes ?? []).flatMap((note) =>
      plain(notedText(words.note, note, reader), 12, { colour: quiet }),
    ),
    ...(card.newer ? plain(card.newer, 14, { colour: quiet }) : []),
    ...(card.change ? plain(`${arrow}${card.change}${judged}`, 16) : []),
    ...(card.changeDoubt ? plain(card.changeDoubt, 14, { bold: true, colour: "#ac3e00" }) : []),
    ...(card.target ? lined(plain(card.target, 14, { above: 12 })) : []),
    ...(source
      ? plain(`${words.source}${marksOf[reader].colon}${named(source)}${page}`, 12, {
          colour: quiet,
          above: 6,
        })
      : []),
    ...(file.municipality.official ? [] : plain(words.unofficial, 14, { bold: true, colour: "#ac3e00" })),
  ];
}

function lined(lines: readonly Line[]): Line[] {
  return lines.map((line, index) => (index === 0 ? { ...line, isLined: true } : line));
}
