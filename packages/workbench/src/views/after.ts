// After publishing: the five stars with their evidence, our rows in the city's own list, and what goes to whom.

import { bodyKind, isPlaceholder } from "@shihyo/core";
import type { Audit } from "@shihyo/publisher/stars";
import { html, nothing, type TemplateResult } from "lit";
import { handOver } from "../work/desk.ts";
import type { Merged } from "../worker/protocol.ts";
import { dropped, viewWith } from "./view.ts";

const stars = [1, 2, 3, 4, 5] as const;

export class AfterView extends viewWith({
  audit: undefined as Audit | undefined,
  merged: undefined as (Merged & { readonly name: string }) | undefined,
  isCopied: false,
}) {
  #published: unknown;

  override render(): TemplateResult {
    const { desk } = this;
    if (this.#published !== desk.published) {
      this.#published = desk.published;
      this.audit = undefined;
      this.merged = undefined;
    }
    const city = desk.opened?.city;
    if (!desk.published || !city) return html``;
    return html`<section class="box" aria-labelledby="stars"><h3 id="stars">${desk.say("stars")}</h3>
        <p class="quiet">${desk.say("starsHelp")}</p>
        <p><button ?disabled=${desk.task !== undefined} @click=${() => this.#ask()}>${desk.say("starsDo")}</button></p>
        ${this.audit ? this.#stars(this.audit) : nothing}</section>
      <section class="box" aria-labelledby="list"><h3 id="list">${desk.say("list")}</h3>
        <p class="quiet" id="list-help">${desk.say("listHelp")}</p>
        ${
          isPlaceholder(city.base)
            ? html`<p class="error-text">✕ ${desk.say("listPlaceholder")}</p>`
            : html`<p><label>${desk.say("listChoose")} <input id="city-list" type="file" accept=".csv" aria-describedby="list-help" @change=${(event: Event) => this.#merge(this.at(event))}></label></p>`
        }
        <div role="status">${this.merged ? this.#mergedText(this.merged) : nothing}</div></section>
      <section class="box" aria-labelledby="next"><h3 id="next">${desk.say("next")}</h3>
        <ol><li><b>${desk.say("toOpenData")}</b><p>${desk.say("nextSteps")}</p>
          <p><label for="letter">${desk.say("letter")}</label></p>
          <textarea id="letter" rows="9" readonly lang="ja" .value=${this.#letter(city.name, city.base, city.code)}></textarea>
          <p><button @click=${() => this.#copy()}>${desk.say("copyText")}</button> <span role="status">${this.isCopied ? desk.say("copied") : ""}</span></p></li>
        <li><b>${desk.say("toEditors")}</b><p>${desk.say("toEditorsHelp")}</p>
          <pre tabindex="0" role="group" aria-label=${desk.say("toEditors")}><code>&lt;script src="${city.base}widgets/kpi.js" defer&gt;&lt;/script&gt;</code></pre></li>
        <li><b>${desk.say("toNews")}</b><p>${desk.say("toNewsHelp")}</p></li></ol></section>`;
  }

  #stars({ stars: held, findings }: Audit): TemplateResult {
    const { desk } = this;
    return html`<p role="status"><b>${"★".repeat(held)}${"☆".repeat(5 - held)} ${held}/5</b></p>
      ${stars.map((star) => {
        const own = findings.filter((finding) => finding.star === star);
        const isHeld = own.every(({ holds }) => holds);
        return html`<details ?open=${!isHeld}><summary>${"★".repeat(star)} ${isHeld ? "✓" : `✕ ${desk.say("starMissing")}`}</summary><ul>${own.map(
          ({ holds, nothing: isNothing, asked, found }) =>
            html`<li>${isNothing ? "－" : holds ? "✓" : "✕"} ${asked[desk.language]}<br><span class="quiet evidence">${found[desk.language]}</span></li>`,
        )}</ul></details>`;
      })}`;
  }

  #mergedText({
    name,
    added,
    updated,
    unchanged,
    missingColumns,
    gone,
    bytes,
  }: NonNullable<AfterView["merged"]>): TemplateResult {
    const { desk } = this;
    return html`<p>✓ ${name}：${desk.say("listAdded")} ${added}、${desk.say("listUpdated")} ${updated}、${desk.say("listUnchanged")} ${unchanged}</p>
      ${missingColumns.length > 0 ? html`<p>△ ${desk.say("listMissing")}${missingColumns.join("、")}</p>` : nothing}
      ${gone.length > 0 ? html`<p>△ ${desk.say("listGone")}${gone.join("、")}</p>` : nothing}
      <p><button class="main" @click=${() => handOver(name, bytes, "text/csv")}>${desk.say("listTake")}</button></p>`;
  }

  #letter(name: string, base: string, code: string): string {
    const made = this.desk.published;
    const kind = bodyKind({ name: { ja: name }, code }).ja;
    const address = isPlaceholder(base) ? "（公開する場所のアドレス）" : base;
    return [
      "オープンデータ担当 様",
      "",
      `${name}の指標の実績のデータとページを作りました。公開をお願いします。`,
      `・渡すもの：${code}-published.zip（${made?.files ?? 0}ファイル、${((made?.bytes ?? 0) / 1_000_000).toFixed(1)} MB）`,
      `・置く場所：${address} （ZIPの中の ${code} フォルダーの中身を、そのまま置く）`,
      `・オープンデータ一覧：${this.merged ? `${this.merged.name}（行を加え済み）に差し替える` : `${code}_open_data_list_rows.csv の行を、${kind}の一覧に加える`}`,
      "・前に公開したファイルは消さずに、上書きしてください（前の版のアドレスが残ります）。",
      "・CKANのポータルに載せるときは、コマンド shihyo upload を使います。",
      "",
    ].join("\n");
  }

  async #copy(): Promise<void> {
    const letter = this.querySelector<HTMLTextAreaElement>("#letter");
    if (!letter) return;
    letter.select();
    await navigator.clipboard?.writeText(letter.value).catch(() => document.execCommand("copy"));
    this.isCopied = true;
  }

  async #ask(): Promise<void> {
    const { desk } = this;
    const found = await desk.ask("auditFiles", {});
    if (found) this.audit = await desk.askAuditor("audit", { name: desk.name, ...found });
  }

  async #merge(input: HTMLInputElement): Promise<void> {
    const [file] = await dropped(input.files, this.desk);
    if (!file) return;
    const merged = await this.desk.ask("mergeList", { name: file.name, list: file.bytes });
    this.merged = merged && { ...merged, name: file.name };
  }
}
