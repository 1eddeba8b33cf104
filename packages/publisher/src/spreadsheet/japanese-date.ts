// A day as Excel's Japanese formats show it: 令和7年4月1日 (`ggge"年"m"月"d"日"`), R7.4.1, 火曜日.

interface Era {
  /** By `ggg`, `gg` and `g`. */
  readonly names: readonly [whole: string, short: string, letter: string];
  /** The first day, YYYY-MM-DD. */
  readonly from: string;
}

/** Newest first: by the orders that began them. */
const eras: readonly Era[] = [
  { names: ["令和", "令", "R"], from: "2019-05-01" },
  { names: ["平成", "平", "H"], from: "1989-01-08" },
  { names: ["昭和", "昭", "S"], from: "1926-12-25" },
  { names: ["大正", "大", "T"], from: "1912-07-30" },
  { names: ["明治", "明", "M"], from: "1868-01-25" },
];
const weekdays = "日月火水木金土";

/** A text in quotes, an escaped letter, a part in brackets, or a run of one letter. */
const tokens = /"([^"]*)"|\\(.)|\[[^\]]*\]|([gG]+|[eE]+|[yY]+|[mM]+|[dD]+|[aA]+)|([\s\S])/g;

/**
 * The day that a spreadsheet's number of days stands for, as the format shows it; `undefined` for a format without
 * an era or a Japanese day of the week, and for one that shows a time as well: those the library knows.
 */
export function japaneseDate(days: number, format: string): string | undefined {
  const [section = ""] = format.split(";");
  const letters = section.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  if (!/[ge]|aaa/i.test(letters) || /[hs]/i.test(letters)) return undefined;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000);
  if (Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString().slice(0, 10);
  const era = eras.find(({ from }) => from <= iso);
  const year = date.getUTCFullYear();
  const first = Number(era?.from.slice(0, 4));
  const numbers: Readonly<Record<string, number>> = {
    e: era ? year - first + 1 : year,
    m: date.getUTCMonth() + 1,
    d: date.getUTCDate(),
  };
  const shown = [...section.matchAll(tokens)].map(([whole, quoted, escaped, run, other]) => {
    if (quoted !== undefined) return quoted;
    if (escaped !== undefined) return escaped;
    if (run === undefined) return other === undefined || whole.startsWith("[") ? "" : other;
    const letter = run[0]?.toLowerCase() ?? "";
    if (letter === "g") return era?.names[Math.max(0, 3 - run.length)] ?? "";
    if (letter === "y") return run.length > 2 ? `${year}` : `${year % 100}`.padStart(2, "0");
    if (letter === "a") return (weekdays[date.getUTCDay()] ?? "") + (run.length > 3 ? "曜日" : "");
    const number = numbers[letter];
    return number === undefined ? run : `${number}`.padStart(run.length > 1 ? 2 : 1, "0");
  });
  return shown.join("").trim();
}
