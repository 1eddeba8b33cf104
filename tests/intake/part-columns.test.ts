// Districts, schools, sexes and member towns as columns: parts of each indicator's value, asked about once.

import type { Told } from "../support/hold-against.ts";
import { across, down, holdCases, type SheetCase } from "../support/sheet-cases.ts";

const sheet = (
  name: string,
  cells: string[][],
  told: readonly Told[],
  more: Partial<SheetCase> & { readonly merges?: ReturnType<typeof down> } = {},
): SheetCase => {
  const { merges, ...rest } = more;
  return {
    name,
    sheets: [{ name: "地区別", cells, ...(merges ? { merges } : {}) }],
    told,
    questions: 3,
    ...rest,
  };
};

holdCases([
  sheet(
    "districts beside the whole, a row for each year",
    [
      ["指標名", "単位", "年度", "市全体", "山手地区", "浜地区"],
      ["自治会加入率", "％", "R5", "61.2", "66.0", "58.3"],
      ["自治会加入率", "％", "R6", "60.0", "65.2", "－"],
    ],
    [
      {
        name: "自治会加入率",
        unit: "%",
        values: { 2023: "61.2", 2024: "60.0" },
        parts: {
          山手地区: { 2023: "66.0", 2024: "65.2" },
          浜地区: { 2023: "58.3", 2024: "値なし 該当なし" },
        },
      },
    ],
  ),
  sheet(
    "sexes and their sum under each year",
    [
      ["指標", "単位", "令和5年度", "", "", "令和6年度", "", ""],
      ["", "", "男", "女", "計", "男", "女", "計"],
      ["審議会の委員", "人", "121", "64", "185", "118", "70", "188"],
    ],
    [
      {
        name: "審議会の委員",
        values: { 2023: "185", 2024: "188" },
        parts: { 男: { 2023: "121", 2024: "118" }, 女: { 2023: "64", 2024: "70" } },
      },
    ],
    { merges: [...across(0, [2, 4], [5, 7]), ...down(0, [0, 1]), ...down(1, [0, 1])] },
  ),
  sheet(
    "schools without a whole, the year in the title",
    [
      ["令和6年度　学校別の指標"],
      ["指標名", "単位", "東小学校", "西小学校", "みどり中学校"],
      ["図書の貸出", "冊", "4,120", "3,980", "2,750"],
      ["給食の残食率", "％", "3.1", "2.8", "5.0"],
    ],
    [
      {
        name: "図書の貸出",
        values: {},
        parts: { 東小学校: { 2024: "4120" }, 西小学校: { 2024: "3980" }, みどり中学校: { 2024: "2750" } },
      },
      {
        name: "給食の残食率",
        values: {},
        parts: { 東小学校: { 2024: "3.1" }, 西小学校: { 2024: "2.8" }, みどり中学校: { 2024: "5.0" } },
      },
    ],
  ),
  sheet(
    "member towns of a union by their names and their sum",
    [
      ["令和6年度　広域連合の実績"],
      ["項目", "単位", "みどり市", "あお町", "しろ村", "計"],
      ["救急出動", "件", "3,201", "820", "155", "4,176"],
    ],
    [
      {
        name: "救急出動",
        values: { 2024: "4176" },
        parts: { みどり市: { 2024: "3201" }, あお町: { 2024: "820" }, しろ村: { 2024: "155" } },
      },
    ],
  ),
  sheet(
    "said to be none: left out, the whole stands",
    [
      ["指標名", "単位", "年度", "全体", "北地区", "南地区"],
      ["防災訓練の参加者", "人", "R6", "700", "300", "400"],
    ],
    [{ name: "防災訓練の参加者", values: { 2024: "700" }, parts: {} }],
    {
      answers: { "内訳の列:地区別:北地区・南地区": "読まない", "内訳の列::北地区・南地区": "読まない" },
    },
  ),
  sheet(
    "districts down the side, what is counted across",
    [
      ["令和6年度　地区別の状況"],
      ["地区名", "人口（人）", "高齢化率（％）"],
      ["山手地区", "3,201", "31.2"],
      ["浜地区", "2,118", "40.1"],
      ["市全体", "5,319", "34.7"],
    ],
    [
      {
        name: "人口",
        unit: "人",
        values: { 2024: "5319" },
        parts: { 山手地区: { 2024: "3201" }, 浜地区: { 2024: "2118" } },
      },
      {
        name: "高齢化率",
        unit: "%",
        values: { 2024: "34.7" },
        parts: { 山手地区: { 2024: "31.2" }, 浜地区: { 2024: "40.1" } },
      },
    ],
  ),
  sheet(
    "districts down the side, years across, what is counted in the line above",
    [
      ["地区別　自治会加入率（％）"],
      ["地区", "R5", "R6"],
      ["山手地区", "66.0", "65.1"],
      ["浜地区", "58.0", "－"],
      ["市全体", "61.2", "60.8"],
    ],
    [
      {
        name: "自治会加入率",
        unit: "%",
        values: { 2023: "61.2", 2024: "60.8" },
        parts: {
          山手地区: { 2023: "66.0", 2024: "65.1" },
          浜地区: { 2023: "58.0", 2024: "値なし 該当なし" },
        },
      },
    ],
  ),
]);
