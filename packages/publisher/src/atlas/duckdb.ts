// The engine of an atlas: DuckDB, an optional package, asked for only when an atlas is gathered or queried.

import type { DuckDBInstance } from "@duckdb/node-api";
import { Refusal } from "../refusal.ts";

export interface Engine {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** A connection of its own to the same, which works at the same time. */
  beside(): Promise<Engine>;
  close(): void;
}

/** A text as SQL writes it. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

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

/**
 * In memory, on as many cores as there are or as many as `threads` says; it keeps within `memory`. Many small files are
 * written at half the cost by one thread a connection, and several connections. Each file is read once in a run, so that
 * keeping what was read of it would take room by the number of files, and save no time.
 */
export async function engine(threads?: number, memory = "700MB"): Promise<Engine> {
  const { DuckDBInstance } = await import("@duckdb/node-api").catch(() => {
    throw new Refusal(
      {
        ja: `アトラスには ${package_} が要ります。npm install ${package_}@1.5 で入れてから、もう一度実行してください。`,
        en: `An atlas needs ${package_}. Get it by npm install ${package_}@1.5 and run this again.`,
      },
      3,
    );
  });
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: memory,
    enable_external_file_cache: "false",
    ...(threads === undefined ? {} : { threads: String(threads) }),
  });
  const first = await connected(instance);
  return {
    ...first,
    close() {
      first.close();
      instance.closeSync();
    },
  };
}

async function connected(instance: DuckDBInstance): Promise<Engine> {
  const connection = await instance.connect();
  return {
    beside: () => connected(instance),
    async run(sql) {
      await connection.run(sql).catch(asDiskError);
    },
    async rows(sql) {
      const reader = await connection.runAndReadAll(sql).catch(asDiskError);
      return reader.getRowObjectsJson() as Record<string, unknown>[];
    },
    close() {
      connection.closeSync();
    },
  };
}
