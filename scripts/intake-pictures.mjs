// Writes the workbook that 「自分の市で始める」 walks through (docs/examples), a made-up city's sheet laid out as cities lay theirs out, and draws the walk's pictures.
//
// Needs LibreOffice and pdftoppm (poppler-utils), Chromium, and the built packages.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { top } from "./house.mjs";

const ofTests = createRequire(join(top, "tests/package.json"));
const { Workbook } = ofTests("@protobi/exceljs");
const { chromium } = ofTests("playwright");
const example = join(top, "docs/examples/mihon-shinchoku.xlsx");
const picture = (name) => join(top, `docs/ja/images/intake-${name}`);

const rows = [
  [
    "1　にぎわいのあるまち",
    "1-1　祭りと観光",
    "祭りの来場者数",
    "人",
    12000,
    [null, 3500, 8200, 13500, 14200],
    14000,
    16000,
    "A",
    "観光課",
  ],
  ["", "", "観光案内所の利用者数", "人", 5400, [1200, 2100, 3900, 5100, 5600], 5500, 6000, "A", "観光課"],
  [
    "",
    "1-2　商店街の支援",
    "空き店舗の割合",
    "％",
    18.2,
    [18.9, 18.4, 17.9, 17.5, 16.9],
    16.5,
    15,
    "B",
    "商工課",
  ],
  ["", "", "新しく店を始めた人の数", "人", 6, [4, 7, 9, 8, 11], 10, 12, "A", "商工課"],
  [
    "2　安心して暮らせるまち",
    "2-1　防災",
    "防災訓練の参加者数",
    "人",
    850,
    [null, null, 640, 920, 1010],
    1000,
    1200,
    "A",
    "危機管理課",
  ],
  ["", "", "自主防災組織の数", "組織", 42, [43, 45, 45, 47, 48], 50, 55, "C", "危機管理課"],
  ["", "2-2　健康", "健診の受診率", "％", 41.5, [36.2, 39.8, 42.7, 44.1, 45.9], 45, 50, "A", "健康課"],
  [
    "",
    "",
    "健康づくりに取り組む市民の割合",
    "％",
    55.3,
    ["－", "－", 57.1, "－", "－"],
    58,
    60,
    "－",
    "健康課",
  ],
  [
    "3　学び合うまち",
    "3-1　学校と図書館",
    "図書館の貸出冊数",
    "冊",
    210400,
    [148200, 176900, 190300, 201700, 208800],
    210000,
    220000,
    "B",
    "図書館",
  ],
  ["", "", "読書が好きな子どもの割合", "％", 71.2, [70.4, 70.9, 71.8, 72.6, 73], 73, 75, "A", "学校教育課"],
];

const book = new Workbook();
book.created = new Date("2025-06-01T00:00:00Z");
book.modified = book.created;
const sheet = book.addWorksheet("指標一覧");
sheet.columns = [22, 18, 6, 30, 7, 10, 10, 10, 10, 10, 10, 10, 10, 7, 14].map((width) => ({ width }));
sheet.getCell("A1").value = "見本市総合計画　指標の進捗状況（令和6年度末）";
sheet.getCell("A1").font = { bold: true, size: 14 };
sheet.getCell("A2").value = "※「－」は、アンケートを行わなかった年度です。空欄は、中止した年度です。";
const head = [
  [
    "基本目標",
    "施策",
    "No.",
    "指標名",
    "単位",
    "基準値",
    "実績値",
    "",
    "",
    "",
    "",
    "目標値",
    "",
    "評価",
    "担当課",
  ],
  ["", "", "", "", "", "R1", "R2", "R3", "R4", "R5", "R6", "R6", "R8", "R6", ""],
];
head.forEach((cells, index) => {
  sheet.getRow(4 + index).values = cells;
});
for (const range of ["A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "G4:K4", "L4:M4", "O4:O5"])
  sheet.mergeCells(range);
rows.forEach(([goal, policy, name, unit, base, years, target, last, grade, section], index) => {
  sheet.getRow(6 + index).values = [
    goal,
    policy,
    index + 1,
    name,
    unit,
    base,
    ...years,
    target,
    last,
    grade,
    section,
  ];
});
const bottom = 5 + rows.length;
/** A goal and a policy stand once, over all of their rows. */
for (const column of [1, 2]) {
  for (let from = 6; from <= bottom; ) {
    let to = from;
    while (to < bottom && rows[to - 5][column - 1] === "" && (column === 1 || rows[to - 5][0] === ""))
      to += 1;
    if (to > from) sheet.mergeCells(from, column, to, column);
    from = to + 1;
  }
}
const line = { style: "thin", color: { argb: "FF888888" } };
for (let row = 4; row <= bottom; row += 1) {
  for (let column = 1; column <= 15; column += 1) {
    const cell = sheet.getCell(row, column);
    cell.border = { top: line, left: line, bottom: line, right: line };
    cell.alignment = { vertical: "middle", wrapText: true, ...(row < 6 ? { horizontal: "center" } : {}) };
    if (row < 6) cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFDDE7F0" } };
    else if (typeof cell.value === "number" && column > 5)
      cell.numFmt = rows[row - 6][3] === "％" ? "0.0" : "#,##0";
  }
}
sheet.pageSetup = { orientation: "landscape", paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
await book.xlsx.writeFile(example);

const place = mkdtempSync(join(tmpdir(), "shihyo-intake-"));
const run = (program, ...args) => execFileSync(program, args, { stdio: "ignore" });
const shihyo = (...args) => run(process.execPath, join(top, "packages/publisher/bin/shihyo.js"), ...args);
try {
  const profile = `-env:UserInstallation=file://${join(place, "profile")}`;
  run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", place, example);
  const crop = ["-x", "90", "-y", "90", "-W", "1560", "-H", "350"];
  const pdf = join(place, "mihon-shinchoku.pdf");
  run("pdftoppm", "-png", "-singlefile", "-r", "150", ...crop, pdf, picture("workbook"));

  const [data, out, page] = ["data", "published", "page"].map((name) => join(place, name));
  const city = ["--code", "999997", "--name", "架空県見本市"];
  shihyo("intake", example, "--data", data, ...city, "--accept");
  shihyo("publish", data, "--out", out);
  shihyo("workbench", join(top, "tests/cities/minimal/data"), "--out", page);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const view = await browser.newPage({ viewport: { width: 1280, height: 760 } });
  await view.goto(pathToFileURL(join(page, "index.html")).href);
  await view.locator(".grid-cell").first().waitFor();
  await view.getByRole("navigation").getByRole("button", { name: "報告書を取り込む" }).click();
  await view.locator("input[type=file]").first().setInputFiles(example);
  await view.getByText("質問（").waitFor();
  await view.locator("iframe.cards").waitFor();
  await view.screenshot({ path: picture("page.png") });
  await view.goto(pathToFileURL(join(out, "index.html")).href);
  await view.locator("#glance, section:has(h2)").first().scrollIntoViewIfNeeded();
  await view.evaluate(() => scrollTo(0, 690));
  await view.screenshot({ path: picture("landing.png") });
  await view.goto(pathToFileURL(join(out, "indicators/K0001/index.html")).href);
  await view.waitForTimeout(500);
  await view.screenshot({ path: picture("indicator.png") });
  await browser.close();
} finally {
  rmSync(place, { recursive: true, force: true });
}
