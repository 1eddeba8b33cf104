// What everybody who takes the data away must be told: whose they are, and how to read them.

import { type Dataset, type Text, textIn } from "@shihyo/core";

/** Source, publisher, licence and release, a line each. */
export function provenance({ municipality, releases }: Dataset): Text[] {
  const { publisher, attribution, licence, official, name, base } = municipality;
  const release = releases.at(-1);
  return [
    {
      ja: `出典：${attribution.ja}`,
      en: `Source: ${textIn(attribution, "en")}`,
    },
    {
      ja: `発行：${publisher.name.ja}${official ? "" : `（${name.ja}の公式のデータではありません）`}`,
      en: `Published by ${textIn(publisher.name, "en")}${official ? "" : ` (not official data of ${textIn(name, "en")})`}`,
    },
    { ja: `利用条件：${licence.name} ${licence.iri}`, en: `Licence: ${licence.name} ${licence.iri}` },
    ...(release
      ? [
          {
            ja: `版：${release.version}（${release.date}） ${release.note.ja}`,
            en: `Release: ${release.version} (${release.date}) ${textIn(release.note, "en")}`,
          },
        ]
      : []),
    { ja: `アドレス：${base}`, en: `Address: ${base}` },
  ];
}

/** How the tables are to be read. */
export const legend: readonly Text[] = [
  {
    ja: "空欄は「値がない」ことを示し、0とは違います。理由は「値なしの理由」の列にあります。",
    en: "An empty cell means no value, which is not zero; the reason stands in the column 値なしの理由.",
  },
  {
    ja: "数値は報告書に印刷されたとおりで、桁区切りのコンマはありません。単位は「単位」の列にあります。",
    en: "Numbers are as printed in the report, without thousands separators; the unit stands in the column 単位.",
  },
  {
    ja: "年度は西暦です（2024は令和6年度）。",
    en: "Years are western fiscal years: 2024 is 1 April 2024 to 31 March 2025.",
  },
  {
    ja: "「読取状況」は、印刷された頁をどれだけ確かに読めたかを示します（確定・復元・要確認）。",
    en: "読取状況 says how surely the printed page was read: 確定 certain, 復元 put together again, 要確認 in doubt.",
  },
  {
    ja: "「…」は読み取れない部分です。",
    en: "… stands for what cannot be read.",
  },
];
