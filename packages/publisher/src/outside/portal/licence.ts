// Finds our licence among those that a portal knows: ids differ from site to site.

import type { CkanLicence } from "./ckan-client.ts";

/**
 * By the licence's address; then by the ids that portals use for CC BY 4.0 (BODIK `cc-by-40-intl`, others
 * `CC-BY-4.0`); last, CKAN's own `cc-by`, which names no version. Undefined where none fits.
 */
export function licenceOn(list: readonly CkanLicence[], iri: string): CkanLicence | undefined {
  const wanted = plain(iri);
  const byAddress = list.find(({ url }) => url !== undefined && plain(url) === wanted);
  if (byAddress) return byAddress;
  const ids = knownIds.find(([address]) => address === wanted)?.[1] ?? [];
  for (const id of ids) {
    const found = list.find((licence) => licence.id.toLowerCase() === id);
    if (found) return found;
  }
  return undefined;
}

/** Without scheme, `www.`, a translation's ending and a slash. */
const plain = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/\/(deed|legalcode)(\.[a-z-]+)?$/, "")
    .replace(/\/+$/, "");

const knownIds: readonly (readonly [address: string, ids: readonly string[]])[] = [
  ["creativecommons.org/licenses/by/4.0", ["cc-by-40-intl", "cc-by-4.0", "cc-by-40", "cc-by"]],
  ["creativecommons.org/publicdomain/zero/1.0", ["cc0-1.0", "cc-zero", "cc0"]],
];
