// Asks again, after an outage, for what did not come: a few times with growing pauses, and once there is a network.
//
// One listener for the whole page, which knows of no element: a page may make and drop hundreds meanwhile.

import { own } from "./own.ts";

/** In seconds; each half as long again at most, so that not every reader asks at the same moment. */
const pauses = [1, 4, 16, 64];

const outage = own("outage", () => {
  globalThis.addEventListener?.("online", () => again(true));
  return { round: 0, tries: 0, timer: 0, tasks: new Set<() => void>() };
});

/** What to do then, said once by each copy of our scripts. */
export function onAgain(task: () => void): void {
  outage.tasks.add(task);
}

/** How often all was asked for again. */
export function rounds(): number {
  return outage.round;
}

function again(isNew?: boolean): void {
  clearTimeout(outage.timer);
  outage.timer = 0;
  outage.round += 1;
  if (isNew) outage.tries = 0;
  for (const task of outage.tasks) task();
}

/** Something did not come that may come yet; whether it is asked for again by itself. */
export function waitForAgain(): boolean {
  const pause = pauses[outage.tries];
  if (!outage.timer && pause) {
    outage.tries += 1;
    outage.timer = setTimeout(again, pause * (1000 + 500 * Math.random())) as unknown as number;
  }
  return outage.timer > 0;
}
