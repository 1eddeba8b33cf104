// The table of published states: releases.csv.

import type { Release } from "../model/release.ts";
import { column } from "./columns.ts";
import { withDetails } from "./details.ts";
import type { Table } from "./table.ts";

export const releasesTable: Table<Release> = withDetails("releases", {
  file: "releases.csv",
  title: { ja: "公開の版", en: "Releases" },
  columns: [
    column("版", ["版の名前（2026-11-22など。半角）", "The version (such as 2026-11-22)"]),
    column("日付", ["公開した日", "The day of publication"]),
    column("内容", ["何を公開したか、何が変わったか", "What was published, or what changed"]),
    column("内容_英語", ["英語の内容", "The same in English"]),
  ],
  read(row) {
    const version = row.requiredVersion("版");
    if (version !== "" && !/^[0-9][0-9A-Za-z.-]*$/.test(version)) {
      row.issue("not-a-version", "版", { found: version });
    }
    return { version, date: row.requiredDate("日付"), note: row.name("内容") };
  },
});
