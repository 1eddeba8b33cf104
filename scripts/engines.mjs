// `npm run test:engines`: installs the browser engines beside Chromium on Debian, and runs the browser tests in all of them.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { run, top } from "./house.mjs";

const packages = [
  "chromium",
  "firefox-esr",
  "webkit2gtk-driver",
  "wpewebkit-driver",
  "cog",
  "xvfb",
  "xauth",
  "fonts-noto-cjk",
];

if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) {
  console.error(
    "The engines are installed by apt, as root on Debian. Elsewhere the tests run in those that are there.",
  );
} else {
  const apt = (...args) =>
    run("apt-get", args, { capture: true, env: { DEBIAN_FRONTEND: "noninteractive" } });
  console.error(`Installing ${packages.join(", ")} …`);
  apt("update");
  const { status, output } = apt("install", "-y", "--no-install-recommends", ...packages);
  if (status !== 0) {
    console.error(output);
    process.exit(3);
  }
}
process.exitCode = run(process.execPath, [
  join(top, "scripts/test.mjs"),
  "browser",
  ...process.argv.slice(2),
]).status;
