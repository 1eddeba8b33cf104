// One writer at a time, wherever the runs are: in other name spaces, killed, taken over, begun together.

import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { publish, recover } from "@shihyo/publisher";
import { describe, expect, test } from "vitest";
import { withFault } from "../faults/with-fault.ts";
import { canUnshare, times } from "../support/attack.ts";
import { differences, filesIn } from "../support/files.ts";
import { cityData } from "../support/places.ts";
import { type Run, shihyo } from "../support/shihyo.ts";
import { copyOf, put, rewrite, workplace } from "../support/workplace.ts";

const data = cityData("minimal");
/** Two hundred kills take twenty minutes where much else runs. */
const long = { timeout: times(1_200_000, 3_600_000) };

/** As in a container: process numbers of its own, so that nobody outside is known by one. */
const apart = ["unshare", "--pid", "--fork", "--mount-proc", "sh", "-c", '"$@"; exit $?', "sh"];
const canBeApart = canUnshare("--pid", "--fork", "--mount-proc");

const hiddenIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith("."));

function changed(): string {
  const after = copyOf(data);
  rewrite(join(after, "observations/2024.csv"), (text) => text.replace("1234", "4321"));
  return after;
}

describe("two runs that cannot see one another's processes", long, () => {
  test.skipIf(!canBeApart)("end with one whole folder, never with a mixture", async () => {
    const after = changed();
    const whole = [data, after].map(async (city) => {
      const out = join(workplace(), "published");
      await publish(city, out);
      return filesIn(out);
    });
    const [old, now] = await Promise.all(whole);
    const pairs = times(2, 200);
    const seen = new Map<string, number>();
    for (let pair = 0; pair < pairs; pair += 1) {
      const folder = workplace();
      const out = join(folder, "published");
      const runs = await Promise.all(
        [data, after].map((city) =>
          shihyo(["publish", city, "--out", out, "--lang", "en"], { under: apart }),
        ),
      );
      const ended = runs.map(({ status }) => status).join(" ");
      seen.set(ended, (seen.get(ended) ?? 0) + 1);
      for (const run of runs) expectDoneOrTold(run);
      expect(runs.some(({ status }) => status === 0)).toBe(true);
      const found = filesIn(out);
      expect([differences(old!, found).length, differences(now!, found).length]).toContain(0);
      expect(hiddenIn(folder)).toEqual([".published.state"]);
    }
    console.log(`${pairs} pairs ended with status`, Object.fromEntries(seen));
  });

  test.skipIf(!canBeApart)("a lock whose run was killed elsewhere is taken over by one of two", async () => {
    const folder = workplace();
    const out = join(folder, "published");
    await shihyo(["publish", data, "--out", out], { ...withFault("die", 40), under: apart });
    expect(hiddenIn(folder)).toContain(".published.lock");
    const runs = await Promise.all(
      [1, 2].map(() => shihyo(["publish", data, "--out", out, "--lang", "en"], { under: apart })),
    );
    for (const run of runs) expectDoneOrTold(run);
    expect(runs.some(({ status }) => status === 0)).toBe(true);
    expect(hiddenIn(folder)).toEqual([".published.state"]);
  });
});

function expectDoneOrTold({ status, stderr }: Run): void {
  if (status === 0) return;
  expect({ status, stderr }).toEqual({
    status: 3,
    stderr: expect.stringMatching(/^Another run is writing \S+\..*\n$/),
  });
}

