// The table of warnings that were looked into: acknowledgements.csv.

import type { Acknowledgement } from "../model/acknowledgement.ts";
import { defined } from "../model/defined.ts";
import { column, optionalColumn } from "./columns.ts";
import type { Table } from "./table.ts";

export const acknowledgementsTable: Table<Acknowledgement> = {
  isOptional: true,
  file: "acknowledgements.csv",
  title: { ja: "確認済みの警告", en: "Acknowledged warnings" },
  columns: [
    column("確認コード", ["警告の末尾の [ ] の中の名前", "The name in [ ] at the end of the warning"]),
    column("対象ID", [
      "警告の対象（K0001、K0140B0001、L0012）。年度があれば空でもよく、その年度の同じ警告すべて",
      "What the warning is about; may be empty beside a year: then every warning of the kind",
    ]),
    column("年度", [
      "値の年度（西暦）。年度のない警告は空",
      "The year of the value; empty where there is none",
    ]),
    optionalColumn("年度_まで", [
      "いくつもの年度にわたるとき、最後の年度（西暦）",
      "The last year, where it holds for several",
    ]),
    column("理由", ["確かめた結果を一文で", "What was found out, in a sentence"]),
  ],
  read(row) {
    const year = row.year("年度");
    return defined<Acknowledgement>({
      code: row.requiredReference("確認コード"),
      subject: year === undefined ? row.requiredReference("対象ID") : row.reference("対象ID"),
      year,
      until: row.year("年度_まで"),
      reason: row.requiredText("理由"),
    });
  },
};
