// A true interval of days, as a value covers them: 2024-04-01/2025-03-31, or a single day.

/** Both ends belong to it; ISO 8601 dates, `YYYY-MM-DD` (GIF DS-441). */
export interface Interval {
  readonly start: string;
  readonly end: string;
}

/** Reads `YYYY-MM-DD/YYYY-MM-DD` or one day `YYYY-MM-DD`; `undefined` for anything else. */
export function parseInterval(text: string): Interval | undefined {
  const [start = "", end = start, ...rest] = text.split("/");
  if (rest.length > 0 || !isDate(start) || !isDate(end) || end < start) return undefined;
  return { start, end };
}

/** `2024-04-01/2025-03-31`, or `2025-03-31` for one day. */
export function formatInterval({ start, end }: Interval): string {
  return start === end ? start : `${start}/${end}`;
}

/** Whether the text is a day that exists: `2024-02-29` is, `2023-02-29` is not. */
export function isDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
