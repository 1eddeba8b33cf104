// Warns where the title of a report names another municipality than the one whose tables are open.

/**
 * The municipality that is named in `texts` (a file's name, the lines above a table) where `own` is not; the longest
 * name counts, since 津市 stands in 大津市. Absent where none is named, or the own one is as well.
 */
export function otherCity(
  texts: readonly string[],
  own: string,
  names: Iterable<string>,
): string | undefined {
  const text = texts.map((one) => one.normalize("NFKC").replace(/\s/g, "")).join("\n");
  if (own === "" || text.includes(own)) return undefined;
  const named = [...names].filter((name) => name !== "" && text.includes(name) && !own.includes(name));
  return named.toSorted((a, b) => b.length - a.length)[0];
}
