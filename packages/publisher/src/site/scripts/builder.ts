// The page on which an embed is made, at work: writes the code anew at every choice, and draws it on a pretended page.

import {
  type IndicatorFileJson,
  languageOf,
  linkText,
  marks,
  type Reader,
  textFor,
  yearToShow,
} from "@shihyo/core";
import type { BuilderData } from "../embed-builder.ts";
import { frameSize, imageWidth } from "../embed-forms/frame-size.ts";
import { type ChosenColours, colourProperties, isWeak } from "../embeds/colours.ts";
import {
  type EmbedForm,
  type EmbedSubject,
  elementOf,
  embedCode,
  embedFile,
  embedKind,
  formFits,
  takesYear,
} from "../embeds/embed-codes.ts";
import { versionCode } from "../embeds/version-code.ts";
import { searchable, searchWords } from "../search/searchable.ts";
import { indicatorFile } from "./indicator-file.ts";
import { words } from "./words.ts";

const properties = ["--kpi-color", "--kpi-background", "--kpi-link"] as const;

function start(form: HTMLFormElement, result: HTMLElement, code: HTMLElement, status: HTMLElement): void {
  const data = JSON.parse(form.dataset.of ?? "{}") as BuilderData;
  // A page that is shown before it is published lies nowhere: no file is beside it, and it has no address to keep.
  const isPublished = /^(?:https?|file):$/.test(location.protocol);
  const root = isPublished ? new URL(form.dataset.root ?? "", location.href).href : undefined;
  const options = [...form.querySelectorAll<HTMLOptionElement>("#b-things option")];
  const about = document.getElementById("b-about");
  const matches = document.getElementById("b-matches");
  let round = 0;

  const show = async () => {
    round += 1;
    const own = round;
    const typed = control(form, "what");
    const found = optionsFor(options, typed);
    const option = found.length === 1 ? found[0] : undefined;
    const path = option?.dataset.path;
    const isUnknown = path === undefined && typed !== "";
    matches?.replaceChildren(
      ...(isUnknown ? found.slice(0, most) : []).map(({ value }) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = value;
        button.addEventListener("click", () => choose(value));
        return button;
      }),
    );
    for (const part of [result, code.parentElement]) if (part) part.hidden = path === undefined;
    status.textContent = isUnknown ? data.words.unknown : isPublished ? "" : words.inMemory;
    about?.replaceChildren();
    if (!option || path === undefined) {
      code.textContent = "";
      result.replaceChildren();
      return;
    }
    const id = path.split("/")[1] ?? "";
    if (isPublished) history.replaceState(null, "", `?of=${id}`);
    const file = path.startsWith("indicators/") ? await indicatorFile(root, id) : undefined;
    // Something else may have been chosen while it came.
    if (own !== round) return;
    const shape = chosenForm(form, path);
    const years = file?.indicator.years.map(({ year }) => `${year}`);
    offer(form, "year", "", (year) => takesYear(path, shape) && (years?.includes(year) ?? true));
    // What is a file is published in some languages alone; elements speak all of them.
    const isFile = embedFile(shape, { path, reader: "ja", own: [] }) !== undefined;
    offer(form, "reader", "ja", (one) => !isFile || data.own[one as Reader]?.some((kind) => kind === shape));
    const chosen: ChosenColours = {
      text: control(form, "--kpi-color"),
      back: control(form, "--kpi-background"),
      link: control(form, "--kpi-link"),
    };
    const colours = embedKind(shape) === "element" ? colourProperties(chosen) : {};
    for (const name of properties) {
      const input = form.querySelector<HTMLInputElement>(`[name="${name}"]`);
      if (input) input.disabled = embedKind(shape) !== "element";
    }
    const reader = control(form, "reader") as Reader;
    const label = file
      ? textFor(file.indicator.label, reader)
      : (option.dataset[languageOf[reader]] ?? option.value.replace(/ \([^()]*\)$/, ""));
    const subject = subjectOf({ data, path, label, file, reader, year: control(form, "year"), colours });
    // What the CMSs do to it, and what a policy needs, stands below in the list of ways.
    const way = document.getElementById(`way-${embedKind(shape)}`)?.cloneNode(true);
    if (way instanceof Element && !path.startsWith("indicators/") && shape !== "link") {
      // The element of a part of the plan has a way of its own; what a policy needs is the same.
      const [survives, taken] = way.querySelectorAll("p");
      if (survives) survives.textContent = data.words.node;
      taken?.remove();
    }
    about?.replaceChildren(...(way?.childNodes ?? []));
    if (embedKind(shape) === "element" && isWeak(chosen)) status.textContent = data.words.weak;
    result.dataset.page = control(form, "page");

    const needed = embedFile(shape, subject);
    if (needed !== undefined && subject.year !== undefined && !data.pinned.includes(subject.year)) {
      // A form that is a file of its own exists for an earlier year only where the city asks for it (`pinned`).
      code.textContent = words.notPinned;
      result.replaceChildren();
      return;
    }
    if (shape !== "fragment") {
      code.textContent = embedCode(shape, subject) ?? "";
      result.replaceChildren(drawn(shape, subject, root));
      (self as { kpi?: { upgrade(root: ParentNode): void } }).kpi?.upgrade(result);
      return;
    }
    if (root === undefined) {
      code.textContent = words.notHere;
      result.replaceChildren();
      return;
    }
    const fragment = await fetchText(root + needed);
    if (own !== round) return;
    if (fragment === undefined) {
      const link = document.createElement("a");
      link.href = root + needed;
      link.textContent = words.openFile;
      code.replaceChildren(link);
      result.replaceChildren();
      return;
    }
    code.textContent = embedCode(shape, { ...subject, fragment }) ?? "";
    put(result, fragment.replaceAll(data.base, root));
  };

  const pin = document.querySelector<HTMLDetailsElement>("details#pin");
  let pinRound = 0;
  const showPin = async () => {
    pinRound += 1;
    const own = pinRound;
    const place = document.getElementById("code-data");
    if (!pin?.open || !place) return;
    const [only, ...others] = optionsFor(options, control(form, "what"));
    const path = others.length === 0 ? only?.dataset.path : undefined;
    const line =
      path?.startsWith("indicators/") && root !== undefined
        ? await pinnedData(data.base, root, `${path}data.js`)
        : undefined;
    // The answer to an earlier choice may come after the later one's.
    if (own !== pinRound) return;
    place.textContent = line ?? (path?.startsWith("indicators/") ? words.noSums : words.chooseIndicator);
  };

  form.hidden = false;
  const change = () => {
    void show();
    void showPin();
  };
  const choose = (value: string) => {
    const what = form.querySelector<HTMLInputElement>("#b-what");
    if (!what) return;
    what.value = value;
    change();
    what.focus();
  };
  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  pin?.addEventListener("toggle", () => void showPin());
  // From the page of a node or an indicator: `embed/?of=K0002`, or `embed/#K0002` as before.
  const take = () => {
    const asked =
      new URLSearchParams(location.search).get("of") ?? decodeURIComponent(location.hash.slice(1));
    const option = options.find(({ value }) => value.endsWith(` (${asked})`));
    const what = form.querySelector<HTMLInputElement>("#b-what");
    if (!option || !what) return;
    what.value = option.value;
    // Who comes from the page of a node wants its cards, in colours to be chosen.
    const select = form.querySelector<HTMLSelectElement>("#b-form");
    if (select && !option.dataset.path?.startsWith("indicators/")) select.value = "grid";
    change();
  };
  take();
}

