// A made-up dataset of any size, whose observations come out of a generator and are never held together.

const years = 10;
const parts = 10;

/** `count` observations: indicators of ten years, each with a whole and nine breakdowns. */
export function syntheticDataset(count) {
  const indicators = new Map();
  const labels = new Map();
  for (let at = 0; at * years * parts < count; at += 1) {
    const id = `K${String(at + 1).padStart(6, "0")}`;
    const name = `見本の指標その${at + 1}`;
    indicators.set(id, {
      id,
      name: { ja: name, en: `Sample indicator ${at + 1}`, translation: "ours" },
      kind: "indicator",
      unit: "U01",
      decimals: 1,
      period: "fiscal",
      aggregation: "single",
      shareLimited: true,
      direction: "none",
      reading: "certain",
    });
    labels.set(id, { ja: name, en: `Sample indicator ${at + 1}` });
  }
  const breakdowns = Array.from({ length: parts - 1 }, (_, at) => ({
    id: `B${String(at + 1).padStart(4, "0")}`,
    name: { ja: `地区${at + 1}`, en: `District ${at + 1}` },
  }));
  return {
    municipality,
    sources: new Map([
      ["SR01", { id: "SR01", title: { ja: "見本の報告書 資料1（別冊）" }, body: { ja: "見本市" } }],
    ]),
    levels: [],
    nodes: new Map(),
    placements: [],
    sections: new Map(),
    indicators,
    units: new Map([["U01", { id: "U01", name: { ja: "人", en: "persons" }, kind: "persons" }]]),
    breakdowns: new Map(breakdowns.map((one) => [one.id, one])),
    statuses: new Map(),
    indicatorKinds: new Map(),
    listings: [],
    targets: [],
    earlierTargets: new Map(),
    grades: [],
    evaluations: [],
    references: [],
    costs: [],
    acknowledgements: [],
    activities: [],
    leftOut: [],
    earlierPrints: new Map(),
    breaks: [],
    corrections: [],
    releases: [{ version: "2026-01-01", date: "2026-01-01", note: { ja: "見本" } }],
    years: Array.from({ length: years }, (_, at) => 2015 + at),
    labels,
    *observations() {
      let left = count;
      for (const indicator of indicators.keys()) {
        for (let year = 2015; year < 2015 + years; year += 1) {
          for (let part = 0; part < parts; part += 1) {
            if (left === 0) return;
            left -= 1;
            yield {
              indicator,
              year,
              ...(part === 0 ? {} : { breakdown: breakdowns[part - 1].id }),
              value: { kind: "number", number: { digits: BigInt((left * 7919) % 1_000_003), scale: 1 } },
              status: "final",
              reading: "certain",
              source: "SR01",
              page: 1 + (left % 60),
            };
          }
        }
      }
    },
  };
}

const municipality = {
  code: "000001",
  name: { ja: "見本市", en: "Mihon" },
  prefecture: { ja: "見本県", en: "Mihon" },
  languages: ["ja"],
  base: "https://shihyo.example/000001/",
  official: false,
  publisher: { name: { ja: "Shihyo 指標" } },
  sourceBody: { name: { ja: "見本市" } },
  title: { ja: "見本" },
  description: { ja: "見本" },
  attribution: { ja: "見本" },
  licence: { name: "CC BY 4.0", iri: "https://creativecommons.org/licenses/by/4.0/" },
};
