// The city itself: where it will be published, by whom, and how the pages speak of it, as municipality.json holds it.

import { html, type TemplateResult } from "lit";
import type { WordName } from "../work/words.ts";
import { viewWith } from "./view.ts";

interface Field {
  readonly label: WordName;
  /** Where in the document it stands. */
  readonly path: readonly string[];
  readonly isLong?: boolean;
}

const fields: readonly Field[] = [
  { label: "cityBase", path: ["base"] },
  { label: "cityPublisher", path: ["publisher", "name", "ja"] },
  { label: "citySource", path: ["sourceBody", "name", "ja"] },
  { label: "cityTitle", path: ["title", "ja"] },
  { label: "cityTitleEnglish", path: ["title", "en"] },
  { label: "cityDescription", path: ["description", "ja"], isLong: true },
  { label: "cityAttribution", path: ["attribution", "ja"], isLong: true },
];

const file = "municipality.json";

type Json = { [key: string]: unknown };

export class CityView extends viewWith({
  isSaved: false,
}) {
  override render(): TemplateResult {
    const { desk } = this;
    if (!desk.isOpen) return html`<h2>${desk.say("city")}</h2><p>${desk.say("nothingOpen")}</p>`;
    const document = this.#document();
    const issues = (desk.opened?.issues ?? []).filter((issue) => issue.file === file);
    return html`<h2>${desk.say("city")}</h2><p class="quiet">${desk.say("cityHelp")}</p>
      <form class="city" @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.#save(new FormData(event.currentTarget as HTMLFormElement));
      }}>
      ${fields.map(({ label, path, isLong }) => {
        const [name, value] = [path.join("."), valueAt(document, path)];
        return html`<p><label for=${name}>${desk.say(label)}</label>${
          isLong
            ? html`<textarea id=${name} name=${name} rows="3" .value=${value}></textarea>`
            : html`<input id=${name} name=${name} .value=${value}>`
        }</p>`;
      })}
      <p><label><input type="checkbox" name="official" .checked=${document.official === true}> ${desk.say("cityOfficial")}</label></p>
      <p><button class="main">${desk.say("cityTake")}</button> <span role="status">${this.isSaved ? desk.say("cityTaken") : ""}</span></p></form>
      <ul class="issues">${issues.map(
        (issue) =>
          html`<li class=${issue.level === "error" ? "has-error" : "has-warning"}>${issue.level === "error" ? `✕ ${desk.say("error")}` : `△ ${desk.say("warning")}`} ${issue.message[desk.language]} ${issue.advice[desk.language]}</li>`,
      )}</ul>`;
  }

  #document(): Json {
    try {
      return JSON.parse(new TextDecoder().decode(this.desk.files.get(file))) as Json;
    } catch {
      return {};
    }
  }

  /** What the form does not show stays as it is. */
  async #save(data: FormData): Promise<void> {
    const document = this.#document();
    for (const { path } of fields) put(document, path, String(data.get(path.join(".")) ?? "").trim());
    document.official = data.get("official") !== null;
    const text = `${JSON.stringify(document, undefined, 2)}\n`;
    await this.desk.put(new Map([[file, new TextEncoder().encode(text)]]));
    this.isSaved = true;
  }
}

function valueAt(document: Json, path: readonly string[]): string {
  let value: unknown = document;
  for (const key of path) value = (value as Json | undefined)?.[key];
  return typeof value === "string" ? value : "";
}

/** An empty field is no field. */
function put(document: Json, path: readonly string[], value: string): void {
  const [key = "", ...rest] = path;
  if (rest.length > 0) {
    const inner = { ...(document[key] as Json | undefined) };
    put(inner, rest, value);
    if (Object.keys(inner).length > 0 || key in document) document[key] = inner;
  } else if (value !== "") document[key] = value;
  else delete document[key];
}
