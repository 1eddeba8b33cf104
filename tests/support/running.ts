// The `shihyo` command in English, as a process that can be watched and stopped while it runs.

import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../packages/publisher/bin/shihyo.js", import.meta.url));

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** What it has said on stderr so far. */
  said(): string;
  readonly ended: Promise<Run>;
}

function startShihyo(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const { SHIHYO_CKAN_TOKEN: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...inherited, LC_ALL: "en_GB.UTF-8", ...env },
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Run>((resolve) =>
    child.once("close", (status) => resolve({ status, stdout, stderr })),
  );
  return { child, said: () => stderr, ended };
}

export const englishShihyo = (
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<Run> => startShihyo(args, env).ended;

/** `shihyo serve` on a free port, and where it answers. */
export async function startServe(folder: string): Promise<Running & { readonly url: string }> {
  const running = startShihyo(["serve", folder, "--port", "0"]);
  for (let tries = 0; tries < 300; tries += 1) {
    const url = /http:\S+/.exec(running.said())?.[0];
    if (url) return { ...running, url };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  running.child.kill("SIGKILL");
  throw new Error(`shihyo serve says nothing: ${running.said()}`);
}
