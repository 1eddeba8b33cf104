// Draws the pictures of the clerk's guide: the workbook of Atsugi's next year, as LibreOffice shows it.
//
// Needs LibreOffice and pdftoppm (poppler-utils), and the built packages.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beginYear, exportWorkbook, readCity } from "../packages/publisher/dist/index.js";
import { top } from "./house.mjs";

const place = mkdtempSync(join(tmpdir(), "shihyo-guide-"));
const pictures = join(top, "docs/ja/images");
const run = (program, ...args) => execFileSync(program, args, { stdio: "ignore" });

try {
  const data = join(place, "data");
  cpSync(join(top, "data/142123"), data, { recursive: true });
  await beginYear(data, 2025);
  const { dataset } = await readCity(data);
  // Drawn with a font that is where the pictures are made; people have the workbook's own.
  const { bytes } = await exportWorkbook(dataset, { year: 2025, font: "Noto Sans CJK JP" });
  writeFileSync(join(place, "r7.xlsx"), bytes);
  run(
    "soffice",
    `-env:UserInstallation=file://${join(place, "profile")}`,
    "--headless",
    "--convert-to",
    "pdf",
    "--outdir",
    place,
    join(place, "r7.xlsx"),
  );
  mkdirSync(pictures, { recursive: true });
  const draw = (page, name, height) =>
    run(
      "pdftoppm",
      ...["-png", "-singlefile", "-r", "150", "-f", page, "-l", page],
      ...["-x", "90", "-y", "90", "-W", "1570", "-H", height],
      join(place, "r7.pdf"),
      join(pictures, name),
    );
  draw("1", "workbook-guide", "640");
  draw("2", "workbook-fill", "420");
} finally {
  rmSync(place, { recursive: true, force: true });
}
