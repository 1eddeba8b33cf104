// Chromium for the browser tests, which are skipped in a sentence where there is none.

import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright";

const path = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", chromium.executablePath()].find(
  (candidate) => candidate !== undefined && existsSync(candidate),
);

export const hasChromium = path !== undefined;

export function openChromium(): Promise<Browser> {
  if (path === undefined) throw new Error("no Chromium was found: set CHROMIUM_PATH");
  return chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
}
