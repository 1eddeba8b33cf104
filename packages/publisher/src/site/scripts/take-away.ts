// The menu of a card: its sentence, its table for Excel and for Word, its picture as SVG and PNG, all without a server.

import { type IndicatorFileJson, readerFolder, takeAwayWords, yearToShow } from "@shihyo/core";
import { cardSvg } from "../embed-forms/card-svg.ts";
import { chartSvg } from "../embed-forms/chart-svg.ts";
import { cited, excelTable, rowAddress, takenSentence, wordTable } from "../take-away-text.ts";
import { copyText } from "./copy.ts";
import { indicatorFile } from "./indicator-file.ts";
import { reader, words } from "./words.ts";

const own = takeAwayWords[reader];

const saidInHead = (name: string) =>
  document.head.querySelector<HTMLMetaElement>(`meta[name="${name}"],meta[property="${name}"]`)?.content ??
  "";
const whole = () => ({ whole: saidInHead("og:site_name"), by: saidInHead("dcterms.publisher") });

interface Way {
  readonly name: string;
  /** Says whether it was done. */
  take(file: IndicatorFileJson): Promise<boolean>;
}

const ways: readonly Way[] = [
  {
    name: own.take.sentence,
    take: (file) => copyText(takenSentence(file, reader)),
  },
  {
    name: own.take.citation,
    take: (file) => copyText(cited(file, whole(), reader)),
  },
  {
    name: own.take.row,
    take: (file) => copyText(rowAddress(file)),
  },
  {
    name: own.take.excel,
    take: (file) => copyText(excelTable(file, reader)),
  },
  {
    name: own.take.word,
    take: (file) => copyText(excelTable(file, reader), wordTable(file, reader)),
  },
  ...pictures({
    name: own.pictures.wide,
    end: "-chart",
    draw: (file) => chartSvg(file, reader, addressOf(file), "wide"),
  }),
  ...pictures({
    name: own.pictures.square,
    end: "-chart-square",
    draw: (file) => chartSvg(file, reader, addressOf(file), "square"),
  }),
  ...pictures({
    name: own.pictures.card,
    end: "",
    draw: picture,
  }),
  {
    name: own.take.embed,
    take: async ({ indicator }) => {
      location.href = new URL(`${folder}embed/index.html?of=${indicator.id}`, base).href;
      return true;
    },
  },
];

/** A picture as PNG, for slides and documents, and as SVG, to be worked on. */
function pictures({
  name,
  end,
  draw,
}: {
  readonly name: string;
  readonly end: string;
  readonly draw: (file: IndicatorFileJson) => string | undefined;
}): Way[] {
  return (["PNG", "SVG"] as const).map((kind) => ({
    name: own.savePicture(name, kind),
    take: async (file) => {
      const svg = draw(file);
      const blob = !svg ? null : kind === "PNG" ? await png(svg) : new Blob([svg], { type: "image/svg+xml" });
      if (blob) save(blob, `${file.indicator.id}${end}.${kind.toLowerCase()}`);
      return blob !== null;
    },
  }));
}

const folder = readerFolder(reader);
let base = "";
let open: HTMLElement | undefined;

function openMenu(button: HTMLElement, indicator: string, root: string): void {
  base = root;
  const isOwn = open?.dataset.of === indicator;
  close();
  if (isOwn) return;
  const menu = document.createElement("div");
  menu.className = "menu";
  menu.dataset.of = indicator;
  const list = document.createElement("div");
  list.setAttribute("role", "menu");
  list.setAttribute("aria-label", words.menu);
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const items = ways.map(({ name, take }) => {
    const item = document.createElement("button");
    item.type = "button";
    item.setAttribute("role", "menuitem");
    item.textContent = name;
    item.addEventListener("click", async () => {
      const file = await indicatorFile(root, indicator);
      const isDone = file !== undefined && (await take(file));
      status.textContent = isDone ? words.done : words.notCopied;
    });
    return item;
  });
  list.append(...items);
  menu.append(list, status);
  menu.addEventListener("keydown", (event) => {
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      close();
      button.focus();
    } else if (step !== undefined) {
      event.preventDefault();
      items[(at + step + items.length) % items.length]?.focus();
    }
  });
  document.body.append(menu);
  const { left, bottom } = button.getBoundingClientRect();
  const room = document.documentElement.clientWidth - menu.offsetWidth - 8;
  menu.style.insetInlineStart = `${Math.max(8, Math.min(left, room)) + scrollX}px`;
  menu.style.insetBlockStart = `${bottom + scrollY + 4}px`;
  open = menu;
  items[0]?.focus();
}

function close(): void {
  open?.remove();
  open = undefined;
}

document.addEventListener("pointerdown", (event) => {
  if (open && !event.composedPath().includes(open)) close();
});

function addressOf({ indicator }: IndicatorFileJson): string {
  return indicator.iri.replace(/#it$/, "");
}

function picture(file: IndicatorFileJson): string {
  const year = yearToShow(file.indicator);
  if (!year) return "";
  const address = file.indicator.iri.replace(/#it$/, "");
  const embed = {
    base,
    publisher: "",
    file,
    year,
    reader,
    isPinned: false,
    folder: `indicators/${file.indicator.id}/`,
    page: address,
    text: file.indicator.label.ja,
  };
  return cardSvg(embed, address);
}

/** Twice the size, for a screen with fine dots and for print. */
async function png(svg: string): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

(self as unknown as { shihyoTakeAway: typeof openMenu }).shihyoTakeAway = openMenu;
