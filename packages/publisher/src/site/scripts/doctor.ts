// The Embed doctor at work: examines the HTML that was pasted, on this page alone, and says what it found.

import { bracketed } from "@shihyo/core";
import {
  type Diagnosis,
  diagnose,
  type EmbedFinding,
  type Examined,
  isSerious,
} from "../embeds/embed-doctor.ts";
import { reader } from "./words.ts";

interface Words {
  readonly findings: Readonly<Record<EmbedFinding, string>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly found: string;
  readonly nothing: string;
  readonly well: string;
  readonly missing: string;
  readonly instead: string;
  /** The folders of the plan's levels. */
  readonly folders: readonly string[];
}

const form = document.querySelector<HTMLFormElement>("#examine");
const answer = document.querySelector("#diagnosis");
if (form && answer) {
  const words = JSON.parse(form.dataset.words ?? "{}") as Words;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const pasted = form.querySelector("textarea")?.value ?? "";
    answer.replaceChildren(...diagnosisNodes(diagnose(pasted, words.folders), words));
  });
}

function diagnosisNodes({ embeds, findings, instead }: Diagnosis, words: Words): Node[] {
  const whole = embeds.length === 0 && findings.length === 0 ? [paragraph(words.nothing)] : [];
  return [
    ...whole,
    ...findings.map((finding) => paragraph(words.findings[finding])),
    ...embeds.flatMap((embed) => ofEmbed(embed, words)),
    ...(instead ? [paragraph(`${words.instead}${words.kinds[instead] ?? ""}`, "strong")] : []),
  ];
}

function ofEmbed({ kind, subject, findings }: Examined, words: Words): Node[] {
  const title = paragraph(
    `${words.found}${words.kinds[kind] ?? kind}${subject ? bracketed(subject, reader) : ""}`,
    "strong",
  );
  const isWell = !findings.some(isSerious);
  const list = document.createElement("ul");
  for (const finding of findings) {
    const item = document.createElement("li");
    item.textContent = words.findings[finding];
    list.append(item);
  }
  return [
    title,
    ...(isWell ? [paragraph(words.well)] : [paragraph(words.missing)]),
    ...(findings.length > 0 ? [list] : []),
  ];
}

function paragraph(text: string, wrap?: "strong"): HTMLParagraphElement {
  const element = document.createElement("p");
  if (wrap) {
    const inner = document.createElement(wrap);
    inner.textContent = text;
    element.append(inner);
  } else element.textContent = text;
  return element;
}
