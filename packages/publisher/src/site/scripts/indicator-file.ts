// How the menu gets an indicator's data: from the script that cards read as well, seen as it goes by.

import type { IndicatorFileJson } from "@shihyo/core";

type Pushed = IndicatorFileJson | { readonly format: "shihyo-shared" };

const seen = new Map<string, IndicatorFileJson>();
const scope = self as unknown as { kpiData?: Pushed[] };

/** Watches the list that data scripts push to; the elements take from the same list. */
function watch(): void {
  scope.kpiData ??= [];
  const list = scope.kpiData;
  const push = list.push.bind(list);
  let shared: object = {};
  const take = (files: readonly Pushed[]) => {
    for (const file of files) {
      if (file.format === "shihyo-shared") shared = file;
      else if (file.format === "shihyo-indicator") seen.set(file.indicator.id, { ...shared, ...file });
    }
  };
  // A page that is shown before it is published brings all of them itself.
  take(list);
  list.push = (...files) => {
    take(files);
    return push(...files);
  };
}

watch();

/** A classic script element works from disk as well; without a `root` nothing can be asked for. */
export async function indicatorFile(
  root: string | undefined,
  id: string,
): Promise<IndicatorFileJson | undefined> {
  if (!seen.has(id) && root !== undefined) {
    await new Promise<void>((done) => {
      const script = document.createElement("script");
      script.src = `${root}indicators/${id}/data.js`;
      script.onload = script.onerror = () => done();
      document.head.append(script);
      script.remove();
    });
  }
  return seen.get(id);
}
