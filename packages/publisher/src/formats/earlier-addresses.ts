// Addresses of an earlier layout that have no file any more, and the address that answers for each.

/**
 * Until 2026 every year of an indicator had pictures, frames and data in a folder of its own
 * (`indicators/K0002/FY2023/card.svg`). Now only pinned years have; the others are answered by the same file of
 * the indicator, whose data hold all years and whose card names the year that it shows.
 */
export const pinnedFile = /^(?:.*\/)?indicators\/[^/]+\/FY(?<year>[0-9]{4})\/(?<file>[a-z][a-z.-]*)?$/;

/** Where to go from a path at which nothing lies, relative to it; undefined where nothing ever lay there. */
export function earlierAddress(path: string): string | undefined {
  const { year, file } = pinnedFile.exec(path)?.groups ?? {};
  if (year === undefined) return undefined;
  return file === undefined || file === "index.html" ? `../#FY${year}` : `../${file}`;
}
