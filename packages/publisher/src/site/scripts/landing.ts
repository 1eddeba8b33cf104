// The landing page at work: search as you type, filters, rows or cards, kept in the address so that a view can be linked.

import { bracketed, grouped, marks, quoted, writing } from "@shihyo/core";
import { japaneseParts } from "@shihyo/widgets/markup";
import type { SearchIndex } from "../search/search-index.ts";
import { hasWord, searchable, searchWords } from "../search/searchable.ts";
import { reader } from "./words.ts";

interface Row {
  readonly id: string;
  readonly element: HTMLTableRowElement;
  readonly link: HTMLAnchorElement;
  readonly policies: readonly string[];
  readonly moved: string;
  readonly state: string;
  readonly isDoubtful: boolean;
  readonly judged: string;
  readonly kind: string;
  readonly name: string;
  readonly rate: number | undefined;
  readonly difference: number | undefined;
}

const names = ["q", "goal", "policy", "kind", "change", "state", "sort", "view"] as const;
type State = Readonly<Record<(typeof names)[number], string>>;

function start(form: HTMLFormElement): void {
  const groups = [...document.querySelectorAll<HTMLTableSectionElement>("#rows tbody")];
  const rows = groups.flatMap(rowsOf);
  const goalsOf = new Map(
    [...form.querySelectorAll<HTMLOptionElement>("#policy option[data-goal]")].map((option) => [
      option.value,
      (option.dataset.goal ?? "").split(" "),
    ]),
  );
  const words = JSON.parse(form.dataset.words ?? "{}") as Record<string, string>;
  const count = form.querySelector("output");
  const found = document.querySelector<HTMLElement>("#found");
  const cards = document.querySelector<HTMLElement>("#cards");
  const table = document.querySelector<HTMLElement>("#rows");
  const reset = form.querySelector<HTMLButtonElement>("button[type=reset]");
  const notice = document.querySelector<HTMLElement>("main > .notice");
  const rates = document.querySelector<HTMLElement>("#rates");
  const more = form.querySelector<HTMLDetailsElement>("#more");
  // A phone would show a wall of all of them.
  const folds = matchMedia("(max-width: 47.99rem)").matches
    ? foldsOf(groups, (rows) => counted(rows, words.count, words.one))
    : undefined;
  let index: SearchIndex | undefined;
  /** The index has come, or does not come at all. */
  let isIndexAnswered = false;

  const show = () => {
    const state = stateOf(form);
    const typed = searchWords(state.q);
    for (const option of form.querySelectorAll<HTMLOptionElement>("#policy option[data-goal]")) {
      option.hidden = state.goal !== "" && !(goalsOf.get(option.value) ?? []).includes(state.goal);
    }
    const seen = sorted(rows, state.sort).filter(
      (row) => isMatch(row, state, goalsOf) && isFound(row, typed, index),
    );
    const shown = new Set(seen);
    const isAsked = names.some((name) => name !== "view" && state[name] !== "");
    for (const row of rows) row.element.hidden = !shown.has(row);
    arrange(state.sort, seen);
    for (const group of groups) group.hidden = !rowsIn(group).some(({ hidden }) => !hidden);
    folds?.show(!isAsked);
    if (reset) reset.hidden = !isAsked;
    const elsewhere = typed.length > 0 && index ? things(index, typed) : [];
    const number =
      seen.length === 0 && elsewhere.length === 0
        ? (words.none ?? "")
        : counted(seen.length, words.count, words.one) +
          (elsewhere.length > 0 ? counted(elsewhere.length, words.others, words.other) : "");
    // What is found before the index has come is not all.
    if (count && (typed.length === 0 || isIndexAnswered)) say(count, number);
    // While one searches, the results stand right below the search.
    for (const part of document.querySelectorAll<HTMLElement>("section[aria-labelledby=glance], nav.jump"))
      part.hidden = isAsked;
    if (notice) (isAsked ? document.querySelector("section[aria-labelledby=list]") : found)?.after(notice);
    const told = document.querySelector<HTMLElement>("#shown");
    if (told) {
      told.hidden = !isAsked;
      told.textContent = filterWords(form, number);
      // What the open filters say themselves is told on paper alone.
      const isSeen =
        more?.open ||
        ["goal", "policy", "kind", "change", "state", "sort"].every((name) => !state[name as keyof State]);
      told.classList.toggle("paper", isSeen);
    }
    if (rates) rates.hidden = !state.sort.startsWith("rate");
    if (found) listElsewhere(found, elsewhere, words.elsewhere ?? "", form.dataset.base ?? "");
    const isCards = state.view === "cards";
    if (table) table.hidden = isCards || seen.length === 0;
    if (cards) {
      cards.hidden = !isCards;
      if (isCards) showCards(cards, seen);
    }
  };

  const home = new Map(rows.map(({ element }) => [element, element.parentElement]));
  const all = document.createElement("tbody");
  let order = "";

  /** In one list without groups where an order is asked for; else each back where the report has it. */
  const arrange = (sort: string, seen: readonly Row[]) => {
    if (sort) all.replaceChildren(...seen.map(({ element }) => element));
    if (sort) groups.at(-1)?.after(all);
    else if (order) {
      for (const { element } of rows) home.get(element)?.append(element);
      all.remove();
    }
    order = sort;
  };

  const change = () => {
    show();
    keep(stateOf(form));
    if (stateOf(form).q && !index) {
      void searchIndex(form.dataset.search ?? "").then((loaded) => {
        index = loaded;
        isIndexAnswered = true;
        show();
      });
    }
  };

  const recall = () => {
    const query = new URLSearchParams(location.search);
    for (const name of names) {
      const value = query.get(name) ?? (name === "view" ? "rows" : "");
      const control = form.elements.namedItem(name);
      if (
        control instanceof RadioNodeList ||
        control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement
      ) {
        control.value = value;
      }
    }
    change();
  };

  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // The keyboard of a phone lies over what was found.
    if (matchMedia("(pointer: coarse)").matches) form.querySelector<HTMLInputElement>("#q")?.blur();
    count?.scrollIntoView();
  });
  more?.addEventListener("toggle", show);
  form.addEventListener("reset", () => setTimeout(change));
  form
    .querySelector("#q")
    ?.addEventListener("focus", () => void searchIndex(form.dataset.search ?? ""), { once: true });
  addEventListener("popstate", recall);
  // On a phone they stay folded; what is chosen is said above the list.
  if (more && matchMedia("(min-width: 48rem)").matches) more.open = true;
  recall();
}

