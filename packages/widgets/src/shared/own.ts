// What all copies of our scripts on one page share, under keys that no `id`, form or variable of the page can take.

const scope = globalThis as unknown as Record<symbol, unknown>;

/** The same thing for every copy, made by the first that asks. */
export function own<T extends object>(name: string, make: () => T): T {
  const key = Symbol.for(`shihyo.${name}`);
  const there = scope[key];
  if (there instanceof Object) return there as T;
  const made = make();
  Object.defineProperty(scope, key, { value: made, configurable: true });
  return made;
}
