// Puts the workflow that checks and publishes a city's tables at the top of a repository for GitHub.

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { type PagesWorkflow, pagesWorkflow, workflowPath } from "../formats/pages-workflow.ts";
import { Refusal } from "../refusal.ts";
import { asRefusal } from "./disk-refusal.ts";
import { readIfThere } from "./read-file.ts";

/** Where the tables stand below the repository's top; refused where they stand elsewhere, or another workflow is there. */
export async function workflowFor(
  top: string,
  folder: string,
  city: Pick<PagesWorkflow, "code" | "version">,
): Promise<string> {
  const data = relative(resolve(top), resolve(folder)).split(sep).join("/");
  if (
    data === "" ||
    data.startsWith("../") ||
    data === ".." ||
    !/^[A-Za-z0-9._][A-Za-z0-9._/-]*$/.test(data)
  ) {
    throw new Refusal({
      ja: `--github は、リポジトリーの一番上のフォルダーで実行し、表のフォルダーをその中に置いてください（今は ${folder}）。フォルダーの名前は半角の英数字にします。`,
      en: `Run --github at the top of the repository, with the tables in a folder below it (it is ${folder}); its name takes ASCII letters and digits.`,
    });
  }
  const text = pagesWorkflow({ ...city, data });
  const bytes = await readIfThere(join(top, ...workflowPath.split("/")));
  const before = bytes && Buffer.from(bytes).toString("utf8");
  if (before !== undefined && before !== text) {
    throw new Refusal({
      ja: `${workflowPath} がもうあります。消すか、名前を変えてから実行してください。`,
      en: `${workflowPath} is there already. Delete or rename it first.`,
    });
  }
  return text;
}

export async function putWorkflow(top: string, text: string): Promise<void> {
  const file = join(top, ...workflowPath.split("/"));
  try {
    await mkdir(dirname(file), { recursive: true });
    // A link that leads nowhere yet would have it written elsewhere.
    await writeFile(file, text, { flag: "wx" }).catch(async (error: NodeJS.ErrnoException) => {
      const before = error.code === "EEXIST" ? await readIfThere(file) : undefined;
      if (before === undefined || Buffer.from(before).toString("utf8") !== text) throw error;
    });
  } catch (error) {
    throw asRefusal(error, file);
  }
}
