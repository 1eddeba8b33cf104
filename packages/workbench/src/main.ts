// The page: its head, its steps, and the view of the step that is being done.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { AfterView } from "./views/after.ts";
import { BeginView } from "./views/begin.ts";
import { ChangesView } from "./views/changes.ts";
import { CityView } from "./views/city.ts";
import { CollectView } from "./views/collect.ts";
import { GridView } from "./views/grid.ts";
import { LookView } from "./views/look.ts";
import { PublishView } from "./views/publish.ts";
import { ReportView } from "./views/report.ts";
import { SheetView } from "./views/sheet.ts";
import { Desk } from "./work/desk.ts";
import { filesOf, part } from "./work/parts.ts";
import { practiceCode } from "./work/practice.ts";
import { otherLanguage, type WordName } from "./work/words.ts";

const steps = ["begin", "report", "city", "collect", "sheet", "changes", "look", "publish"] as const;
type Step = (typeof steps)[number];

/** What to try at each step of a first visit. */
const guides: Readonly<Record<Step, WordName>> = {
  begin: "guideBegin",
  report: "guideReport",
  city: "guideCity",
  collect: "guideCollect",
  sheet: "guideSheet",
  changes: "guideChanges",
  look: "guideLook",
  publish: "guidePublish",
};

const views: Readonly<Record<Step, (desk: Desk) => TemplateResult>> = {
  begin: (desk) => html`<wb-begin .desk=${desk}></wb-begin>`,
  report: (desk) => html`<wb-report .desk=${desk}></wb-report>`,
  city: (desk) => html`<wb-city .desk=${desk}></wb-city>`,
  collect: (desk) => html`<wb-collect .desk=${desk}></wb-collect>`,
  changes: (desk) => html`<wb-changes .desk=${desk}></wb-changes>`,
  sheet: (desk) => html`<wb-sheet .desk=${desk}></wb-sheet>`,
  look: (desk) => html`<wb-look .desk=${desk}></wb-look>`,
  publish: (desk) => html`<wb-publish .desk=${desk}></wb-publish>`,
};

class Workbench extends LitElement {
  static override properties = { step: { state: true } };
  declare step: Step;
  readonly #desk = new Desk();
  #wasOpen = false;

  constructor() {
    super();
    this.step = "begin";
    this.#desk.addEventListener("change", () => {
      // Whoever has opened a city wants to see it.
      if (this.#desk.isOpen && !this.#wasOpen && this.step === "begin") {
        // A new city has nothing but examples, so that its report comes next; so does one that was being brought in.
        this.#goTo(this.#desk.freshCode === undefined && !this.#desk.report ? "sheet" : "report");
      }
      this.#wasOpen = this.#desk.isOpen;
      this.requestUpdate();
    });
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target instanceof HTMLInputElement && !event.target.classList.contains("cell");
      if (!(event.ctrlKey || event.metaKey) || isTyping) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      void (key === "y" || event.shiftKey ? this.#desk.redo() : this.#desk.undo());
    });
  }

  /** The button that led here is gone: whoever goes by ear or by keyboard goes on from the new step's title. */
  #goTo(step: Step): void {
    this.step = step;
    void this.updateComplete.then(async () => {
      await this.querySelector<LitElement>("main > :last-child")?.updateComplete;
      const title = this.querySelector<HTMLElement>("main h2");
      title?.setAttribute("tabindex", "-1");
      title?.focus();
    });
  }

  /** A city that the command put beside the page. */
  override async firstUpdated(): Promise<void> {
    const city = await part("city");
    const files = filesOf(city);
    if (files.size > 0) await this.#desk.open(city.name, files);
  }

  protected override createRenderRoot(): HTMLElement {
    this.replaceChildren();
    return this;
  }

  override render(): TemplateResult {
    const desk = this.#desk;
    return html`<header><div><h1>${desk.say("workbench")}</h1><p>${desk.say("lead")}</p></div>
        <div class="tools"><button ?disabled=${!desk.canUndo} @click=${() => desk.undo()}>${desk.say("undo")}</button>
        <button ?disabled=${!desk.canRedo} @click=${() => desk.redo()}>${desk.say("redo")}</button>
        <button lang=${otherLanguage(desk.language)} @click=${() => desk.setLanguage(otherLanguage(desk.language))}>${desk.say("language")}</button></div></header>
      <nav aria-label=${desk.say("steps")}><ol>${steps.map(
        (step) =>
          html`<li><button aria-current=${step === this.step ? "step" : nothing} @click=${() => {
            this.step = step;
          }}>${desk.say(step)}</button></li>`,
      )}</ol>${desk.isOpen ? html`<p class="open">${desk.opened?.city?.name ?? desk.name}</p>` : nothing}</nav>
      <div class="state" role="status">${
        desk.task
          ? html`<span class="busy">${desk.say("working")}：${desk.say(desk.task.name)}${desk.task.done > 0 ? ` ${desk.task.done}` : ""} …</span> <button @click=${() => desk.stop()}>${desk.say("cancel")}</button>`
          : nothing
      }</div>
      ${desk.failure ? html`<p class="box failure" role="alert">${desk.failure[desk.language]}</p>` : nothing}
      <main @wb-step=${(event: CustomEvent<Step>) => {
        this.#goTo(event.detail);
      }}>${this.#isPractice ? html`<p class="box note guide">${desk.say("practiceMark")} ${desk.say(guides[this.step])}</p>` : nothing}${views[this.step](desk)}</main>`;
  }

  get #isPractice(): boolean {
    const { freshCode, opened } = this.#desk;
    return (freshCode ?? opened?.city?.code) === practiceCode && this.#desk.isOpen;
  }
}

customElements.define("wb-grid", GridView);
customElements.define("wb-after", AfterView);
customElements.define("wb-begin", BeginView);
customElements.define("wb-city", CityView);
customElements.define("wb-changes", ChangesView);
customElements.define("wb-collect", CollectView);
customElements.define("wb-report", ReportView);
customElements.define("wb-sheet", SheetView);
customElements.define("wb-look", LookView);
customElements.define("wb-publish", PublishView);
customElements.define("shihyo-workbench", Workbench);