let saying: ReturnType<typeof setTimeout> | undefined;

/** Told once, when the typing pauses: a screen reader would speak the number at every letter. */
function say(output: HTMLOutputElement, text: string): void {
  clearTimeout(saying);
  const tell = () => {
    if (output.textContent !== text) output.textContent = text;
  };
  if (output.textContent === "") tell();
  else saying = setTimeout(tell, 400);
}

/** The words with the number in them; in English one thing has words of its own. */
function counted(number: number, many = "{n}", one = many): string {
  return (number === 1 ? one : many).replace("{n}", grouped(number));
}

/**
 * Groups that open and close by a button in their heads. While nothing is asked for they are closed; what is found is
 * always open, and on paper all is.
 */
function foldsOf(groups: readonly HTMLTableSectionElement[], count: (rows: number) => string) {
  const open = new Set<HTMLTableSectionElement>();
  let isFolded = false;
  const buttons = groups.map((group) => {
    const button = document.createElement("button");
    button.type = "button";
    const [head] = group.rows;
    button.setAttribute("aria-label", `${head?.textContent ?? ""} ${count(rowsIn(group).length)}`);
    head?.cells[0]?.append(button);
    button.addEventListener("click", () => {
      if (!open.delete(group)) open.add(group);
      draw();
    });
    return button;
  });
  const draw = () => {
    groups.forEach((group, at) => {
      const button = buttons[at];
      if (!button) return;
      const isOpen = open.has(group);
      button.hidden = !isFolded;
      button.setAttribute("aria-expanded", `${isOpen}`);
      button.textContent = `${count(rowsIn(group).length)} ${isOpen ? "▴" : "▾"}`;
      if (isFolded) for (const row of rowsIn(group)) row.hidden = !isOpen;
    });
  };
  let wasFolded = false;
  addEventListener("beforeprint", () => {
    wasFolded = isFolded;
    if (isFolded) for (const row of groups.flatMap(rowsIn)) row.hidden = false;
  });
  addEventListener("afterprint", () => {
    if (wasFolded) draw();
  });
  return {
    show(folded: boolean) {
      isFolded = folded;
      draw();
    },
  };
}

