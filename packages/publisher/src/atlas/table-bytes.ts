// A published table looked at as bytes: its header, how many rows it has, and whether each row is of the body that it should be.

export interface TableLook {
  readonly header: readonly string[];
  readonly rows: number;
  /** The code of the first row that is of another body. */
  readonly other?: string;
  /** What the column of a name holds in the first row. */
  first(name: string): string | undefined;
}

const [quote, comma, carriageReturn, lineFeed] = [0x22, 0x2c, 0x0d, 0x0a];

/**
 * From line end to line end, where each line plainly begins with the code and ends a field: true of nearly every table,
 * and ten times as quick as a look at each byte. `undefined` where that is not plain; then each byte is looked at.
 */
function lookAtLines(bytes: Uint8Array, start: number, wanted: Uint8Array): number[] | undefined {
  const ends: number[] = [];
  let records = 0;
  let begin = start;
  for (let at = bytes.indexOf(lineFeed, start); at >= 0; at = bytes.indexOf(lineFeed, begin)) {
    const before = bytes[at - 3];
    // What ends in an empty field, or in a field that begins with a line end, is not told apart this way.
    if (bytes[at - 1] !== carriageReturn || bytes[at - 2] !== quote || before === quote || before === comma)
      return undefined;
    if (records > 0 && !startsWith(bytes, begin, wanted)) return undefined;
    if (ends.length < 2) ends.push(at + 1);
    records += 1;
    begin = at + 1;
  }
  return begin === bytes.length && records > 0 && bytes[start] === quote ? [records, ...ends] : undefined;
}

/**
 * Our dialect alone: UTF-8, CRLF, every field quoted, the code in the first column. `undefined` where it is another.
 * One pass over the bytes, since an atlas looks at gigabytes of them.
 */
export function lookAtTable(bytes: Uint8Array, code: string): TableLook | undefined {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const wanted = Buffer.from(`"${code}"`);
  const plain = lookAtLines(bytes, start, wanted);
  if (plain) {
    const [found = 0, ...ends] = plain;
    return lookOf(bytes, start, found, ends, undefined);
  }
  let isQuoted = false;
  let begin = start;
  let records = 0;
  let other: string | undefined;
  const ends: number[] = [];
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) isQuoted = !isQuoted;
    else if (byte === lineFeed && !isQuoted) {
      if (bytes[at - 1] !== carriageReturn || bytes[begin] !== quote) return undefined;
      if (ends.length < 2) ends.push(at + 1);
      if (records > 0 && other === undefined && !startsWith(bytes, begin, wanted)) {
        const end = bytes.indexOf(comma, begin);
        other = Buffer.from(bytes.subarray(begin, Math.min(end, begin + 40)))
          .toString("utf8")
          .replaceAll('"', "");
      }
      records += 1;
      begin = at + 1;
    }
  }
  if (isQuoted || begin !== bytes.length || records === 0) return undefined;
  return lookOf(bytes, start, records, ends, other);
}

function lookOf(
  bytes: Uint8Array,
  start: number,
  records: number,
  ends: readonly number[],
  other: string | undefined,
): TableLook {
  const header = cellsOf(bytes, start, ends[0] ?? start);
  const first = records > 1 ? cellsOf(bytes, ends[0] ?? start, ends[1] ?? start) : [];
  return {
    header,
    rows: records - 1,
    ...(other === undefined ? {} : { other }),
    first: (name) => first[header.indexOf(name)],
  };
}

function startsWith(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let index = 0; index < wanted.length; index += 1)
    if (bytes[at + index] !== wanted[index]) return false;
  return true;
}

function cellsOf(bytes: Uint8Array, from: number, to: number): string[] {
  const text = Buffer.from(bytes.subarray(from, to)).toString("utf8").replace(/\r\n$/, "");
  return text
    .replace(/^"|"$/g, "")
    .split('","')
    .map((cell) => cell.replaceAll('""', '"'));
}
