// The same tables give the same bytes: in any time zone, locale, place, process, and again.

import { cpSync, readdirSync, renameSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { differences, filesIn } from "../support/files.ts";
import { cityData, cityNames } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { workplace } from "../support/workplace.ts";

const machines = [
  { TZ: "Asia/Tokyo", LANG: "ja_JP.UTF-8", LC_ALL: "ja_JP.UTF-8" },
  { TZ: "America/St_Johns", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  { TZ: "Pacific/Kiritimati", LANG: "C", LC_ALL: "C", NODE_OPTIONS: "--max-old-space-size=96" },
];

describe("a published folder does not tell where and when it was made", () => {
  test.each(cityNames)("the city %s", async (name) => {
    const folder = workplace();
    // Older files, in another folder, put there in another order.
    const moved = join(folder, "ほか の場所");
    cpSync(cityData(name), moved, { recursive: true });
    for (const file of readdirSync(moved).reverse()) {
      utimesSync(join(moved, file), 0, 0);
      renameSync(join(moved, file), join(moved, `${file}~`));
      renameSync(join(moved, `${file}~`), join(moved, file));
    }
    const places = [cityData(name), moved, cityData(name)];
    const outs = machines.map((_, index) => join(folder, `${index}`, "published"));
    for (const [index, env] of machines.entries()) {
      const run = await shihyo(["publish", places[index]!, "--out", outs[index]!], { env });
      expect(run).toMatchObject({ status: 0, stderr: "" });
    }
    const [first, ...others] = outs.map(filesIn);
    expect(first!.size).toBeGreaterThan(10);
    for (const other of others) expect(differences(first!, other)).toEqual([]);
    // And once more, over what stands there.
    await shihyo(["publish", cityData(name), "--out", outs[0]!], { env: { TZ: "UTC" } });
    expect(differences(first!, filesIn(outs[0]!))).toEqual([]);
    const bytes = Buffer.concat([...first!.values()]).toString("utf8");
    expect(bytes).not.toContain(folder);
  });
});