/** In the order asked for; what has no such number comes last. */
function sorted(rows: readonly Row[], sort: string): readonly Row[] {
  if (!sort) return rows;
  if (sort === "name")
    return rows.toSorted((a, b) => a.name.localeCompare(b.name, document.documentElement.lang));
  const [by, way] = sort.split("-");
  const sign = way === "down" ? 1 : -1;
  const amount = ({ rate, difference }: Row) =>
    (by === "rate" ? rate : difference) ?? sign * Number.POSITIVE_INFINITY;
  return rows.toSorted((a, b) => {
    const [first, second] = [amount(a), amount(b)];
    return first === second ? 0 : first < second ? -sign : sign;
  });
}

/** What is shown, in words, for whoever has it on paper: 「分野：…　値の状態：要確認　指標35件」. */
function filterWords(form: HTMLFormElement, count: string): string {
  const typed = form.querySelector<HTMLInputElement>("#q")?.value.trim();
  const chosen = [...form.querySelectorAll("select")].flatMap((select) => {
    const label = form.querySelector(`label[for="${select.id}"]`)?.textContent ?? "";
    return select.value
      ? [`${label}${marks[reader].colon}${select.selectedOptions[0]?.textContent ?? ""}`]
      : [];
  });
  return [...(typed ? [quoted(typed, reader)] : []), ...chosen, count].join(writing[reader].apart);
}

function rowsIn(group: HTMLTableSectionElement): HTMLTableRowElement[] {
  return [...group.rows].slice(1);
}

function rowsOf(group: HTMLTableSectionElement): Row[] {
  return rowsIn(group).flatMap((element) => {
    const link = element.querySelector("a");
    const id = /indicators\/([^/]+)\//.exec(link?.getAttribute("href") ?? "")?.[1];
    if (!link || !id) return [];
    const { m = "other", s = "number", d, p = "", a = "", k = "", r, c } = element.dataset;
    const amount = (text: string | undefined) => (text === undefined ? undefined : Number(text));
    return [
      {
        id,
        element,
        link,
        policies: [group.dataset.n ?? "", ...p.split(" ")],
        moved: m,
        state: s,
        isDoubtful: d !== undefined,
        judged: a,
        kind: k,
        name: link.textContent ?? "",
        rate: amount(r),
        difference: amount(c),
      },
    ];
  });
}

function stateOf(form: HTMLFormElement): State {
  const data = new FormData(form);
  return Object.fromEntries(names.map((name) => [name, `${data.get(name) ?? ""}`])) as State;
}

/** What is as at first stays out of the address. */
function keep(state: State): void {
  const query = new URLSearchParams();
  for (const name of names)
    if (state[name] && !(name === "view" && state[name] === "rows")) query.set(name, state[name]);
  const text = query.toString();
  try {
    history.replaceState(null, "", `${location.pathname}${text && `?${text}`}${location.hash}`);
  } catch {
    // A page from disk may not be allowed to change its address; the view holds all the same.
  }
}

