// The tables of the city's own words for its plan: levels.csv and indicator-kinds.csv.

import type { IndicatorKind } from "../model/indicator.ts";
import { type Level, mostLevels, takenFolders } from "../model/level.ts";
import { details } from "./details.ts";
import { choice, name, neededInteger, neededText, reference, tableOf, text } from "./field.ts";
import { broadKindWords } from "./words.ts";

const note = text("備考", "補足", "Remarks");

const levelsOnly = tableOf<Level>(
  { file: "levels.csv", title: { ja: "計画の段", en: "Levels of the plans" } },
  {
    plan: reference("計画ID", "計画のID", "The plan"),
    order: neededInteger("順序", "上からの順序（1から7）", "From the top down, 1 to 7"),
    name: name("名称", "団体が使う段の名称", "The body's own name for the level"),
    folder: neededText("フォルダー", "アドレスに使うフォルダー名（半角英小文字）", "Its folder in addresses"),
    note,
    ...details.levels,
  },
);

export const levelsTable: typeof levelsOnly = {
  ...levelsOnly,
  read(row, file) {
    const level = levelsOnly.read(row, file);
    const isOrder = level.order >= 1 && level.order <= mostLevels;
    if (row.raw("順序") !== "" && !row.failed && !isOrder)
      row.issue("level-order", "順序", { found: row.raw("順序"), most: mostLevels });
    if (level.folder !== "" && (!/^[a-z][a-z0-9-]*$/.test(level.folder) || takenFolders.has(level.folder)))
      row.issue("level-folder", "フォルダー", { found: level.folder });
    return level;
  },
};

export const indicatorKindsTable = tableOf<IndicatorKind>(
  { file: "indicator-kinds.csv", title: { ja: "指標区分", en: "Kinds of indicator" }, isOptional: true },
  {
    name: name("名称", "団体が使う指標区分の名称", "The body's own name for the kind"),
    broad: choice("大区分", broadKindWords, "other", "投入・活動・成果・対象・その他", "The broad kind"),
    note,
    ...details.indicatorKinds,
  },
);
