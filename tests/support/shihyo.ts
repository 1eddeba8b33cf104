// Runs the built `shihyo` command in a process of its own, as its user does.

import { spawn } from "node:child_process";
import { command } from "./places.ts";

export interface Run {
  readonly pid: number | undefined;
  /** The exit status; `undefined` where the process was killed. */
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

interface Circumstances {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Options of Node itself, before the command. */
  readonly node?: readonly string[];
  /** A command that runs it, with its options: `unshare -p -f`. */
  readonly under?: readonly string[];
  /** Another user of this machine (as root only). */
  readonly uid?: number;
}

export function shihyo(args: readonly string[], circumstances: Circumstances = {}): Promise<Run> {
  const { env = {}, cwd, node = [], uid, under = [] } = circumstances;
  return new Promise((resolve, reject) => {
    const [program = process.execPath, ...words] = [...under, process.execPath, ...node, command, ...args];
    const child = spawn(program, words, {
      cwd,
      uid,
      gid: uid,
      // The language is told by the test, never taken from the machine that it runs on.
      env: { PATH: process.env.PATH, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (status) =>
      resolve({
        pid: child.pid,
        status: status ?? undefined,
        stdout: Buffer.concat(out).toString("utf8"),
        stderr: Buffer.concat(err).toString("utf8"),
      }),
    );
  });
}
