// A made-up city with every kind of value that a card, a chart and a table can meet, published to a folder.

import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publish } from "@shihyo/publisher";

/** Its indicators by what is peculiar about them. */
export const indicators = {
  plain: "K0001",
  better: "K0002",
  worse: "K0003",
  estimated: "K0004",
  words: "K0005",
  none: "K0006",
  parts: "K0007",
  doubtful: "K0008",
  restored: "K0009",
  broken: "K0010",
  gaps: "K0011",
  thirty: "K0012",
  share: "K0013",
  hostile: "K0014",
  huge: "K0015",
  long: "K0016",
  calendar: "K0017",
  target: "K0018",
  waited: "K0019",
} as const;

const hostileName = `<script>self.ran=1</script><img src=x onerror=self.ran=1>"'&`;

/** name, unit, direction, basis, reading, note */
const rows: readonly (readonly [id: string, name: string, more?: Readonly<Record<string, string>>])[] = [
  ["K0001", "図書館の来館者数"],
  ["K0002", "健康診査の受診者数", { 望ましい方向: "増加", 望ましい方向_根拠: "市" }],
  ["K0003", "交通事故の件数", { 単位ID: "U01", 望ましい方向: "減少", 望ましい方向_根拠: "市" }],
  ["K0004", "放置自転車の台数", { 単位ID: "U01", 望ましい方向: "減少", 望ましい方向_根拠: "推定" }],
  ["K0005", "新庁舎の整備", { 単位ID: "", 集計区分: "不明" }],
  ["K0006", "避難訓練の参加者数"],
  ["K0007", "学校給食の献立教室"],
  ["K0008", "水…の…（河川）", { 読取状況: "要確認" }],
  [
    "K0009",
    "友好都市との交流",
    { 読取状況: "復元", 備考: "文字が入り乱れており、ほかの指標にならって復元した" },
  ],
  ["K0010", "防災ラジオの台数", { 単位ID: "U01", 集計区分: "不明" }],
  ["K0011", "市民農園の区画数", { 単位ID: "U01" }],
  ["K0012", "人口", { 集計区分: "時点" }],
  ["K0013", "満足している人の割合", { 単位ID: "U02", 小数点以下桁数: "1" }],
  ["K0014", hostileName, { 備考: hostileName }],
  ["K0015", "とても大きな数", { 集計区分: "不明" }],
  ["K0016", "とても長い備考", { 備考: "長".repeat(5000) }],
  ["K0017", "観光客数", { 期間区分: "暦年" }],
  ["K0018", "空き家の活用", { 単位ID: "U01" }],
  ["K0019", "相談した人数"],
];

interface Cell {
  readonly 実績値?: string;
  readonly 進捗状況?: string;
  readonly 値の状態?: string;
  readonly 値なしの理由?: string;
  readonly 内訳ID?: string;
  readonly 読取状況?: string;
  readonly 備考?: string;
}

const number = (実績値: string, more: Cell = {}): Cell => ({ 実績値, 値の状態: "確定", ...more });

/** year → indicator → cells */
function observations(): Map<number, [string, Cell][]> {
  const byYear = new Map<number, [string, Cell][]>();
  const add = (id: string, year: number, ...cells: Cell[]) => {
    byYear.set(year, [...(byYear.get(year) ?? []), ...cells.map((cell): [string, Cell] => [id, cell])]);
  };
  add("K0001", 2023, number("1100"));
  add("K0001", 2024, number("1234"));
  add("K0002", 2023, number("100"));
  add("K0002", 2024, number("120"));
  add("K0003", 2023, number("30"));
  add("K0003", 2024, number("42"));
  add("K0004", 2023, number("300"));
  add("K0004", 2024, number("250", { 値の状態: "推計" }));
  add("K0005", 2023, { 進捗状況: "基本設計", 値の状態: "確定" });
  add("K0005", 2024, { 進捗状況: "実施設計", 値の状態: "確定" });
  add("K0006", 2023, number("500"));
  add("K0006", 2024, { 値の状態: "値なし", 値なしの理由: "未実施", 備考: "台風のため中止" });
  for (const year of [2023, 2024]) {
    add("K0007", year, number("5", { 内訳ID: "B0001" }), number(`${year - 2020}`, { 内訳ID: "B0002" }));
  }
  add("K0008", 2023, number("8"));
  add("K0008", 2024, number("9", { 読取状況: "要確認" }));
  add("K0009", 2023, number("16"));
  add("K0009", 2024, number("22", { 値の状態: "速報" }));
  add("K0010", 2022, number("3900"));
  add("K0010", 2023, number("4172"));
  add("K0010", 2024, number("223"));
  for (const [year, value] of [
    [2018, "40"],
    [2019, "44"],
    [2021, "50"],
    [2024, "61"],
  ] as const) {
    add("K0011", year, number(value));
  }
  for (let year = 1995; year <= 2024; year++) {
    add("K0012", year, number(`${Math.round(215_000 + 9_000 * Math.sin((year - 1995) / 9))}`));
  }
  add("K0013", 2023, number("83.9"));
  add("K0013", 2024, number("93.5"));
  add("K0014", 2023, number("1"));
  add("K0014", 2024, number("2", { 備考: hostileName }));
  add("K0015", 2023, number("-5"));
  add("K0015", 2024, number("999999999999999"));
  add("K0016", 2023, number("1"));
  add("K0016", 2024, number("1", { 備考: "注".repeat(5000) }));
  add("K0017", 2023, number("10"));
  add("K0017", 2024, number("12"));
  add("K0018", 2023, number("2"));
  add("K0018", 2024, number("1"));
  add("K0019", 2023, number("40"));
  add("K0019", 2024, { 値の状態: "値なし", 値なしの理由: "集計中" });
  return byYear;
}

