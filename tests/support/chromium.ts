// The Chromium that the browser tests run in, where there is one.

import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright";

const path = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", chromium.executablePath()].find(
  (one) => one && existsSync(one),
);

/** Why the tests in it are skipped; empty where they run. */
export const noChromium = path ? "" : "no Chromium is installed";

/** The flags keep it from asking other hosts for anything. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: path!,
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}
