// What the Embed doctor says of each finding, for each reader.

import { type Phrase, pagePhrase, pagePhrases } from "@shihyo/core";
import type { EmbedFinding } from "./embed-doctor.ts";

export const findingWords: Readonly<Record<EmbedFinding, Phrase>> = {
  noScript: pagePhrase(({ doctor }) => doctor.noScript(doctor.getScript)),
  staysLink: pagePhrase(({ doctor }) => doctor.staysLink(doctor.getScript)),
  ...pagePhrases(({ doctor }) => doctor.findings),
};
