// Publish: the checks, the published folder as a ZIP or in place, and what is to be done with it next.

import { isError, isPlaceholder, placeInWords } from "@shihyo/core";
import { checksumFile, isReadAgain, listedSums } from "@shihyo/publisher/pure";
import { html, nothing, type TemplateResult } from "lit";
import { handOver } from "../work/desk.ts";
import { isEmpty, readFolder, writeFolder } from "../work/folder.ts";
import { publishedIn } from "../work/published.ts";
import { WorkFailure } from "../work/worker-client.ts";
import type { AnswerOf, Asked, Bytes, FileMap } from "../worker/protocol.ts";
import { viewWith } from "./view.ts";

export class PublishView extends viewWith({
  written: "",
}) {
  override render(): TemplateResult {
    const { desk } = this;
    const { opened, published } = desk;
    if (!opened) return html`<h2>${desk.say("publish")}</h2><p>${desk.say("nothingOpen")}</p>`;
    const errors = opened.issues.filter(isError).length;
    if (!opened.city) {
      return html`<h2>${desk.say("publish")}</h2><p class="error-text" role="status">${desk.say("error")} ${errors}：${desk.say("notWithErrors")}</p>`;
    }
    return html`<h2>${desk.say("publish")}</h2>
      <p>${opened.city.title}：${opened.city.indicators} ${desk.say("indicators")}、${opened.city.years.join("、")}。${desk.say("warning")} ${opened.issues.length}。</p>
      ${isPlaceholder(opened.city.base) ? html`<p class="box note">△ ${desk.say("placeholder")}</p>` : nothing}
      <section class="box" aria-labelledby="earlier"><h3 id="earlier">${desk.say("earlier")}</h3>
        <p class="quiet" id="earlier-help">${desk.say("earlierHelp")}</p>
        ${desk.earlier ? html`<p>${desk.say("earlierChosen")}${desk.earlier.name}（${desk.earlier.files.size} ${desk.say("files")}）</p>` : nothing}
        <p><label>${desk.say("earlierZip")} <input type="file" accept=".zip,application/zip" aria-describedby="earlier-help" @change=${(event: Event) => this.#earlierZip(this.at(event))}></label></p>
      </section>
      <section class="box" aria-labelledby="make"><h3 id="make">${desk.say("makeFiles")}</h3>
        <p class="quiet">${desk.say("makeFilesHelp")}</p>
        <p><button class="main" ?disabled=${desk.task !== undefined} @click=${() => desk.publish()}>${desk.say("makeFiles")}</button></p>
        ${published ? this.#made(published) : nothing}
      </section>
      <wb-after .desk=${desk}></wb-after>`;
  }

  #made({ files, bytes, issues }: NonNullable<PublishView["desk"]["published"]>): TemplateResult {
    const { desk } = this;
    return html`<p role="status"><b>${desk.say("made")}</b>：${files} ${desk.say("files")}、${(bytes / 1_000_000).toFixed(1)} MB</p>
      ${
        issues.length > 0
          ? html`<details><summary>△ ${desk.say("warning")} ${issues.length}</summary><p>${desk.say("noHindrance")} <button @click=${() => this.go("sheet")}>${desk.say("sheet")}</button></p>
            <ul class="issues">${issues.slice(0, 50).map((issue) => html`<li class="has-warning">${placeInWords(issue, desk.language)}：${issue.message[desk.language]}</li>`)}</ul></details>`
          : nothing
      }
      <p><button class="main" @click=${() => this.#zip()}>${desk.say("publishedZip")}</button>
      ${"showDirectoryPicker" in window ? html`<button @click=${() => this.#folder()}>${desk.say("publishedFolder")}</button>` : nothing}
      <span role="status">${this.written}</span></p>`;
  }

  async #zip(): Promise<void> {
    const code = this.desk.opened?.city?.code ?? "";
    const bytes = await this.desk.ask("publishedZip", { folder: code });
    if (bytes) handOver(`${code}-published.zip`, bytes, "application/zip");
  }

  async #earlierZip(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const bytes: Bytes = new Uint8Array(await file.arrayBuffer());
    const files = await this.desk.ask("unzipPublished", { bytes });
    if (files) this.desk.setEarlier(file.name, publishedIn(files));
  }

  /** Where a folder was published before, its release is kept and the files are made anew from it. */
  async #folder(): Promise<void> {
    const { desk } = this;
    this.written = "";
    try {
      const folder = await window.showDirectoryPicker({ mode: "readwrite" });
      const ours = publishedIn(await readFolder(folder, isReadAgain));
      const code = desk.opened?.city?.code ?? "";
      if (!ours.has(`${code}_dataset.json`) && !(await isEmpty(folder))) {
        desk.note({
          ja: `${folder.name} には、この団体の公開フォルダーではないファイルがあります。空のフォルダーか、前に書き出したフォルダーを選んでください。`,
          en: `${folder.name} holds files that are not this municipality's published folder. Choose an empty folder, or the one written before.`,
        });
        return;
      }
      if (ours.size > 0) {
        desk.setEarlier(folder.name, ours);
        await desk.publish();
      }
      const first = await desk.ask("publishedFiles", { from: 0 });
      if (!first) return;
      const before = new TextDecoder().decode(ours.get(checksumFile));
      await writeFolder(folder, this.#files(first), [...listedSums(before).keys()]);
      this.written = `${desk.say("saved")}（${folder.name}）`;
    } catch (error) {
      if ((error as Error).name !== "AbortError") desk.fail(error);
    }
  }

  /** Everything that was published, a part at a time: the whole of a large city is not held twice. */
  async *#files({
    paths,
    files,
  }: AnswerOf<Asked["publishedFiles"]>): AsyncIterable<readonly [string, Bytes]> {
    let count = 0;
    let part: FileMap | undefined = files;
    while (part) {
      yield* part;
      count += part.size;
      if (count >= paths.length) return;
      part = (await this.desk.ask("publishedFiles", { from: count }))?.files;
    }
    throw new WorkFailure({
      ja: "公開フォルダーに書き終えられませんでした。フォルダーは前のままです。",
      en: "The published folder could not be written. It is as it was.",
    });
  }
}
