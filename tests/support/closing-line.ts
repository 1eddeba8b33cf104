// Ends a run with what was skipped and how to get it, then with one plain line that any machine can read.

import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Reporter, TestModule, Vitest } from "vitest/node";
import { type SkippedTest, skippedLines } from "./skipped.ts";

const tests = fileURLToPath(new URL("..", import.meta.url));

export default class ClosingLine implements Reporter {
  /** Whoever asked for tests by name knows what was left out. */
  private isChosen = false;

  onInit(vitest: Vitest): void {
    this.isChosen = vitest.config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    const skipped: SkippedTest[] = [];
    for (const module of modules) {
      if (module.state() === "failed" && [...module.children.allTests()].length === 0) count.failed += 1;
      const file = relative(tests, module.moduleId).split(sep).join("/");
      for (const test of module.children.allTests()) {
        const result = test.result();
        count[result.state] += 1;
        if (result.state === "skipped") skipped.push({ file, name: test.fullName, note: result.note });
      }
    }
    if (!this.isChosen) for (const line of skippedLines(skipped)) console.log(line);
    console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  }
}
