// The morphological analyser that drafts readings: Lindera with IPADIC, an optional package, asked for only by `shihyo yomi`.

import { Refusal } from "../refusal.ts";
import type { Word } from "./draft-reading.ts";

const package_ = "lindera-wasm-nodejs-ipadic";

interface Token {
  readonly surface: string;
  readonly reading?: string;
  readonly partOfSpeech?: string;
  readonly partOfSpeechSubcategory1?: string;
}

/** Parts a text into words with their readings. */
export async function analyser(): Promise<(text: string) => Word[]> {
  const { TokenizerBuilder } = await import("lindera-wasm-nodejs-ipadic").catch(() => {
    throw new Refusal(
      {
        ja: `読みの下書きには ${package_} が要ります。npm install ${package_}@2.0 で入れてから、もう一度実行してください。`,
        en: `To draft readings ${package_} is needed. Get it by npm install ${package_}@2.0 and run this again.`,
      },
      3,
    );
  });
  const builder = new TokenizerBuilder();
  builder.setDictionary("embedded://ipadic");
  builder.setMode("normal");
  const tokenizer = builder.build();
  return (text) =>
    // What it cannot read comes as another kind of token, or with a star.
    (tokenizer.tokenize(text) as readonly (Token | Map<string, string>)[]).map((one) => {
      const token: Token = one instanceof Map ? (Object.fromEntries(one) as unknown as Token) : one;
      const isRead = token.reading !== undefined && /^[ァ-ヶー]+$/.test(token.reading);
      return {
        text: token.surface,
        ...(isRead ? { reading: token.reading ?? "" } : {}),
        isAffix:
          token.partOfSpeechSubcategory1 === "接尾" ||
          token.partOfSpeech === "接頭詞" ||
          token.partOfSpeech === "助数詞",
        isBefore: token.partOfSpeech === "接頭詞",
      };
    });
}
