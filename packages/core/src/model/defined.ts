// Leaves out what is undefined, so that an absent property is absent.

type Loose<T> = { readonly [K in keyof T]: T[K] | undefined };

/** The object without its undefined properties. */
export function defined<T extends object>(loose: Loose<T>): T {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(loose)) if (value !== undefined) kept[name] = value;
  return kept as T;
}
