// The page on which an embed is made, at work: writes the code anew at every choice, and draws it on a pretended page.

import { type Choices, contrast, embedHtml, fits } from "../embeds/build-embed.ts";

const form = document.querySelector<HTMLFormElement>("#builder");
const result = document.querySelector<HTMLElement>("#b-result");
const code = document.querySelector<HTMLElement>("#b-code");
const told = document.querySelector<HTMLElement>("#b-told");

const properties = ["--kpi-color", "--kpi-background", "--kpi-link"] as const;

if (form && result && code && told) {
  const words = JSON.parse(form.dataset.words ?? "{}") as Readonly<Record<string, string>>;
  const usual = Object.fromEntries(properties.map((name) => [name, control(form, name)]));
  const show = () => {
    const typed = control(form, "what");
    const options = [...form.querySelectorAll<HTMLOptionElement>("#b-things option")];
    const chosen = options.find(({ value }) => value === typed);
    const path = chosen?.dataset.path;
    told.textContent = path === undefined && typed ? (words.unknown ?? "") : "";
    if (path === undefined) {
      code.textContent = "";
      result.replaceChildren();
      return;
    }
    const select = form.querySelector<HTMLSelectElement>("#b-form");
    for (const option of select?.options ?? [])
      option.disabled = !fits(path, option.value as Choices["form"]);
    if (select?.selectedOptions[0]?.disabled) select.value = path.startsWith("indicators/") ? "card" : "grid";
    const colours = Object.fromEntries(
      properties.flatMap((name) =>
        control(form, name) === usual[name] ? [] : [[name, control(form, name)]],
      ),
    );
    const choices: Choices = {
      base: form.dataset.base ?? "",
      path,
      name: typed.replace(/ \([^()]*\)$/, ""),
      form: control(form, "form") as Choices["form"],
      year: control(form, "year"),
      reader: control(form, "reader") as Choices["reader"],
      colours,
    };
    const back = control(form, "--kpi-background");
    const isWeak = ["--kpi-color", "--kpi-link"].some((name) => contrast(control(form, name), back) < 4.5);
    if (isWeak) told.textContent = words.weak ?? "";
    code.textContent = embedHtml(choices);
    draw(result, choices, form.dataset.root ?? "", control(form, "page"));
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  // From the page of a node or an indicator: `embed/#K0002`.
  const asked = decodeURIComponent(location.hash.slice(1));
  const option = [...form.querySelectorAll<HTMLOptionElement>("#b-things option")].find(({ value }) =>
    value.endsWith(` (${asked})`),
  );
  const what = form.querySelector<HTMLInputElement>("#b-what");
  if (option && what) what.value = option.value;
  show();
}

function control(from: HTMLFormElement, name: string): string {
  const found = from.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found.value : "";
}

/** The element itself, made without any HTML being read, on a page as the choice pretends it. */
function draw(place: HTMLElement, choices: Choices, root: string, page: string): void {
  const [folder = "", id = ""] = choices.path.split("/");
  const isIndicator = folder === "indicators";
  const name = choices.form === "link" ? (isIndicator ? "kpi-card" : "kpi-grid") : `kpi-${choices.form}`;
  const element = document.createElement(name);
  if (isIndicator) element.setAttribute("indicator", id);
  else element.setAttribute("node", `${folder}/${id}`);
  if (choices.year) element.setAttribute("year", choices.year);
  element.lang = { ja: "ja", en: "en", easy: "ja-x-easy" }[choices.reader];
  for (const [property, value] of Object.entries(choices.colours)) element.style.setProperty(property, value);
  element.append(choices.name);
  place.dataset.page = page;
  place.dataset.root = root;
  place.replaceChildren(element);
  (self as { kpi?: { upgrade(root: ParentNode): void } }).kpi?.upgrade(place);
}
