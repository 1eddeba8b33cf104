// How an element gets its indicator: from a classic script beside the elements, asked for once.

import type { IndicatorFileJson } from "@shihyo/core";

interface DataScope {
  /** What data scripts push to: `(self.kpiData ??= []).push({…})`. */
  kpiData?: { push(...files: IndicatorFileJson[]): unknown };
}

const arrived = new Map<string, IndicatorFileJson>();
const asked = new Map<string, Promise<void>>();

/** Takes what scripts before us have pushed, and every push from now on. */
function collect(): void {
  const scope = self as unknown as DataScope;
  const before = scope.kpiData;
  const keep = (file: IndicatorFileJson) => {
    const id = file?.indicator?.id;
    if (typeof id === "string") arrived.set(id, file);
  };
  if (Array.isArray(before)) for (const file of before) keep(file as IndicatorFileJson);
  scope.kpiData = { push: (...files) => files.forEach(keep) };
}

collect();

/** The indicator, from `base`; `undefined` where there is none, or no way to it. */
export async function indicatorData(base: string, id: string): Promise<IndicatorFileJson | undefined> {
  if (!arrived.has(id)) {
    const isMany = document.querySelectorAll("kpi-card").length > 3;
    await ask(`${base}indicators/${isMany ? "" : `${encodeURIComponent(id)}/`}data.js`);
  }
  return arrived.get(id);
}

function ask(address: string): Promise<void> {
  const before = asked.get(address);
  if (before) return before;
  // A classic script element works from disk, and where the host sends no CORS header.
  const loading = new Promise<void>((done) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => done();
    script.onerror = () => done();
    document.head.append(script);
    script.remove();
  });
  asked.set(address, loading);
  return loading;
}
