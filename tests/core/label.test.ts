// A label is unique among all indicators, and says what is known of a name.

import { createDataset, type Listing } from "@shihyo/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indicator, tables } from "../support/tables.ts";

function labels(names: readonly { readonly ja: string; readonly en?: string; readonly project?: string }[]) {
  const indicators = names.map(({ ja, en }, index) =>
    indicator({ id: `K000${index + 1}`, name: en === undefined ? { ja } : { ja, en } }),
  );
  const listings = names.flatMap(({ project }, index): Listing[] =>
    project === undefined
      ? []
      : [
          {
            id: `L000${index + 1}`,
            node: project,
            above: "T001",
            indicator: `K000${index + 1}`,
            order: index + 1,
            page: 32,
          },
        ],
  );
  return [...createDataset(tables({ indicators, listings })).labels.values()];
}

describe("a label", () => {
  test("is the indicator's name", () => {
    expect(labels([{ ja: "講座の回数", en: "Courses", project: "J0001" }])).toEqual([
      { ja: "講座の回数", en: "Courses" },
    ]);
  });

  test("takes the project in brackets where two share the name", () => {
    expect(
      labels([
        { ja: "利用者数", en: "Users", project: "J0001" },
        { ja: "利用者数", en: "Users", project: "J0002" },
      ]),
    ).toEqual([
      { ja: "利用者数（東館事業）", en: "Users (East Hall)" },
      { ja: "利用者数（西館事業）", en: "Users (西館事業)" },
    ]);
  });

  test("takes the ID where two of one project share the name", () => {
    expect(
      labels([
        { ja: "利用者数", project: "J0001" },
        { ja: "利用者数", project: "J0001" },
      ]).map(({ ja }) => ja),
    ).toEqual(["利用者数（東館事業）（K0001）", "利用者数（東館事業）（K0002）"]);
  });

  test("is unique in English too, where only the English is shared", () => {
    expect(
      labels([
        { ja: "開催回数", en: "Times", project: "J0001" },
        { ja: "実施回数", en: "Times", project: "J0002" },
      ]).map(({ en }) => en),
    ).toEqual(["Times (K0001)", "Times (K0002)"]);
  });

  test("of a name that is wholly lost says where it is printed", () => {
    expect(labels([{ ja: "…", project: "J0001" }])).toEqual([
      { ja: "名称不明の指標（東館事業、32頁）", en: "Indicator with an unreadable name (East Hall, p. 32)" },
    ]);
  });

  test("of a name that is lost in part keeps what is read", () => {
    expect(labels([{ ja: "…満足度", project: "J0001" }])[0]!.ja).toBe("…満足度");
  });

  test("of the first listing holds, whatever the order of the rows", () => {
    const indicators = ["K0001", "K0002"].map((id) => indicator({ id }));
    const of = (id: string, node: string, order: number): Listing => ({
      id,
      node,
      above: "T001",
      indicator: id === "L0003" ? "K0002" : "K0001",
      order,
    });
    const rows = [of("L0002", "J0002", 2), of("L0001", "J0001", 1), of("L0003", "J0002", 3)];
    const found = [rows, rows.toReversed()].map((listings) => [
      ...createDataset(tables({ indicators, listings })).labels.values(),
    ]);
    expect(found[0]!.map(({ ja }) => ja)).toEqual(["利用者数（東館事業）", "利用者数（西館事業）"]);
    expect(found[1]).toEqual(found[0]);
  });

  test("is never shared, whatever the names", () => {
    const name = fc.constantFrom("…", "a", "b", "a（東館事業）", "…a", "b（K0001）");
    const project = fc.constantFrom("J0001", "J0002");
    fc.assert(
      fc.property(fc.array(fc.record({ ja: name, project }), { minLength: 1, maxLength: 8 }), (names) => {
        const found = labels(names);
        expect(new Set(found.map(({ ja }) => ja)).size).toBe(names.length);
        expect(new Set(found.map(({ en }) => en)).size).toBe(names.length);
      }),
      { numRuns: 500 },
    );
  });
});
