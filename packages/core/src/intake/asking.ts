// The questions of one intake: each is asked once, and answered by a person or, for now, by its proposal.

import type { Bilingual } from "../model/text.ts";
import type { Answers, Notice, Question } from "./types.ts";

export class Asking {
  readonly questions: Question[] = [];
  readonly notices: Notice[] = [];
  private readonly answers: Answers;

  constructor(answers: Answers) {
    this.answers = answers;
  }

  /** What was said about it before, without asking. */
  said(id: string): string | undefined {
    const answer = this.answers.get(id)?.trim();
    return answer === "" ? undefined : answer;
  }

  ask(question: Question): string {
    if (!this.questions.some(({ id }) => id === question.id)) this.questions.push(question);
    return this.said(question.id) ?? question.proposal;
  }

  tell(places: readonly string[], text: Bilingual): void {
    this.notices.push({ text, places: places.slice(0, 10), cells: places.length });
  }

  open(): Question[] {
    return this.questions.filter(({ id }) => this.said(id) === undefined);
  }
}

const yesWords = /^(はい|よい|良い|する|載せる|同じ|そろえる|y|yes|ok|○)/iu;

export function isYes(answer: string): boolean {
  return yesWords.test(answer.trim());
}
