// Leaves out what is undefined, so that an absent property is absent.

type Loose<T> = { readonly [K in keyof T]: T[K] | undefined };

/** The object without its undefined properties. */
export function defined<T extends object>(loose: Loose<T>): T {
  return Object.fromEntries(Object.entries(loose).filter(([, value]) => value !== undefined)) as T;
}
