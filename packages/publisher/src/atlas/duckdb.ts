// The engine of an atlas: DuckDB, an optional package, asked for only when an atlas is gathered or queried.

import { Refusal } from "../refusal.ts";

export interface Engine {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  close(): void;
}

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

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
      await connection.run(sql);
    },
    async rows(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJson() as Record<string, unknown>[];
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