describe("a lock", () => {
  test("names host, start of the machine and run", async () => {
    const folder = workplace();
    const out = join(folder, "published");
    const go = join(folder, "go");
    const first = shihyo(["publish", data, "--out", out], withFault("wait", 40, go));
    while (!existsSync(join(folder, ".published.lock"))) await new Promise((done) => setTimeout(done, 20));
    const lock = JSON.parse(readFileSync(join(folder, ".published.lock"), "utf8"));
    expect(lock).toMatchObject({
      host: hostname(),
      pid: expect.any(Number),
      run: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    writeFileSync(go, "");
    expect((await first).status).toBe(0);
  });

  test("of a process number that was given to another process since is taken over", async () => {
    const folder = workplace();
    const out = join(folder, "published");
    await shihyo(["publish", data, "--out", out], withFault("die", 40));
    const lock = join(folder, ".published.lock");
    rewrite(lock, (text) => text.replace(/"pid":\d+/, `"pid":${process.pid}`));
    await publish(data, out);
    expect(hiddenIn(folder)).toEqual([".published.state"]);
  });

  test("that was taken over is not used any more: the run that comes back writes nothing", async () => {
    const folder = workplace();
    const out = join(folder, "published");
    await publish(data, out);
    const before = filesIn(out);
    const go = join(folder, "go");
    const late = shihyo(["publish", changed(), "--out", out, "--lang", "en"], withFault("wait", 60, go));
    while (!readdirSync(folder).some((name) => name.startsWith(".published.new."))) {
      await new Promise((done) => setTimeout(done, 20));
    }
    // As if its machine had slept for so long that another run took the lock over.
    rewrite(join(folder, ".published.lock"), (text) => text.replace(/"run":"\w+"/, '"run":"0123456789ab"'));
    writeFileSync(go, "");
    const run = await late;
    expect(run.status).toBe(3);
    expect(run.stderr).toMatch(/^Another run is writing/);
    expect(differences(before, filesIn(out))).toEqual([]);
  });

  test("has one holder, however many take over from one that is gone", async () => {
    for (let round = 0; round < times(2, 40); round += 1) {
      const folder = workplace();
      const out = join(folder, "published");
      await shihyo(["publish", data, "--out", out], withFault("die", 40));
      const runs = await Promise.all(
        [1, 2, 3, 4].map(() => shihyo(["publish", data, "--out", out, "--lang", "en"])),
      );
      for (const run of runs) expectDoneOrTold(run);
      expect(runs.some(({ status }) => status === 0)).toBe(true);
      expect(hiddenIn(folder)).toEqual([".published.state"]);
    }
  }, 600_000);
});

describe("a folder that a link leads to", long, () => {
  test("is never lost, wherever the run is killed, and every command finds it", async () => {
    const after = changed();
    const folder = workplace();
    const made = join(folder, "made");
    await publish(data, made);
    put(made, "web.config", "the web server's\r\n");
    const made2 = join(folder, "made2");
    await publish(after, made2);
    put(made2, "web.config", "the web server's\r\n");
    const [old, now] = [filesIn(made), filesIn(made2)];
    const log = join(folder, "calls");
    const place = (at: number) => {
      const home = join(folder, `${at}`);
      cpSync(made, join(home, "real", "published"), { recursive: true });
      symlinkSync("real/published", join(home, "link"));
      return { home, out: join(home, "link") };
    };
    await shihyo(["publish", after, "--out", place(0).out], withFault("count", log));
    const calls = readFileSync(log, "utf8").trimEnd().split("\n");
    const journal = calls.findIndex((call) => call.includes(".journal."));
    const kills = times(12, 200);
    const commands = [
      (out: string) => ["stars", out, "--as-if-hosted"],
      (out: string) => ["diff", out, made],
      (out: string) => ["load", out, "--sparql", "http://127.0.0.1:9/store"],
      (out: string) => ["list", out, "--append-to", join(folder, "none.csv")],
    ];
    const ends = new Map<string, number>();
    for (let kill = 0; kill < kills; kill += 1) {
      // Half of them at every step of the swap in turn.
      const at =
        kill % 2 === 0
          ? journal + 1 + ((kill / 2) % (calls.length - journal))
          : 1 + ((kill * 7919) % journal);
      const { home, out } = place(kill + 1);
      const fault = kill % 4 < 2 ? "die" : "tear";
      await shihyo(["publish", after, "--out", out], withFault(fault, at));
      await shihyo(commands[kill % 2]!(out));
      if (kill < 4) await shihyo(commands[kill]!(out));
      const found = filesIn(out);
      const [isOld, isNew] = [differences(old, found).length === 0, differences(now, found).length === 0];
      expect({ call: calls[at - 1], fault, isWhole: isOld || isNew }).toEqual({
        call: calls[at - 1],
        fault,
        isWhole: true,
      });
      await recover(out);
      expect(hiddenIn(join(home, "real")).filter((name) => name !== ".published.state")).toEqual([]);
      ends.set(isOld ? "old" : "new", (ends.get(isOld ? "old" : "new") ?? 0) + 1);
    }
    console.log(`${kills} kills over a link:`, Object.fromEntries(ends));
  });

  test("does not lead the guard astray: the tables are not published over", async () => {
    const folder = workplace();
    cpSync(data, join(folder, "city/data"), { recursive: true });
    symlinkSync("city", join(folder, "short"));
    for (const out of ["short/data/new/published", "short/data", "short"]) {
      const run = await shihyo([
        "publish",
        join(folder, "city/data"),
        "--out",
        join(folder, out),
        "--lang",
        "ja",
      ]);
      expect(run.status).toBe(2);
      expect(run.stderr).toMatch(/別々の場所にしてください。\n$/);
    }
  });
});
