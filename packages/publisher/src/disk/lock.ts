// One writer at a time, on any host: a lock that says who holds it, shows life, and passes on by one atomic step.
//
// The lock is a file that comes into being whole (a link to one that was written beside it) and says host, boot and
// run. A holder on this machine is known by its process. Of any other nobody can tell but by its life: it touches
// the lock each second, and a lock that nobody touches while somebody watches has no holder any more. Who takes it
// over first takes the lock named after the run that is gone, so that only one can.

import { randomBytes } from "node:crypto";
import {
  closeSync,
  futimesSync,
  linkSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import type { Refusal } from "../refusal.ts";

export interface Lock {
  /** Tells this run from every other, also in the names of what it puts beside its place. */
  readonly run: string;
  /** Shows life; costs nothing where it was shown within the last second, so it may be called as often as one likes. */
  beat(): void;
  /** Throws where another run has taken the lock over: asked before each step that cannot be taken back. */
  hold(): void;
  release(): void;
}

interface LockOptions {
  /** What is told where another run holds the lock. */
  readonly busy: (path: string) => Refusal;
  /** Milliseconds without a sign of life after which a holder elsewhere is taken to be gone; 0: never. */
  readonly watch?: number;
}

/** Who holds a lock. What this machine cannot say is left out. */
interface Holder {
  readonly host: string;
  /** One start of one machine. */
  readonly boot?: string | undefined;
  /** The name space of process numbers: in a container 7 is another process than outside. */
  readonly pids?: string | undefined;
  readonly pid: number;
  /** When the process began, in the machine's own count: a number is given again, a beginning is not. */
  readonly began?: string | undefined;
  readonly run: string;
}

const beatEvery = 1000;
/** Longer than any step of a run that shows no life, and than network disks keep old times. */
const watchFor = 20_000;

export async function takeLock(path: string, { busy, watch = watchFor }: LockOptions): Promise<Lock> {
  const me = myself();
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const held = begin(path, me);
    if (held !== undefined) return lockOf(path, me, held, busy);
    const there = await holderAt(path);
    if (there === undefined) continue;
    if (!(await isGone(path, there, watch))) throw busy(path);
    const taken = await takeOver(path, there, me);
    if (taken !== undefined) return lockOf(path, me, taken, busy);
  }
  throw busy(path);
}

function lockOf(path: string, me: Holder, file: number, busy: (path: string) => Refusal): Lock {
  let last = Date.now();
  const beat = () => {
    const now = Date.now();
    if (Math.abs(now - last) < beatEvery) return;
    last = now;
    try {
      futimesSync(file, now / 1000, now / 1000);
    } catch {
      // Whether the lock is still ours is asked where it counts.
    }
  };
  const timer = setInterval(beat, beatEvery);
  timer.unref();
  const isMine = () => readHolder(path)?.run === me.run;
  return {
    run: me.run,
    beat,
    hold() {
      if (!isMine()) throw busy(path);
    },
    release() {
      clearInterval(timer);
      closeSync(file);
      // Whoever holds the lock named after this run is taking it over: then it is no longer this run's to remove.
      const after = begin(`${path}.${me.run}`, me);
      if (after === undefined) return;
      if (isMine()) rmSync(path, { force: true });
      closeSync(after);
      rmSync(`${path}.${me.run}`, { force: true });
    },
  };
}

/** The names beside a lock that a run which is gone may have left; only the holder removes them. */
export function isBesideLock(lockName: string, name: string, run: string): boolean {
  return name.startsWith(`${lockName}.`) && !name.includes(run);
}

