// How often and how long to wait before a retry: longer each time, as the server asks, and not for ever.

export interface Patience {
  /** How many times in all. */
  readonly tries: number;
  /** Milliseconds before the second try; doubled before each one after it. */
  readonly first: number;
  /** Milliseconds at most, whatever the server asks for. */
  readonly longest: number;
  /** Milliseconds that one call without a file may take; a file has more, by its size. */
  readonly timeout: number;
}

export const patience: Patience = { tries: 6, first: 500, longest: 60_000, timeout: 60_000 };

/** `retryAfter` as the header says it: seconds, or a date. */
export function waitBefore(
  attempt: number,
  { first, longest }: Patience,
  retryAfter: string | null | undefined,
  now: number = Date.now(),
): number {
  const asked = /^\d+$/.test(retryAfter ?? "")
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter ?? "") - now;
  const own = first * 2 ** (attempt - 1);
  return Math.min(longest, Number.isFinite(asked) ? Math.max(asked, 0) : own);
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A status after which the same call may go well. */
export const isPassing = (status: number): boolean =>
  [408, 425, 429].includes(status) || (status >= 500 && ![501, 505, 507].includes(status));