function isMatch(row: Row, state: State, goalsOf: ReadonlyMap<string, readonly string[]>): boolean {
  const goals = row.policies.flatMap((id) => goalsOf.get(id) ?? [id]);
  return (
    (!state.goal || goals.includes(state.goal)) &&
    (!state.policy || row.policies.includes(state.policy)) &&
    (!state.kind || row.kind === state.kind) &&
    (!state.change || row.moved === state.change || row.judged === state.change) &&
    (!state.state || row.state === state.state || (state.state === "doubtful" && row.isDoubtful))
  );
}

/** Until the index has come, by what the row itself says. */
function isFound(row: Row, typed: readonly string[], index: SearchIndex | undefined): boolean {
  if (typed.length === 0) return true;
  const [own, ...nodes] = index?.indicators[row.id] ?? [searchable(row.element.textContent ?? "")];
  const text = [own, ...nodes.map((id) => index?.nodes[id]?.text ?? "")].join(" ");
  return typed.every((word) => hasWord(text, word));
}

interface Elsewhere {
  readonly path: string;
  readonly words: string;
}

const mostElsewhere = 12;

/** Projects and initiatives by their own names, and activities. */
function things(index: SearchIndex, typed: readonly string[]): Elsewhere[] {
  const all = [...index.activities, ...Object.values(index.nodes)];
  return all
    .filter(({ text }) => typed.every((word) => hasWord(text, word)))
    .map((one) => ({ path: one.path, words: one[reader] ?? one.ja }));
}

function listElsewhere(place: HTMLElement, found: readonly Elsewhere[], title: string, base: string): void {
  place.hidden = found.length === 0;
  const heading = document.createElement("h2");
  heading.textContent = title + bracketed(`${found.length}`, reader);
  const list = document.createElement("ul");
  for (const { path, words } of found.slice(0, mostElsewhere)) {
    const link = document.createElement("a");
    link.href = `${base}${path.replace(/\/(#|$)/, "/index.html$1")}`;
    // What has no English name, and every note, stands there in Japanese.
    const parts = marks[reader].foreign ? japaneseParts(words) : [words];
    link.append(...parts.map((part, at) => (at % 2 ? inJapanese(part) : part)));
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  place.replaceChildren(heading, list);
}

function inJapanese(text: string): HTMLElement {
  const span = document.createElement("span");
  span.lang = "ja";
  span.textContent = text;
  return span;
}

const made = new Map<string, HTMLElement>();

/** Cards are made when they are first wanted, and kept. */
function showCards(place: HTMLElement, rows: readonly Row[]): void {
  const year = document.querySelector("#rows thead th:nth-last-child(2)")?.textContent ?? "";
  place.replaceChildren(
    ...rows.map(({ id, link, element }) => {
      const before = made.get(id);
      if (before) return before;
      const holder = document.createElement("div");
      const card = document.createElement("kpi-card");
      card.setAttribute("indicator", id);
      const paragraph = document.createElement("p");
      const text = link.cloneNode(true) as HTMLAnchorElement;
      // With the marks of its language, where it is in another.
      const cell = element.querySelector(".moved")?.previousElementSibling;
      const told = cell?.querySelectorAll("b, .mark");
      const value = [...(told?.length ? told : (cell?.childNodes ?? []))].map((node) => node.cloneNode(true));
      const notes = [...element.querySelectorAll(".noted")].map((note) => note.cloneNode(true));
      text.append(marks[reader].colon, ...value, bracketed(`${year}`, reader));
      paragraph.append(text, ...notes);
      card.append(paragraph);
      holder.append(card);
      made.set(id, holder);
      return holder;
    }),
  );
}

let asked: Promise<SearchIndex | undefined> | undefined;

function searchIndex(address: string): Promise<SearchIndex | undefined> {
  asked ??= new Promise((done) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = script.onerror = () =>
      done((self as unknown as { shihyoSearch?: SearchIndex[] }).shihyoSearch?.at(-1));
    document.head.append(script);
  });
  return asked;
}

const filters = document.querySelector<HTMLFormElement>("#filters");
if (filters) start(filters);