/** As many as are offered below the field, for browsers whose own list is hard to come by. */
const most = 8;

/** The one whose whole name is written, or all in whose names every word of it stands. */
function optionsFor(options: readonly HTMLOptionElement[], typed: string): readonly HTMLOptionElement[] {
  const whole = options.find(({ value }) => value === typed);
  if (whole) return [whole];
  const words = searchWords(typed);
  return words.length === 0
    ? []
    : options.filter(({ value }) => words.every((word) => searchable(value).includes(word)));
}

/** The form that is chosen, or the nearest that the thing can have. */
function chosenForm(form: HTMLFormElement, path: string): EmbedForm {
  const usual: EmbedForm = path.startsWith("indicators/") ? "element" : "grid";
  offer(form, "form", usual, (one) => formFits(path, one as EmbedForm));
  return control(form, "form") as EmbedForm;
}

/** Of a list only what fits can be chosen; what was chosen and fits no longer goes back to `usual`, which always does. */
function offer(
  form: HTMLFormElement,
  name: string,
  usual: string,
  doesFit: (value: string) => boolean | undefined,
): void {
  const select = form.querySelector<HTMLSelectElement>(`#b-${name}`);
  if (!select) return;
  for (const option of select.options) option.disabled = option.value !== usual && !doesFit(option.value);
  if (select.selectedOptions[0]?.disabled) select.value = usual;
}

