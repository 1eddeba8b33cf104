// The unique label of every plan node: its name, and where two share it, its ID.

import type { Dataset } from "./dataset.ts";
import { countNames, lost } from "./label.ts";
import { once } from "./once.ts";
import type { Text } from "./text.ts";

/**
 * Labels by node ID. A name of which nothing could be read becomes 「名称不明（J0013）」, and two nodes that share a
 * name take their IDs, so that one is told from another wherever only the label is shown.
 */
export const nodeLabels: (dataset: Dataset) => ReadonlyMap<string, Text> = once(({ nodes }) => {
  const all = [...nodes.values()];
  const shared = countNames(all.map(({ name }) => name.ja));
  return new Map(
    all.map(({ id, name }): [string, Text] => {
      if (name.ja.replaceAll(lost, "").trim() === "") {
        return [id, { ...name, ja: `名称不明（${id}）`, en: `Name unreadable (${id})` }];
      }
      if ((shared.get(name.ja) ?? 0) < 2) return [id, name];
      const { en } = name;
      return [
        id,
        { ...name, ja: `${name.ja}（${id}）`, ...(en === undefined ? {} : { en: `${en} (${id})` }) },
      ];
    }),
  );
});
