// Verdicts, values of elsewhere and costs coded for machines: one row an observation, in the codes of the graph.

import type { Dataset, Municipality, Text } from "@shihyo/core";
import {
  type CubeRow,
  costs,
  evaluations,
  type PrintedCube,
  referencePath,
  references,
} from "../rdf/report-cubes.ts";
import { coded, leads, type PublishedTable, publishedTable, required } from "./published-table.ts";

interface Row {
  readonly municipality: Municipality;
  readonly row: CubeRow;
  /** The area that the number is of, as printed, where it is not the city's own. */
  readonly area?: string | undefined;
}

const cells = (
  { header, title, type, kind, means, required: always }: PrintedCube["columns"][number],
  at: number,
) =>
  coded<Row>(header, title[0], title[1], type, ({ row }) => row.cells[at], {
    means,
    ...(kind !== "attribute" || always === true ? required : {}),
  });

function codedTable(
  name: string,
  cube: PrintedCube,
  as: Text & { readonly easy: string; readonly en: string },
  areas?: (dataset: Dataset) => ReadonlyMap<string, string>,
) {
  const [ja, en] = cube.title;
  return publishedTable<Row>({
    name,
    title: { ja: `${ja}（コード）`, en: `${en}, coded` },
    offered: { to: "linked", as, onPortals: true },
    description: {
      ja: `${ja}を符号だけで表した機械向けの表。CSVWで読むと、Turtleの観測値と同じグラフになる。`,
      en: `${en} in codes, for machines. Read by its CSVW it is the same graph as the observations in Turtle.`,
    },
    cubes: [cube.id],
    isWhole: true,
    primaryKey: ["uri"],
    columns: [
      coded("uri", "URI", "URI", "anyURI", ({ municipality, row }) => municipality.base + row.path, required),
      coded("dataset", "データキューブ", "Cube", "string", () => cube.id, {
        required: true,
        means: leads("qb:dataSet", "def/#", ""),
      }),
      ...cube.columns.map(cells),
      ...(areas
        ? [coded<Row>("area_name", "地域", "Area, as printed", "string", ({ area }) => area, required)]
        : []),
    ],
    further: (dataset) => cube.columnsOf(dataset).map(cells).slice(cube.columns.length),
    *rows(dataset) {
      const names = areas?.(dataset);
      const { municipality } = dataset;
      for (const row of cube.rows(dataset)) yield { municipality, row, area: names?.get(row.path) };
    },
  });
}

export const reportCodedTables: readonly PublishedTable[] = [
  codedTable("evaluation_observation", evaluations, {
    ja: "評価（アドレスとコード、CSVWつき）",
    en: "Evaluations by address and code, with CSVW",
    easy: "ひょうか（アドレスつき）",
  }),
  codedTable(
    "reference_observation",
    references,
    {
      ja: "参考値（アドレスとコード、CSVWつき）",
      en: "Reference values by address and code, with CSVW",
      easy: "ほかの ところの 数字（アドレスつき）",
    },
    ({ references: all }) => new Map(all.map((one) => [referencePath(one), one.name])),
  ),
  codedTable("cost_observation", costs, {
    ja: "事業費（アドレスとコード、CSVWつき）",
    en: "Costs by address and code, with CSVW",
    easy: "つかった お金（アドレスつき）",
  }),
];
