// For a first visit: a city that does not exist with a small report of its own, and Atsugi's tables to look at.

import { part } from "./parts.ts";

/** In no list of municipalities; its check digit fits. */
export const practiceCode = "999997";
const practiceCity = "架空県,見本市,みほんし";

/** A report as a city might keep it; the city and its numbers are made up. */
const report = `見本市 総合計画 指標の実績（作り話・練習用）

政策,施策,指標名,単位,基準値 R4,R5,R6,目標値 R8,評価,担当課
1 にぎわいのまち,1-1 祭りの充実,（見本）祭りの来場者数,人,"12,000","13,500","14,200","16,000",A,見本課
1 にぎわいのまち,1-1 祭りの充実,（見本）出店の数,店,40,-,45,50,B,見本課
1 にぎわいのまち,1-2 商店街の支援,（見本）空き店舗の割合,%,18.2,17.5,16.9,15.0,B,見本課
2 安心のまち,2-1 防災,（見本）防災訓練の参加者数,人,850,920,△,"1,200",C,見本課
`;

export function practiceReport(): { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } {
  return { name: "練習の報告書.csv", bytes: new TextEncoder().encode(`\uFEFF${report}`) };
}

/** The list of municipalities as the workers ask for it, with the one for practice. */
export async function municipalitiesText(): Promise<string> {
  return `${(await part("municipalities")).trimEnd()}\n${practiceCode},${practiceCity}\n`;
}
