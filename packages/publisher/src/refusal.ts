// A refusal: why a command cannot begin or go on, in one plain sentence, with the exit status it means.

/** 2: wrong use. 3: could not be done (disk, network). */
export type RefusalStatus = 2 | 3;

export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly sentence: { readonly ja: string; readonly en: string };
  readonly status: RefusalStatus;

  constructor(sentence: { readonly ja: string; readonly en: string }, status: RefusalStatus = 2) {
    super(sentence.en);
    this.sentence = sentence;
    this.status = status;
  }
}
