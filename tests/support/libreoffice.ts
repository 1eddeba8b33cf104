// LibreOffice, where it is installed: opens a file and saves it in another form, as a person would.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { workplace } from "./workplace.ts";

/** Where LibreOffice is; `undefined` where it is not installed. */
export const libreOffice: string | undefined = ["/usr/bin/soffice", "/usr/local/bin/soffice"].find((path) =>
  existsSync(path),
);

/** Converts files; `form` is what `--convert-to` takes. Gives the folder in which the results are. */
export function converted(file: string | readonly string[], form: string): string {
  const out = workplace();
  const profile = `-env:UserInstallation=file://${join(workplace(), "profile")}`;
  const files = typeof file === "string" ? [file] : file;
  execFileSync(libreOffice ?? "", [profile, "--headless", "--convert-to", form, "--outdir", out, ...files], {
    stdio: "ignore",
    timeout: 240_000,
    // Without a locale it cannot write a file name in Japanese.
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
  return out;
}
