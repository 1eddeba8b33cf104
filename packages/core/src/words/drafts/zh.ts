// A draft, read by nobody who was born to the language and published nowhere: the fixed words of cards in simplified Chinese (简体中文).
//
// It shows what a further reader costs: the compiler asks this file for every word of the shape.

import type { CardPhrases } from "../card-phrases.ts";
import type { ListMarks, Marks } from "../writing.ts";

export const marks: Marks = {
  tag: "zh-Hans",
  open: "（",
  close: "）",
  colon: "：",
  comma: "、",
  foreign: "（日语）",
};

export const listMarks: ListMarks = { inJapanese: "日语", semicolon: "；", clause: "，", entry: "；" };

export const cards: CardPhrases = {
  reasons: {
    notApplicable: "不适用",
    notCarriedOut: "未实施",
    pending: "统计中",
    confidential: "为保护隐私不公布",
    notSurveyed: "非调查年份",
    unknown: "原因不明",
  },
  assessments: {
    better: "向好的变化",
    worse: "向坏的变化",
    steady: "持平",
  },
  nameReadings: {
    restored: "名称经复原",
    doubtful: "名称待核实",
  },
  valueReadings: {
    restored: "数值经复原",
    doubtful: "数值待核实",
  },
  readingMarks: {
    restored: "复原",
    doubtful: "待核实",
  },
  lost: "名称的一部分无法辨认",
  states: {
    provisional: "初步值",
    estimated: "估计值",
    expected: "预计值",
    partial: "年度中途的数值",
  },
  fixed: {
    unofficial: "非官方",
    source: "出处",
    page: "第{page}页",
    details: "详细",
    table: "各年度的数值",
    year: "年度",
    value: "数值",
    change: "与上一年度之差",
    breakdown: "分项",
    whole: "总计",
    note: "备注",
    none: "没有指标",
    target: "目标",
    baseline: "基准值",
    cut: "纵轴刻度不从0开始",
    gap: "没有数值的年度",
    bridge: "虚线：跨越不做调查的年度而连接",
    hollow: "空心点：数值存疑的年度",
    break: "{before}与{after}不可比较：{reason}",
  },
  noChart: {
    oneYear: "只有一个年度有数字，因此没有图表。",
    partsAlone: "只有分项的数字，没有总计的数字，因此没有图表。",
    noNumber: "没有可用数字表示的数值，因此没有图表。",
  },
  ofWhich: "其中",
  qualifiers: {
    about: "约",
    repeated: "累计人次",
    cumulative: "累计",
    ofWhich: "其中",
  },
  unreadable: "无法辨认的内容",
  activities: {
    title: "活动实绩",
    what: "内容",
    value: "数字",
    unit: "单位",
    when: "时间",
    page: "页",
    note: "备注（日语）：",
    none: "没有活动实绩",
    restored: "复原",
    doubtful: "待核实",
  },
};
