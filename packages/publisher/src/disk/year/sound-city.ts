// A city whose tables have no errors: what every command that changes them begins with.

import { type Dataset, type Issue, isError } from "@shihyo/core";
import { Refusal } from "../../refusal.ts";
import { readCity } from "../read-city.ts";

export interface SoundCity {
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
}

export async function readSoundCity(folder: string): Promise<SoundCity> {
  const { dataset, issues } = await readCity(folder);
  const errors = issues.filter(isError).length;
  if (!dataset) {
    throw new Refusal({
      ja: `${folder} に誤りが${errors}件あります。先に shihyo check ${folder} で見て、直してください。`,
      en: `${folder} has ${errors} errors. See shihyo check ${folder} and mend them first.`,
    });
  }
  return { dataset, issues };
}