interface Chosen {
  readonly data: BuilderData;
  readonly path: string;
  readonly label: string;
  readonly file: IndicatorFileJson | undefined;
  readonly reader: Reader;
  readonly year: string;
  readonly colours: Readonly<Record<string, string>>;
}

function subjectOf({ data, path, label, file, reader, year, colours }: Chosen): EmbedSubject {
  const of =
    file?.indicator.years.find((one) => `${one.year}` === year) ?? (file && yearToShow(file.indicator));
  const card = of?.card[reader];
  return {
    base: data.base,
    path,
    label,
    text: card ? linkText(label, card, reader) : label,
    ...(card ? { brief: card.brief } : {}),
    sentence: card?.sentence ?? label,
    reader,
    own: data.own[reader] ?? [],
    ...(year ? { year: Number(year) } : {}),
    colours,
  };
}

/** The line that holds the data as they are now; its hash is the published one, which a page from disk may not read. */
async function pinnedData(base: string, root: string, path: string): Promise<string | undefined> {
  const sums = await fetchText(`${root}SHA256SUMS`);
  const line = sums?.split("\n").find((one) => one.endsWith(`  ${path}`));
  return line && versionCode(base, path, line.slice(0, 64));
}

async function fetchText(address: string): Promise<string | undefined> {
  return fetch(address).then(
    (answer) => (answer.ok ? answer.text() : undefined),
    () => undefined,
  );
}

function control(from: HTMLFormElement, name: string): string {
  const found = from.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found.value : "";
}

/** The thing itself from this folder, made without any HTML being read, rather than from its address to come. */
function drawn(form: EmbedForm, subject: EmbedSubject, root: string | undefined): Node {
  const { path, reader, year, colours, label } = subject;
  const needed = embedFile(form, subject);
  if (needed !== undefined && root === undefined) return document.createTextNode(words.notHere);
  const file = `${root}${needed}`;
  if (form === "image") {
    const image = document.createElement("img");
    image.src = file;
    image.alt = subject.sentence;
    image.width = imageWidth;
    return image;
  }
  if (form === "iframe") {
    const frame = document.createElement("iframe");
    frame.src = file;
    frame.title = label;
    frame.width = `${frameSize.width}`;
    frame.height = `${frameSize.height}`;
    return frame;
  }
  const [folder = "", id = ""] = path.split("/");
  const element = document.createElement(elementOf(form, path) ?? "span");
  if (folder === "indicators") element.setAttribute("indicator", id);
  else element.setAttribute("node", `${folder}/${id}`);
  if (year !== undefined && takesYear(path, form)) element.setAttribute("year", `${year}`);
  element.lang = marks[reader].tag;
  for (const [property, value] of Object.entries(colours ?? {})) element.style.setProperty(property, value);
  element.append(subject.text);
  return element;
}

/** Our own code as nodes; scripts in it do not run again, and the elements are there already. */
function put(place: HTMLElement, code: string): void {
  const own = code.replace(/<script[\s\S]*?<\/script>/g, "");
  const unsafe = place as HTMLElement & { setHTMLUnsafe?(html: string): void };
  // Only this way knows the card that was drawn beforehand; an older browser shows its text.
  if (unsafe.setHTMLUnsafe) unsafe.setHTMLUnsafe(own);
  else place.replaceChildren(document.createRange().createContextualFragment(own));
}

const form = document.querySelector<HTMLFormElement>("#builder");
const result = document.querySelector<HTMLElement>("#b-result");
const code = document.querySelector<HTMLElement>("#b-code");
const status = document.querySelector<HTMLElement>("#b-status");
if (form && result && code && status) start(form, result, code, status);
