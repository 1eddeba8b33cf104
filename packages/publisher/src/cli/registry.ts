// Every command by its name, loaded only when it is called.

import type { Command } from "./commands.ts";

/** What one command needs (a workbook library) costs the others nothing. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./check.ts")).checkCommand,
  publish: async () => (await import("./publish.ts")).publishCommand,
  stars: async () => (await import("./stars.ts")).starsCommand,
  diff: async () => (await import("./diff.ts")).diffCommand,
  year: async () => (await import("./year.ts")).yearCommand,
  init: async () => (await import("./init.ts")).initCommand,
  intake: async () => (await import("./intake.ts")).intakeCommand,
  align: async () => (await import("./align.ts")).alignCommand,
  yomi: async () => (await import("./yomi.ts")).yomiCommand,
  migrate: async () => (await import("./migrate.ts")).migrateCommand,
  "workbook export": async () => (await import("./workbook.ts")).workbookExportCommand,
  "workbook import": async () => (await import("./workbook.ts")).workbookImportCommand,
  "sheet export": async () => (await import("./sheet.ts")).sheetExportCommand,
  "sheet import": async () => (await import("./sheet.ts")).sheetImportCommand,
  "atlas add": async () => (await import("./atlas.ts")).atlasAddCommand,
  "atlas update": async () => (await import("./atlas.ts")).atlasUpdateCommand,
  "atlas publish": async () => (await import("./atlas.ts")).atlasPublishCommand,
  "atlas query": async () => (await import("./atlas.ts")).atlasQueryCommand,
  workbench: async () => (await import("./workbench.ts")).workbenchCommand,
  reconcile: async () => (await import("./reconcile.ts")).reconcileCommand,
  list: async () => (await import("./list.ts")).listCommand,
  serve: async () => (await import("./serve.ts")).serveCommand,
  upload: async () => (await import("./upload.ts")).uploadCommand,
  load: async () => (await import("./load.ts")).loadCommand,
  doctor: async () => (await import("./doctor.ts")).doctorCommand,
  "deploy-config": async () => (await import("./deploy-config.ts")).deployConfigCommand,
};

export const commandNames: readonly string[] = Object.keys(commands);

export async function commandNamed(name: string): Promise<Command | undefined> {
  return Object.hasOwn(commands, name) ? commands[name]?.() : undefined;
}

/** In the order in which the help lists them: all, or those of a group (`workbook`). */
export async function commandsOf(group?: string): Promise<Command[]> {
  const names = group === undefined ? commandNames : namesIn(group);
  const loaded = await Promise.all(names.map(commandNamed));
  return loaded.filter((command) => command !== undefined);
}

/** The commands whose first word is that of a group: `workbook export`, `workbook import`. */
export function namesIn(group: string): readonly string[] {
  return commandNames.filter((name) => name.startsWith(`${group} `));
}
