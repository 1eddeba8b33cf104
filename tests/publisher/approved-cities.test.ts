// Four made-up cities are published as a person approved it, byte for byte.

import { join } from "node:path";
import { publish } from "@shihyo/publisher";
import { describe, expect, test } from "vitest";
import { expectApprovedFolder } from "../support/approved.ts";
import { filesIn } from "../support/files.ts";
import { cityData, cityNames, top } from "../support/places.ts";
import { workplace } from "../support/workplace.ts";

describe("the published folder is the approved one", () => {
  test.each(cityNames)("of the city %s", async (name) => {
    const out = join(workplace(), "published");
    const { issues, written } = await publish(cityData(name), out);
    expect(issues.filter(({ level }) => level === "error")).toEqual([]);
    const files = filesIn(out);
    expect([...written!.keys()].sort()).toEqual([...files.keys()]);
    expectApprovedFolder(join(top, "tests/cities", name, "published"), files);
  });
});