/** The open file of a lock that is now held; `undefined` where somebody holds it. */
function begin(path: string, me: Holder): number | undefined {
  const beside = `${path}.new-${me.run}`;
  const file = openSync(beside, "w");
  try {
    writeSync(file, `${JSON.stringify(me)}\n`);
    try {
      linkSync(beside, path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EEXIST" || code === "ENOENT") {
        closeSync(file);
        return undefined;
      }
      // A disk without links: the lock comes into being empty, and is waited for while it is written.
      closeSync(file);
      return createAt(path, me);
    }
    return file;
  } catch (error) {
    closeQuietly(file);
    throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}

function createAt(path: string, me: Holder): number | undefined {
  try {
    const file = openSync(path, "wx");
    writeSync(file, `${JSON.stringify(me)}\n`);
    return file;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return undefined;
    throw error;
  }
}

function closeQuietly(file: number): void {
  try {
    closeSync(file);
  } catch {
    // It was closed already.
  }
}

/** Only one run can hold the lock that is named after the run that is gone; it alone puts its own in place. */
async function takeOver(path: string, gone: Holder, me: Holder): Promise<number | undefined> {
  const turn = `${path}.${gone.run}`;
  let held = begin(turn, me);
  if (held === undefined) {
    // Somebody else is taking it over, or was killed while doing so.
    const other = await holderAt(turn);
    if (other === undefined) return undefined;
    if (!(await isGone(turn, other, watchFor))) {
      await setTimeout(20);
      return undefined;
    }
    held = turn.length > path.length + 200 ? undefined : await takeOver(turn, other, me);
    if (held === undefined) return undefined;
  }
  try {
    if (readHolder(path)?.run !== gone.run) return undefined;
    const beside = `${path}.new-${me.run}`;
    const file = openSync(beside, "w");
    writeSync(file, `${JSON.stringify(me)}\n`);
    renameSync(beside, path);
    return file;
  } finally {
    closeSync(held);
    rmSync(turn, { force: true });
  }
}

/** Waits for a lock that is just being written; `undefined` where it went away meanwhile. */
async function holderAt(path: string): Promise<Holder | undefined> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (attempt > 0) await setTimeout(20);
    const found = readHolder(path);
    if (found === undefined) return undefined;
    if (found.run !== unreadable) return found;
  }
  return readHolder(path);
}

const unreadable = "unreadable";

/** A lock that names nobody (cut off while it was written, or not ours) is held by nobody. */
function readHolder(path: string): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  // As versions before this one wrote it: the process alone.
  if (/^[1-9]\d*\n$/.test(text)) return { ...here(), pid: Number(text), began: undefined, run: text.trim() };
  try {
    const found = JSON.parse(text) as Partial<Holder> | null;
    if (typeof found?.run === "string" && /^[\w-]{1,64}$/.test(found.run) && Number.isInteger(found.pid))
      return found as Holder;
  } catch {
    // Told below.
  }
  return { host: "", pid: Number.NaN, run: unreadable };
}

async function isGone(path: string, holder: Holder, watch: number): Promise<boolean> {
  if (holder.run === unreadable) return true;
  const now = here();
  const isKnown = holder.boot !== undefined && holder.pids !== undefined;
  if (isKnown && holder.boot === now.boot && holder.pids === now.pids) return !isRunning(holder);
  const isSameHost = holder.boot === undefined && now.boot === undefined && holder.host === now.host;
  if (isSameHost && !isRunning(holder)) return true;
  if (watch === 0) return false;
  const before = signOfLife(path);
  for (const end = performance.now() + watch; performance.now() < end; ) {
    await setTimeout(Math.min(200, watch));
    if (signOfLife(path) !== before) return false;
  }
  return true;
}

function signOfLife(path: string): string {
  try {
    const { ino, mtimeMs } = statSync(path);
    return `${ino} ${mtimeMs}`;
  } catch {
    return "";
  }
}

function isRunning({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = beginningOf(pid);
  return began === undefined || now === undefined || began === now;
}

function myself(): Holder {
  const { pid } = process;
  return { ...here(), pid, began: beginningOf(pid), run: randomBytes(6).toString("hex") };
}

function here(): Pick<Holder, "host" | "boot" | "pids"> {
  return {
    host: hostname(),
    boot: answerOrNothing(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
    pids: answerOrNothing(() => readlinkSync("/proc/self/ns/pid")),
  };
}

/** The 22nd word of what Linux says of a process; the second, its name, may hold blanks. */
function beginningOf(pid: number): string | undefined {
  return answerOrNothing(
    () =>
      readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")[19] ?? "",
  );
}

function answerOrNothing(ask: () => string): string | undefined {
  try {
    return ask() || undefined;
  } catch {
    return undefined;
  }
}
