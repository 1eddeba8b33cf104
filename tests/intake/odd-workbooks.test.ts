// Workbooks as cities print them, each with a trap of its own: every value of each is right, or asked, or told as left out.

import { acceptAll, applyAnswers, type Grid, type Merge, understand } from "@shihyo/core";
import { readGrids } from "@shihyo/publisher/pure";
import { describe, expect, test } from "vitest";
import { heldAgainst, type Told } from "../support/hold-against.ts";
import { csvOf, xlsxOf } from "../support/print-sheets.ts";
import type { PrintedSheet } from "../support/printed-city.ts";

interface Case {
  readonly name: string;
  readonly sheets: readonly PrintedSheet[];
  readonly told: readonly Told[];
  readonly answers?: Readonly<Record<string, string>>;
  /** Words of a notice that must be told. */
  readonly notice?: string;
}

const down = (left: number, ...runs: (readonly [number, number])[]): Merge[] =>
  runs.map(([top, bottom]) => ({ top, left, bottom, right: left }));
const across = (top: number, ...runs: (readonly [number, number])[]): Merge[] =>
  runs.map(([left, right]) => ({ top, left, bottom: top, right }));
const none = "値なし 該当なし";
const cases: readonly Case[] = [
  {
    name: "the end of Heisei in every spelling",
    sheets: [
      {
        name: "KPI",
        cells: [
          [
            "基本目標",
            "ＫＰＩ",
            "単位",
            "基準値（平成29年度）",
            "平成30年度",
            "平成31年度",
            "令和2年",
            "Ｒ３",
            "2022",
            "目標値（令和６年度末）",
          ],
          ["しごとづくり", "新規雇用者数", "人", "120", "131", "140", "98", "110", "125", "150"],
          ["しごとづくり", "企業立地件数", "件", "3", "4", "2", "1", "3", "5", "20"],
        ],
      },
    ],
    told: [
      {
        name: "新規雇用者数",
        unit: "人",
        place: ["しごとづくり"],
        values: { 2017: "120", 2018: "131", 2019: "140", 2020: "98", 2021: "110", 2022: "125" },
        targets: { 2024: "150" },
        base: "120",
      },
      {
        name: "企業立地件数",
        unit: "件",
        values: { 2017: "3", 2018: "4", 2019: "2", 2020: "1", 2021: "3", 2022: "5" },
        targets: { 2024: "20" },
      },
    ],
  },
  {
    name: "target, result, rate and grade of each year side by side",
    sheets: [
      {
        name: "施策評価",
        merges: [...across(1, [3, 6], [7, 10]), ...[0, 1, 2].flatMap((c) => down(c, [1, 2]))],
        cells: [
          ["施策評価結果（令和６年度）"],
          ["施策", "成果指標", "単位", "令和5年度", "", "", "", "令和6年度"],
          ["", "", "", "目標", "実績", "達成率", "評価", "目標", "実績", "達成率", "評価"],
          ["健康づくり", "特定健診受診率", "％", "45.0", "41.2", "91.6%", "B", "47.0", "48.1", "102.3%", "A"],
          ["健康づくり", "がん検診受診者数", "人", "2,000", "1,834", "91.7%", "B", "2,100", "－", "－", "－"],
        ],
      },
    ],
    told: [
      {
        name: "特定健診受診率",
        unit: "%",
        place: ["健康づくり"],
        values: { 2023: "41.2", 2024: "48.1" },
        targets: { 2023: "45.0", 2024: "47.0" },
        verdicts: ["2023 達成率 91.6", "2023 B", "2024 達成率 102.3", "2024 A"],
      },
      {
        name: "がん検診受診者数",
        unit: "人",
        values: { 2023: "1834", 2024: none },
        targets: { 2023: "2000", 2024: "2100" },
        verdicts: ["2023 達成率 91.7", "2023 B"],
      },
    ],
  },
  {
    name: "the target in a row below the result",
    sheets: [
      {
        name: "Sheet1",
        merges: [...down(0, [1, 4]), ...down(1, [1, 2], [3, 4]), ...down(2, [1, 2], [3, 4])],
        cells: [
          ["施策", "指標名", "単位", "区分", "R4", "R5", "R6"],
          ["観光の振興", "観光入込客数", "千人", "実績", "310", "402", "455"],
          ["", "", "", "目標", "400", "420", "440"],
          ["", "宿泊者数", "人泊", "実績", "12,003", "15,220", "16,118"],
          ["", "", "", "目標", "15,000", "15,500", "16,000"],
        ],
      },
    ],
    told: [
      {
        name: "観光入込客数",
        unit: "千人",
        place: ["観光の振興"],
        values: { 2022: "310", 2023: "402", 2024: "455" },
        targets: { 2022: "400", 2023: "420", 2024: "440" },
      },
      {
        name: "宿泊者数",
        unit: "人泊",
        place: ["観光の振興"],
        values: { 2022: "12003", 2023: "15220", 2024: "16118" },
        targets: { 2022: "15000", 2023: "15500", 2024: "16000" },
      },
    ],
  },
  {
    name: "the unit on a line of its own in the name's cell",
    sheets: [
      {
        name: "一覧",
        cells: [
          ["政策分野", "指標名\n（単位）", "実績値\n令和４年度", "実績値\n令和５年度", "目標値\n令和７年度"],
          ["教育", "全国学力調査の正答率\n（％）", "58.2", "60.1", "65"],
          ["教育", "図書館の貸出冊数\n（冊）", "120,344", "131,002", "140,000"],
          ["環境", "１人１日当たりごみ排出量\n(g／人・日)", "912", "898", "850"],
        ],
      },
    ],
    told: [
      {
        name: "全国学力調査の正答率",
        unit: "%",
        place: ["教育"],
        values: { 2022: "58.2", 2023: "60.1" },
        targets: { 2025: "65" },
      },
      {
        name: "図書館の貸出冊数",
        unit: "冊",
        values: { 2022: "120344", 2023: "131002" },
        targets: { 2025: "140000" },
      },
      {
        name: "１人１日当たりごみ排出量",
        unit: "g/人・日",
        place: ["環境"],
        values: { 2022: "912", 2023: "898" },
        targets: { 2025: "850" },
      },
    ],
  },
  {
    name: "serial numbers, subtotals, marks for grades, sections and notes",
    sheets: [
      {
        name: "評価",
        cells: [
          ["第２期総合戦略　ＫＰＩ進捗状況一覧（令和６年度末）"],
          ["", "", "", "", "", "", "", "（◎：達成　○：概ね達成　△：未達成）"],
          ["通し番号", "基本目標", "KPI", "単位", "R5実績", "R6実績", "R6目標", "達成状況", "担当課", "備考"],
          ["1", "基本目標１　ひと", "移住相談件数", "件", "55", "71", "60", "◎", "企画課", ""],
          ["2", "基本目標１　ひと", "移住世帯数", "世帯", "8", "9", "10", "○", "企画課", "※暦年の値"],
          ["", "", "小計", "", "63", "80", "70", "", "", ""],
          ["3", "基本目標２　まち", "空き家バンク登録数", "件", "12", "15", "30", "△", "都市整備課", ""],
          ["", "", "合計", "", "75", "95", "100", "", "", ""],
          ["※１　達成状況は担当課による。"],
        ],
      },
    ],
    told: [
      {
        name: "移住相談件数",
        unit: "件",
        place: ["ひと"],
        values: { 2023: "55", 2024: "71" },
        targets: { 2024: "60" },
        verdicts: ["2024 ◎"],
      },
      {
        name: "移住世帯数",
        unit: "世帯",
        place: ["ひと"],
        values: { 2023: "8", 2024: "9" },
        targets: { 2024: "10" },
        verdicts: ["2024 ○"],
      },
      {
        name: "空き家バンク登録数",
        unit: "件",
        place: ["まち"],
        values: { 2023: "12", 2024: "15" },
        targets: { 2024: "30" },
        verdicts: ["2024 △"],
      },
    ],
  },
  {
    name: "values as people write them",
    sheets: [
      {
        name: "指標",
        cells: [
          ["施策", "指標", "単位", "R4実績", "R5実績", "R6実績", "R7目標"],
          [
            "A 男女共同参画",
            "審議会の委員数",
            "人",
            "1,234人（うち女性56人）",
            "1,240人（うち女性61人）",
            "未集計",
            "1,300",
          ],
          ["A 男女共同参画", "イベント来場者数", "人", "約3.2万人", "3万5千人", "40,211人", "4万人"],
          ["B 財政", "実質収支比率の増減", "％", "▲1.5%", "△0.3％", "＋0.2", "0以上"],
          ["B 財政", "ふるさと納税額", "百万円", "－", "R7.3公表予定", "調査中", "1,200百万円以上"],
          ["B 財政", "市民意識調査の満足度", "％", "58.3", "（調査なし）", "60.0※", "65%"],
        ],
      },
    ],
    told: [
      {
        name: "審議会の委員数",
        unit: "人",
        values: { 2022: "1234", 2023: "1240", 2024: "値なし 集計中" },
        targets: { 2025: "1300" },
      },
      {
        name: "イベント来場者数",
        unit: "人",
        values: { 2022: "約3.2万人", 2023: "35000", 2024: "40211" },
        targets: { 2025: "40000" },
      },
      {
        name: "実質収支比率の増減",
        unit: "%",
        values: { 2022: "-1.5", 2023: "-0.3", 2024: "0.2" },
        targets: { 2025: "0 以上" },
      },
      {
        name: "ふるさと納税額",
        unit: "百万円",
        values: { 2022: none, 2023: "R7.3公表予定", 2024: "値なし 集計中" },
        targets: { 2025: "1200 以上" },
      },
      {
        name: "市民意識調査の満足度",
        unit: "%",
        values: { 2022: "58.3", 2023: "値なし 調査年でない", 2024: "60.0" },
        targets: { 2025: "65" },
      },
    ],
  },
  {
    name: "a spread over two pages: the right-hand page has numbers alone",
    sheets: [
      {
        name: "左",
        cells: [
          ["No.", "施策", "指標名", "単位", "R3", "R4"],
          ["1", "防災", "訓練回数", "回", "3", "4"],
          ["2", "防災", "備蓄食料", "食", "10,000", "12,000"],
        ],
      },
      {
        name: "右",
        cells: [
          ["No.", "R5", "R6", "目標(R8)", "担当課"],
          ["1", "5", "6", "10", "危機管理課"],
          ["2", "13,000", "14,000", "20,000", "危機管理課"],
        ],
      },
    ],
    told: [
      {
        name: "訓練回数",
        unit: "回",
        place: ["防災"],
        values: { 2021: "3", 2022: "4", 2023: "5", 2024: "6" },
        targets: { 2026: "10" },
      },
      {
        name: "備蓄食料",
        unit: "食",
        place: ["防災"],
        values: { 2021: "10000", 2022: "12000", 2023: "13000", 2024: "14000" },
        targets: { 2026: "20000" },
      },
    ],
  },
  {
    name: "hidden columns of old years and a hidden row",
    sheets: [
      {
        name: "指標",
        hiddenColumns: [3],
        hiddenRows: [2],
        cells: [
          ["施策", "指標名", "単位", "R4実績", "R5実績", "R6実績"],
          ["A", "件数", "件", "1", "2", "3"],
          ["A", "旧指標の件数", "件", "7", "8", "9"],
          ["B", "人数", "人", "4", "5", "6"],
        ],
      },
      {
        name: "作業用",
        hidden: true,
        cells: [
          ["指標名", "R6実績"],
          ["件数", "999"],
        ],
      },
    ],
    told: [
      { name: "件数", unit: "件", values: { 2022: "1", 2023: "2", 2024: "3" } },
      { name: "旧指標の件数", unit: "件", values: { 2022: "7", 2023: "8", 2024: "9" } },
      { name: "人数", unit: "人", values: { 2022: "4", 2023: "5", 2024: "6" } },
    ],
  },
  {
    name: "years in kanji numerals",
    sheets: [
      {
        name: "実績",
        cells: [
          [
            "政策",
            "成果指標",
            "単位",
            "平成三十年度",
            "令和元年度",
            "令和五年度",
            "令和六年度",
            "目標値（令和十年度）",
          ],
          ["福祉", "認知症サポーター数", "人", "1,020", "1,188", "2,010", "2,144", "3,000"],
          ["福祉", "通いの場の数", "か所", "33", "35", "41", "44", "60"],
        ],
      },
    ],
    told: [
      {
        name: "認知症サポーター数",
        unit: "人",
        values: { 2018: "1020", 2019: "1188", 2023: "2010", 2024: "2144" },
        targets: { 2028: "3000" },
      },
      {
        name: "通いの場の数",
        unit: "か所",
        values: { 2018: "33", 2019: "35", 2023: "41", 2024: "44" },
        targets: { 2028: "60" },
      },
    ],
  },
  {
    name: "both calendars in one header, numbers as years",
    sheets: [
      {
        name: "実績",
        merges: [...across(0, [3, 5]), ...[0, 1, 2, 6].flatMap((c) => down(c, [0, 1]))],
        cells: [
          ["分野", "指標", "単位", "実績値の推移", "", "", "2027年度（令和9年度）目標"],
          ["", "", "", "2022年度（令和4年度）", "2023年度（令和5年度）", "2024年度（令和6年度）", ""],
          ["交通", "コミュニティバス利用者数", "人", "88,120", "90,441", "93,002", "100,000"],
          ["交通", "路線維持率", "％", "100", "100", "98.5", "100"],
        ],
      },
    ],
    told: [
      {
        name: "コミュニティバス利用者数",
        unit: "人",
        place: ["交通"],
        values: { 2022: "88120", 2023: "90441", 2024: "93002" },
        targets: { 2027: "100000" },
      },
      {
        name: "路線維持率",
        unit: "%",
        values: { 2022: "100", 2023: "100", 2024: "98.5" },
        targets: { 2027: "100" },
      },
    ],
  },
  {
    name: "values with their years in columns beside them",
    sheets: [
      {
        name: "KPI",
        cells: [
          [
            "基本目標",
            "重要業績評価指標（KPI）",
            "単位",
            "現状値",
            "現状値の年度",
            "最新値",
            "最新値の年度",
            "目標値",
            "目標年度",
          ],
          ["1 産業", "製造品出荷額等", "億円", "1,204", "R2", "1,311", "R5", "1,400", "R8"],
          ["1 産業", "新規創業件数", "件", "12", "R3", "20", "R6", "25", "R8"],
        ],
      },
    ],
    told: [
      {
        name: "製造品出荷額等",
        unit: "億円",
        values: { 2020: "1204", 2023: "1311" },
        targets: { 2026: "1400" },
      },
      { name: "新規創業件数", unit: "件", values: { 2021: "12", 2024: "20" }, targets: { 2026: "25" } },
    ],
  },
  {
    name: "progress in per cent and in words",
    sheets: [
      {
        name: "進捗",
        cells: [
          [
            "基本施策",
            "指標名",
            "単位",
            "基準値(R1)",
            "実績値(R6)",
            "目標値(R7)",
            "進捗率(%)",
            "進捗状況",
            "所管部",
            "所管課",
          ],
          ["子育て", "待機児童数", "人", "21", "0", "0", "100.0", "順調", "福祉部", "こども課"],
          ["子育て", "病児保育利用者数", "人", "310", "288", "400", "▲24.4", "遅れ", "福祉部", "こども課"],
        ],
      },
    ],
    told: [
      {
        name: "待機児童数",
        unit: "人",
        values: { 2019: "21", 2024: "0" },
        targets: { 2025: "0" },
        base: "21",
        verdicts: ["2024 達成率 100.0", "2024 順調"],
      },
      {
        name: "病児保育利用者数",
        unit: "人",
        values: { 2019: "310", 2024: "288" },
        targets: { 2025: "400" },
        base: "310",
        verdicts: ["2024 達成率 -24.4", "2024 遅れ"],
      },
    ],
  },
  {
    name: "a row for women below a row for all, twice",
    sheets: [
      {
        name: "指標",
        cells: [
          ["施策", "指標名", "単位", "R5", "R6"],
          ["人事", "管理職の人数", "人", "120", "118"],
          ["人事", "　うち女性", "人", "20", "22"],
          ["人事", "新規採用者数", "人", "30", "28"],
          ["人事", "　うち女性", "人", "15", "16"],
        ],
      },
    ],
    told: [
      { name: "管理職の人数", unit: "人", values: { 2023: "120", 2024: "118" } },
      { name: "管理職の人数（うち女性）", unit: "人", values: { 2023: "20", 2024: "22" } },
      { name: "新規採用者数", unit: "人", values: { 2023: "30", 2024: "28" } },
      { name: "新規採用者数（うち女性）", unit: "人", values: { 2023: "15", 2024: "16" } },
    ],
  },
  {
    name: "two tables beside one another",
    sheets: [
      {
        name: "指標",
        cells: [
          ["指標名", "単位", "R5", "R6", "", "指標名", "単位", "R5", "R6"],
          ["出生数", "人", "310", "298", "", "婚姻件数", "件", "210", "205"],
          ["転入者数", "人", "1,020", "1,102", "", "転出者数", "人", "1,201", "1,188"],
        ],
      },
    ],
    told: [
      { name: "出生数", unit: "人", values: { 2023: "310", 2024: "298" } },
      { name: "転入者数", unit: "人", values: { 2023: "1020", 2024: "1102" } },
      { name: "婚姻件数", unit: "件", values: { 2023: "210", 2024: "205" } },
      { name: "転出者数", unit: "人", values: { 2023: "1201", 2024: "1188" } },
    ],
  },
  {
    name: "the year before and this year, by the title's year",
    sheets: [
      {
        name: "報告",
        cells: [
          ["令和６年度　施策の成果に関する報告書"],
          ["施策名", "指標", "単位", "前々年度実績", "前年度実績", "当年度実績", "翌年度目標", "担当"],
          ["道路", "舗装延長", "km", "310.2", "311.0", "313.4", "315.0", "建設課"],
          ["道路", "橋りょう点検数", "橋", "12", "15", "20", "20", "建設課"],
        ],
      },
    ],
    told: [
      {
        name: "舗装延長",
        unit: "km",
        values: { 2022: "310.2", 2023: "311.0", 2024: "313.4" },
        targets: { 2025: "315.0" },
      },
      {
        name: "橋りょう点検数",
        unit: "橋",
        values: { 2022: "12", 2023: "15", 2024: "20" },
        targets: { 2025: "20" },
      },
    ],
  },
  {
    name: "expected and provisional values",
    sheets: [
      {
        name: "指標",
        cells: [
          [
            "基本目標",
            "指標",
            "単位",
            "R4(実績)",
            "R5(実績)",
            "R6(見込)",
            "R7(目標)",
            "R8(目標)",
            "最終目標(R11)",
          ],
          ["にぎわい", "ホームページ閲覧数", "千件", "1,203", "1,310", "1,400", "1,450", "1,500", "1,800"],
          ["にぎわい", "祭りの来場者", "人", "0", "45,000", "50,000", "52,000", "54,000", "60,000"],
        ],
      },
    ],
    told: [
      {
        name: "ホームページ閲覧数",
        unit: "千件",
        values: { 2022: "1203", 2023: "1310", 2024: "1400（見込）" },
        targets: { 2025: "1450", 2026: "1500", 2029: "1800" },
      },
      {
        name: "祭りの来場者",
        unit: "人",
        values: { 2022: "0", 2023: "45000", 2024: "50000（見込）" },
        targets: { 2025: "52000", 2026: "54000", 2029: "60000" },
      },
    ],
  },
  {
    name: "marks of notes at numbers, years of a value in brackets",
    sheets: [
      {
        name: "指標",
        cells: [
          ["施策", "指標", "単位", "現状値", "R5実績", "R6実績", "目標値(R7)"],
          ["環境", "温室効果ガス排出量", "千t-CO2", "812(H25)", "645※1", "640 *", "438"],
          ["環境", "公園面積", "㎡／人", "9.8 (R1)", "10.1", "10.2注", "11.0"],
          ["※1　暫定値"],
          ["注　都市公園のみ"],
        ],
      },
    ],
    told: [
      {
        name: "温室効果ガス排出量",
        unit: "千t-CO2",
        values: { 2013: "812", 2023: "645", 2024: "640" },
        targets: { 2025: "438" },
      },
      { name: "公園面積", values: { 2019: "9.8", 2023: "10.1", 2024: "10.2" }, targets: { 2025: "11.0" } },
    ],
  },
  {
    name: "a name over two columns",
    sheets: [
      {
        name: "指標",
        merges: [...across(0, [1, 2]), ...across(3, [1, 2]), ...down(0, [1, 3]), ...down(1, [1, 2])],
        cells: [
          ["施策", "指標名", "", "単位", "R5", "R6", "R7目標"],
          ["相談", "相談件数", "電話", "件", "310", "298", "320"],
          ["", "", "面接", "件", "120", "131", "150"],
          ["", "相談員の人数", "", "人", "5", "6", "6"],
        ],
      },
    ],
    told: [
      {
        name: "相談件数 電話",
        unit: "件",
        place: ["相談"],
        values: { 2023: "310", 2024: "298" },
        targets: { 2025: "320" },
      },
      {
        name: "相談件数 面接",
        unit: "件",
        place: ["相談"],
        values: { 2023: "120", 2024: "131" },
        targets: { 2025: "150" },
      },
      {
        name: "相談員の人数",
        unit: "人",
        place: ["相談"],
        values: { 2023: "5", 2024: "6" },
        targets: { 2025: "6" },
      },
    ],
  },
  {
    name: "upper line target, lower line result, said in the header alone",
    sheets: [
      {
        name: "指標",
        merges: [...[0, 1, 2].flatMap((c) => down(c, [1, 2], [3, 4]))],
        cells: [
          ["施策", "指標名", "単位", "R5\n（上段：目標　下段：実績）", "R6\n（上段：目標　下段：実績）"],
          ["水道", "有収率", "％", "90.0", "90.5"],
          ["", "", "", "88.1", "89.2"],
          ["水道", "管路更新延長", "km", "3.0", "3.0"],
          ["", "", "", "2.4", "3.1"],
        ],
      },
    ],
    told: [
      {
        name: "有収率",
        unit: "%",
        values: { 2023: "88.1", 2024: "89.2" },
        targets: { 2023: "90.0", 2024: "90.5" },
      },
      {
        name: "管路更新延長",
        unit: "km",
        values: { 2023: "2.4", 2024: "3.1" },
        targets: { 2023: "3.0", 2024: "3.0" },
      },
    ],
  },
  {
    name: "two rows for each indicator and no word that says what they are",
    sheets: [
      {
        name: "指標",
        merges: [...[0, 1, 2].flatMap((c) => down(c, [1, 2], [3, 4]))],
        cells: [
          ["施策", "指標名", "単位", "R5", "R6"],
          ["水道", "有収率", "％", "90.0", "90.5"],
          ["", "", "", "88.1", "89.2"],
          ["水道", "管路更新延長", "km", "3.0", "3.0"],
          ["", "", "", "2.4", "3.1"],
        ],
      },
    ],
    told: [
      { name: "有収率", unit: "%", values: {} },
      { name: "管路更新延長", unit: "km", values: {} },
    ],
  },
  {
    name: "targets in words, ranges, cumulative ones",
    sheets: [
      {
        name: "KPI",
        cells: [
          ["政策", "KPI", "単位", "R6実績", "目標（R8）"],
          ["A", "出生率", "", "1.32", "1.50程度"],
          ["A", "満足度", "％", "61.0", "前年度より増加"],
          ["A", "犯罪件数", "件", "120", "現状維持"],
          ["A", "健康寿命", "歳", "80.1", "80～82"],
          ["A", "協定数", "件", "12", "20（累計）"],
          ["A", "一般就労移行率", "％", "-", "80％以上"],
          ["A", "順位", "位", "5位", "3位以内"],
        ],
      },
    ],
    told: [
      { name: "出生率", unit: "", values: { 2024: "1.32" }, targets: { 2026: "1.50程度" } },
      { name: "満足度", values: { 2024: "61.0" }, targets: { 2026: "前年度より増加 増加" } },
      { name: "犯罪件数", values: { 2024: "120" }, targets: { 2026: "現状維持 維持" } },
      { name: "健康寿命", values: { 2024: "80.1" }, targets: { 2026: "80〜82" } },
      { name: "協定数", values: { 2024: "12" }, targets: { 2026: "20" } },
      { name: "一般就労移行率", values: { 2024: none }, targets: { 2026: "80 以上" } },
      { name: "順位", values: { 2024: "5" }, targets: { 2026: "3 以下" } },
    ],
  },
  {
    name: "costs beside the indicators, a personal name",
    sheets: [
      {
        name: "事務事業",
        cells: [
          [
            "事務事業名",
            "担当課",
            "課長名",
            "R6予算額(千円)",
            "R6決算額(千円)",
            "指標名",
            "単位",
            "R5実績",
            "R6実績",
            "今後の方向性",
          ],
          [
            "公民館管理運営事業",
            "生涯学習課",
            "山田",
            "12,300",
            "12,104",
            "利用者数",
            "人",
            "8,120",
            "9,003",
            "継続",
          ],
          [
            "図書館運営事業",
            "生涯学習課",
            "山田",
            "45,000",
            "44,871",
            "貸出冊数",
            "冊",
            "55,120",
            "56,003",
            "改善",
          ],
        ],
      },
    ],
    told: [
      {
        name: "利用者数",
        unit: "人",
        place: ["公民館管理運営事業"],
        section: "生涯学習課",
        values: { 2023: "8120", 2024: "9003" },
        targets: {},
        verdicts: ["2024 継続"],
      },
      {
        name: "貸出冊数",
        unit: "冊",
        place: ["図書館運営事業"],
        values: { 2023: "55120", 2024: "56003" },
        targets: {},
        verdicts: ["2024 改善"],
      },
    ],
  },
  {
    name: "years down the side, indicators across",
    sheets: [
      {
        name: "推移",
        cells: [
          ["年度", "来館者数（人）", "貸出冊数（冊）", "登録率（％）"],
          ["令和4年度", "10,200", "55,003", "31.0"],
          ["令和5年度", "11,030", "56,120", "32.5"],
          ["令和6年度", "11,998", "57,001", "33.1"],
        ],
      },
    ],
    told: [
      { name: "来館者数", unit: "人", values: { 2022: "10200", 2023: "11030", 2024: "11998" } },
      { name: "貸出冊数", unit: "冊", values: { 2022: "55003", 2023: "56120", 2024: "57001" } },
      { name: "登録率", unit: "%", values: { 2022: "31.0", 2023: "32.5", 2024: "33.1" } },
    ],
  },
  {
    name: "indicators of a goal and of its measures in one table, by a column of kinds",
    sheets: [
      {
        name: "KPI",
        merges: [...down(0, [1, 3]), ...down(1, [2, 3])],
        cells: [
          ["基本目標", "施策", "区分", "指標", "単位", "基準値", "R5", "R6", "R7目標"],
          ["1 稼ぐ", "－", "数値目標", "法人市民税額", "億円", "12.0", "12.4", "13.1", "14.0"],
          ["", "① 商業の活性化", "KPI", "空き店舗率", "％", "21.3", "20.0", "18.8", "15.0"],
          ["", "", "KPI", "創業者数", "人", "5", "8", "9", "10"],
        ],
      },
    ],
    told: [
      {
        name: "法人市民税額",
        unit: "億円",
        place: ["稼ぐ"],
        values: { 2023: "12.4", 2024: "13.1" },
        targets: { 2025: "14.0" },
        base: "12.0",
      },
      {
        name: "空き店舗率",
        unit: "%",
        place: ["稼ぐ", "商業の活性化"],
        values: { 2023: "20.0", 2024: "18.8" },
        targets: { 2025: "15.0" },
        base: "21.3",
      },
      {
        name: "創業者数",
        unit: "人",
        place: ["稼ぐ", "商業の活性化"],
        values: { 2023: "8", 2024: "9" },
        targets: { 2025: "10" },
        base: "5",
      },
    ],
  },
  {
    name: "the same indicator twice with different values",
    sheets: [
      {
        name: "KPI",
        cells: [
          ["施策", "指標", "単位", "R5", "R6"],
          ["A", "相談件数", "件", "10", "12"],
          ["A", "相談件数", "件", "10", "15"],
        ],
      },
    ],
    told: [
      { name: "相談件数", unit: "件", values: { 2023: "10", 2024: "12" } },
      { name: "相談件数", unit: "件", values: { 2023: "10", 2024: "15" } },
    ],
    notice: "値が違います",
  },
];