function table(
  columns: readonly string[],
  records: readonly Readonly<Record<string, string | undefined>>[],
): string {
  const cell = (text = "") => `"${text.replaceAll('"', '""')}"`;
  return [columns, ...records.map((record) => columns.map((name) => record[name]))]
    .map((cells) => `${cells.map((text) => cell(text)).join(",")}\r\n`)
    .join("");
}

const columns = (text: string) => text.split(",");

/** Writes the city's tables to a folder below the system's own for passing things. */
export function writeCardCity(official = false): string {
  const folder = mkdtempSync(join(tmpdir(), "shihyo-card-city-"));
  mkdirSync(join(folder, "observations"));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const text = (ja: string, en: string) => ({ ja, en, translation: "ours" });
  write(
    "municipality.json",
    JSON.stringify({
      format: 1,
      code: "142123",
      name: text("見本市", "Mihon"),
      prefecture: text("神奈川県", "Kanagawa"),
      languages: ["ja", "en"],
      base: "https://mihon.test/",
      official,
      pinned: [2023, 2024],
      publisher: { name: text("見本の発行者", "A publisher") },
      sourceBody: { name: text("見本市", "Mihon City") },
      title: text("見本市の指標", "Indicators of Mihon"),
      description: text("試すための市です。", "A city made up for tests."),
      attribution: text("「見本の報告書」（見本市）を加工して作成", "Made from “A report” (Mihon City)"),
      licence: { name: "CC BY 4.0", iri: "https://creativecommons.org/licenses/by/4.0/" },
    }),
  );
  write(
    "sources.json",
    JSON.stringify([
      {
        id: "SR01",
        title: text("見本の報告書", "A report"),
        body: text("見本市", "Mihon City"),
        year: 2024,
        pages: 9,
      },
    ]),
  );
  write(
    "releases.csv",
    table(columns("版,日付,内容,内容_英語"), [
      { 版: "1", 日付: "2025-10-01", 内容: "公開", 内容_英語: "First" },
    ]),
  );
  write("corrections.csv", table(columns("ID,日付,対象ID,項目,訂正前,訂正後,理由"), []));
  write("sections.csv", table(columns("ID,名称,名称_英語,英語_根拠,備考"), []));
  write(
    "units.csv",
    table(columns("ID,名称,名称_英語,名称_英語_単数,英語_根拠,種別,QUDT,UCUM,増減の単位,備考"), [
      { ID: "U01", 名称: "件", 名称_英語: "cases", 名称_英語_単数: "case", 英語_根拠: "仮訳", 種別: "計数" },
      {
        ID: "U02",
        名称: "%",
        名称_英語: "%",
        英語_根拠: "仮訳",
        種別: "割合",
        QUDT: "PERCENT",
        増減の単位: "ポイント",
      },
      { ID: "U03", 名称: "人", 名称_英語: "persons", 英語_根拠: "仮訳", 種別: "人数" },
    ]),
  );
  write(
    "breakdowns.csv",
    table(columns("ID,名称,名称_英語,英語_根拠,備考"), [
      { ID: "B0001", 名称: "東小", 名称_英語: "East School", 英語_根拠: "仮訳" },
      { ID: "B0002", 名称: "西小", 名称_英語: "West School", 英語_根拠: "仮訳" },
    ]),
  );
  const states = "確定 速報 推計 進捗あり 該当なし 未実施 集計中 秘匿 不明".split(" ");
  write(
    "statuses.csv",
    table(
      columns("ID,名称,名称_英語,英語_根拠,説明,説明_英語"),
      states.map((名称, index) => ({
        ID: `V0${index + 1}`,
        名称,
        名称_英語: `State ${index}`,
        英語_根拠: "仮訳",
        説明: 名称,
        説明_英語: "State",
      })),
    ),
  );
  const node = (ID: string, 種別: string, 名称: string, 計画ID = "P01") => ({
    ID,
    種別,
    名称,
    名称_英語: `${種別} ${ID}`,
    英語_根拠: "仮訳",
    読取状況: "確定",
    計画ID,
  });
  write(
    "nodes.csv",
    table(
      columns(
        "ID,種別,名称,名称_英語,英語_根拠,読取状況,計画ID,開始年度,廃止年度,会計,所管ID,分野,説明,説明_英語,説明_根拠,取組内容,備考",
      ),
      [
        node("P01", "計画", "見本の計画", ""),
        node("G01", "基本目標", "暮らしを守る"),
        node("S001", "具体的な施策", "安全なまち"),
        node("T001", "主な取組", "みんなの取組"),
        node("J0001", "事業", "ひとつめの事業"),
        node("J0002", "事業", "指標のない事業"),
      ],
    ),
  );
  const under = (ID: string, 親ID: string, 順序: string) => ({ ID, 親ID, 番号: 順序, 順序, 頁: "1" });
  write(
    "placements.csv",
    table(columns("ID,親ID,番号,順序,頁"), [
      under("G01", "P01", "1"),
      under("S001", "G01", "1"),
      under("T001", "S001", "1"),
      under("J0001", "T001", "1"),
      under("J0002", "T001", "2"),
    ]),
  );
  write(
    "indicators.csv",
    table(
      columns(
        "ID,名称,名称_英語,英語_根拠,指標区分,単位ID,小数点以下桁数,期間区分,集計区分,累計の開始日,割合の上限,望ましい方向,望ましい方向_根拠,読取状況,定義,定義_英語,算出式,分子,分母,データ元,廃止年度,備考",
      ),
      rows.map(([ID, 名称, more]) => ({
        ID,
        名称,
        名称_英語: ID === "K0014" ? hostileName : `Indicator ${ID}`,
        英語_根拠: "仮訳",
        指標区分: "取組指標",
        単位ID: "U03",
        期間区分: "年度",
        集計区分: "単年度",
        望ましい方向: "判断しない",
        読取状況: "確定",
        ...more,
      })),
    ),
  );
  write(
    "listings.csv",
    table(columns("ID,掲載先ID,主な取組ID,指標ID,順序,頁,掲載名,備考"), [
      ...rows.map(([指標ID], index) => ({
        ID: `L${`${index + 1}`.padStart(4, "0")}`,
        掲載先ID: "J0001",
        主な取組ID: "T001",
        指標ID,
        順序: `${index + 1}`,
        頁: "2",
      })),
      { ID: "L0099", 掲載先ID: "J0002", 主な取組ID: "T001", 順序: "99", 頁: "3" },
    ]),
  );
  write(
    "breaks.csv",
    table(columns("指標ID,前の年度,後の年度,理由,理由_英語"), [
      {
        指標ID: "K0010",
        前の年度: "2023",
        後の年度: "2024",
        理由: "数え方が変わったため",
        理由_英語: "it was counted in another way",
      },
    ]),
  );
  write(
    "targets.csv",
    table(
      columns(
        "指標ID,目標年度,目標区分,目標値,目標状況,目標の向き,基準年度,基準値,達成率の算出式,評価,評価体系,備考,出典ID,頁",
      ),
      [
        {
          指標ID: "K0018",
          目標年度: "2026",
          目標区分: "最終",
          目標値: "5",
          目標の向き: "以上",
          基準年度: "2022",
          評価: "B",
          評価体系: "A・B・C",
          出典ID: "SR01",
          頁: "4",
        },
      ],
    ),
  );
  mkdirSync(join(folder, "activities"));
  write(
    "activities/2024.csv",
    table(
      columns(
        "ID,事業ID,順序,内容,内容_英語,英語_根拠,内訳,内訳_英語,実績値,単位ID,限定,時期,合計ID,指標ID,読取状況,備考,出典ID,頁,取組実績",
      ),
      [
        {
          ID: "A0001",
          事業ID: "J0001",
          順序: "1",
          内容: "講座の開催",
          内容_英語: "Courses held",
          英語_根拠: "仮訳",
          実績値: "1",
          単位ID: "U01",
          読取状況: "確定",
          出典ID: "SR01",
          頁: "5",
        },
        {
          ID: "A0002",
          事業ID: "J0001",
          順序: "2",
          内容: "参加者",
          内容_英語: "Participants",
          英語_根拠: "仮訳",
          実績値: "1234",
          単位ID: "U03",
          限定: "約",
          読取状況: "要確認",
          備考: "下の桁が読めない",
          出典ID: "SR01",
          頁: "5",
        },
      ],
    ),
  );
  for (const [year, cells] of observations()) {
    write(
      `observations/${year}.csv`,
      table(
        columns("指標ID,内訳ID,実績値,進捗状況,値の状態,値なしの理由,対象期間,読取状況,備考,出典ID,頁"),
        cells.map(([指標ID, cell]) => ({ 指標ID, 読取状況: "確定", 出典ID: "SR01", 頁: "2", ...cell })),
      ),
    );
  }
  return folder;
}

/** Publishes it and gives the published folder. */
export async function publishCardCity(official = false): Promise<string> {
  const out = join(mkdtempSync(join(tmpdir(), "shihyo-card-published-")), "142123");
  const { issues, written } = await publish(writeCardCity(official), out);
  if (!written) throw new Error(`The made-up city has errors: ${JSON.stringify(issues, undefined, 1)}`);
  return out;
}
