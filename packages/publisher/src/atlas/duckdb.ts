// The engine of an atlas: DuckDB, an optional package, asked for only when an atlas is gathered or queried.

import { Refusal } from "../refusal.ts";

export interface Engine {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  close(): void;
}

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const diskErrors: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|not enough (?:disk )?space/i, "ENOSPC"],
  [/Disk quota exceeded/i, "EDQUOT"],
  [/Permission denied/i, "EACCES"],
  [/Read-only file system/i, "EROFS"],
];

/** What the engine says of the disk only in words, as Node says it: with a code, and the file where it is named. */
function asDiskError(error: Error): never {
  const [, code] = diskErrors.find(([words]) => words.test(error.message)) ?? [];
  if (code === undefined) throw error;
  const path = /file "([^"]+)"/.exec(error.message)?.[1];
  throw Object.assign(new Error(error.message), {
    code,
    syscall: "write",
    ...(path === undefined ? {} : { path }),
  });
}

const package_ = "@duckdb/node-api";

/** In memory, on as many cores as there are; it keeps within `memory`. */
export async function engine(memory = "700MB"): Promise<Engine> {
  const { DuckDBInstance } = await import("@duckdb/node-api").catch(() => {
    throw new Refusal(
      {
        ja: `アトラスには ${package_} が要ります。npm install ${package_}@1.5 で入れてから、もう一度実行してください。`,
        en: `An atlas needs ${package_}. Get it by npm install ${package_}@1.5 and run this again.`,
      },
      3,
    );
  });
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: memory });
  const connection = await instance.connect();
  return {
    async run(sql) {
      await connection.run(sql).catch(asDiskError);
    },
    async rows(sql) {
      const reader = await connection.runAndReadAll(sql).catch(asDiskError);
      return reader.getRowObjectsJson() as Record<string, unknown>[];
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