function gridsOf(bytes: Uint8Array, file: string): readonly Grid[] {
  const read = readGrids(bytes, file);
  if ("refused" in read) throw new Error(read.refused.en);
  return read.grids;
}

describe.each(cases.map((one) => [one.name, one] as const))("%s", (_, { sheets, told, answers, notice }) => {
  test.each(["xlsx", "csv"])("as %s", async (form) => {
    const grids =
      form === "xlsx"
        ? gridsOf(await xlsxOf(sheets), "進捗.xlsx")
        : sheets
            .filter(({ hidden }) => !hidden)
            .flatMap((sheet, at) => gridsOf(csvOf(sheet, "cp932"), `進捗${at + 1}.csv`));
    const first = understand(grids, { municipality: "みどり市" });
    const known = acceptAll(answers ? applyAnswers(first, new Map(Object.entries(answers))) : first);
    expect(known.refused).toBeUndefined();
    const { wrong, missing } = heldAgainst(known, told);
    expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
    expect(known.questions.length).toBeLessThanOrEqual(6);
    const accounted = known.account.every(
      ({ keptAs, leftOut }) => (keptAs === undefined) !== (leftOut === undefined),
    );
    expect(accounted).toBe(true);
    if (notice) expect(known.notices.map(({ text }) => text.ja).join()).toContain(notice);
  });
});
