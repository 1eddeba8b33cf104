// Finds a Chromium and a Japanese font for the browser tests, and gets them where they are missing.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { run, top } from "./house.mjs";

const debians = "/usr/bin/chromium";

/** The path of a Chromium: CHROMIUM_PATH, Debian's, Playwright's own; installed first where there is none. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found && hasJapaneseFont()) return found;
  if (isDebianRoot()) {
    const wanted = [...(found ? [] : ["chromium"]), ...(hasJapaneseFont() ? [] : ["fonts-noto-cjk"])];
    console.error(`Installing ${wanted.join(", ")} …`);
    const apt = (...args) =>
      run("apt-get", args, { capture: true, env: { DEBIAN_FRONTEND: "noninteractive" } });
    apt("update");
    const { status, output } = apt("install", "-y", "--no-install-recommends", ...wanted);
    if (status !== 0) console.error(output);
  } else if (!found) {
    run(process.execPath, [join(top, "tests/node_modules/playwright/cli.js"), "install", "chromium"]);
  }
  const path = findBrowser();
  if (!path)
    console.error(
      "No Chromium was found or could be installed: set CHROMIUM_PATH. The browser tests are skipped.",
    );
  return path;
}

function findBrowser() {
  const { chromium } = createRequire(join(top, "tests/package.json"))("playwright");
  return [process.env.CHROMIUM_PATH, debians, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
}

function hasJapaneseFont() {
  const { status, output } = run("fc-list", [":lang=ja", "family"], { capture: true });
  // Other systems than Linux bring their own.
  return process.platform !== "linux" || (status === 0 && output.trim() !== "");
}

function isDebianRoot() {
  return existsSync("/etc/debian_version") && process.getuid?.() === 0;
}
