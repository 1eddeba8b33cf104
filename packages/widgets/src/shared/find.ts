// Finds in lists without `Array.prototype.find`, which old libraries replace by one of their own.

export function findIn<T>(list: readonly T[], fits: (one: T) => unknown): T | undefined {
  for (const one of list) if (fits(one)) return one;
  return undefined;
}

/** `0 … count - 1`, without `Array.from`, for the same reason. */
export function counted<T>(count: number, make: (index: number) => T): T[] {
  const list: T[] = [];
  for (let index = 0; index < count; index++) list.push(make(index));
  return list;
}
