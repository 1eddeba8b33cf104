// The fields of the dataset on the portal, by profile: plain CKAN from 2.9, or BODIK.

import { fullName } from "@shihyo/core";
import type { Bundle } from "./bundle.ts";
import type { CkanPackage } from "./ckan-client.ts";

export type Profile = "ckan" | "bodik";

export interface DatasetFields {
  readonly name: string;
  readonly title: string;
  readonly notes: string;
  readonly license_id: string;
  readonly author: string;
  readonly maintainer: string;
  readonly version: string;
  readonly url?: string;
  readonly tags: readonly { readonly name: string }[];
  readonly extras: readonly { readonly key: string; readonly value: string }[];
}

export interface FieldChoices {
  readonly profile: Profile;
  readonly licence: string;
  /** In place of `142123_indicator`. */
  readonly name?: string;
}

/** BODIK's form fixes the code as the beginning of every name; elsewhere it keeps cities apart. */
const datasetName = (code: string, said?: string): string => said ?? `${code}_indicator`;

/** CKAN: 2–100 characters, letters of any script, digits, `_`, space, `-`, `.`. */
const tagPattern = /^[\p{L}\p{N}_ .-]{2,100}$/u;

export function datasetFields({ described }: Bundle, choices: FieldChoices): DatasetFields {
  const { municipality, release } = described;
  const { base, title, description, attribution, sourceBody, publisher } = municipality;
  const isPlaceholder = /\.(example|invalid|test|localhost)(\/|:|$)/.test(base);
  return {
    name: datasetName(municipality.code, choices.name),
    title: title.ja,
    notes: `${description.ja}\n\n出典：${attribution.ja}`,
    license_id: choices.licence,
    author: sourceBody.name.ja,
    maintainer: publisher.name.ja,
    version: release.version,
    ...(isPlaceholder ? {} : { url: base }),
    // Never 自治体標準ODS: BODIK's API would take the dataset for one of the national standard.
    tags: ["指標", "実績", municipality.name.ja]
      .filter((name) => tagPattern.test(name))
      .map((name) => ({ name })),
    extras: choices.profile === "bodik" ? bodikExtras(described) : [],
  };
}

/** The four extras of BODIK's form. */
function bodikExtras({ municipality }: Bundle["described"]): DatasetFields["extras"] {
  return [
    { key: "frequency", value: "1年" },
    { key: "spatial", value: fullName(municipality) },
    { key: "copyright", value: municipality.publisher.name.ja },
    { key: "language", value: "Japanese" },
  ];
}

/**
 * What is to be changed on the portal; undefined where nothing is. Tags and extras that others have added stay:
 * CKAN replaces such lists whole, so the patch carries them along.
 */
export function fieldChanges(fields: DatasetFields, there: CkanPackage): Record<string, unknown> | undefined {
  const { tags, extras, ...plain } = fields;
  const changes: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(plain)) {
    // CKAN trims what it stores.
    if (String(there[field] ?? "").trim() !== value.trim()) changes[field] = value;
  }
  // Others' go back as they came: a tag of a vocabulary without its vocabulary would become another tag.
  const kept = { tags: there.tags ?? [], extras: there.extras ?? [] };
  const free = new Set(kept.tags.flatMap((tag) => (tag.vocabulary_id ? [] : tag.name)));
  const missing = tags.filter(({ name }) => !free.has(name));
  if (missing.length > 0) changes.tags = [...kept.tags, ...missing];
  const isThere = ({ key, value }: { key: string; value: string }) =>
    kept.extras.some((one) => one.key === key && one.value === value);
  if (!extras.every(isThere)) {
    const ours = new Set(extras.map(({ key }) => key));
    changes.extras = [...kept.extras.filter(({ key }) => !ours.has(key)), ...extras];
  }
  return Object.keys(changes).length > 0 ? changes : undefined;
}
