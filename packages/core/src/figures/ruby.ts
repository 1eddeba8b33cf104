// A name in pieces, its kanji with their readings: what stands as furigana over the names of easy Japanese.

/** A piece of a name, with the kana over it where it has kanji. */
export type RubyPart = readonly [text: string, reading?: string];

const kanji = /[々〆〇ヶヵ\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud8bf][\udc00-\udfff]/u;

/** Whether something in it needs a reading. */
export function hasKanji(text: string): boolean {
  return kanji.test(text);
}

/** Longer names and readings than these are no names: they bear one reading as a whole, or none. */
const longest = 200;
/** A kanji is read in two beats, or nearly: what decides where a reading without any kana to hold on to is parted. */
const beatsOfKanji = 1.8;
const mostKana = 6;
/** Kanji that end words far oftener than they begin one: 参加者, 補助金, 件数. */
const endings = /[者数金額率等費]/;
/** A run of kanji is parted where the best way to do so is likelier than any other by this much. */
const sureBy = 0.01;

/**
 * The pieces of `name`, each run of kanji with the part of `kana` that reads it. Kana, letters and digits of the name
 * are found again in the reading; spaces in the reading part words within a run of kanji. A reading that does not fit
 * stands over the whole name.
 */
export function rubyParts(name: string, kana: string): RubyPart[] {
  const spoken = plain(kana).trim();
  if (!hasKanji(name) || spoken === "") return [[name]];
  const letters = [...name];
  const found = letters.length > longest || spoken.length > 2 * longest ? undefined : fitted(letters, spoken);
  return found ? joined(found) : [[name, kana.trim()]];
}

/** The best way to read the letters from one on by the kana from one on. */
interface Way {
  readonly cost: number;
  /** How many letters the first piece takes, and up to where its kana go. */
  readonly take: number;
  readonly to: number;
}

/** Each run of kanji with the kana that read it; none where the reading does not fit the name. */
function fitted(letters: readonly string[], kana: string): RubyPart[] | undefined {
  const spoken = letters.map(plain);
  const known = new Map<number, Way | undefined>();
  const isWord = (at: number) => kanji.test(letters[at] ?? "");
  const after = (at: number, take: number, to: number, cost: number): Way | undefined => {
    const rest = best(at + take, to);
    return rest && { cost: cost + rest.cost, take, to };
  };
  const best = (at: number, from: number): Way | undefined => {
    const key = at * (kana.length + 1) + from;
    if (!known.has(key)) known.set(key, reckoned(at, from));
    return known.get(key);
  };
  const reckoned = (at: number, from: number): Way | undefined => {
    if (at === letters.length)
      return kana.slice(from).trim() === "" ? { cost: 0, take: 0, to: from } : undefined;
    const ways: (Way | undefined)[] = [];
    const start = kana[from] === " " ? from + 1 : from;
    if (!isWord(at)) {
      const letter = spoken[at] ?? "";
      if (kana.startsWith(letter, start)) ways.push(after(at, 1, start + letter.length, 0));
      // Signs (「・」「（」) are often left out of a reading; between two kanji a space has to tell where.
      const isSign = !/[\p{L}\p{N}]/u.test(letter);
      if (isSign && (start > from || !isWord(at - 1) || !isWord(at + 1))) ways.push(after(at, 1, from, 0.1));
    } else {
      let take = 1;
      while (isWord(at + take)) take += 1;
      for (let to = start + 1; to <= Math.min(kana.length, start + take * mostKana); to += 1) {
        if (!/[ぁ-ゖー ]/.test(kana[to - 1] ?? "")) break;
        ways.push(after(at, take, to, strangeness(take, kana.slice(start, to))));
      }
    }
    return ways.reduce((one, other) => (other && (!one || other.cost < one.cost) ? other : one), undefined);
  };
  const parts: RubyPart[] = [];
  let from = 0;
  for (let at = 0; at < letters.length; ) {
    const way = best(at, from);
    if (!way) return undefined;
    const run = letters.slice(at, at + way.take);
    if (isWord(at)) parts.push(...words(run, kana.slice(from, way.to).trim()));
    else parts.push([run.join("")]);
    at += way.take;
    from = way.to;
  }
  return parts;
}

/** A run of kanji as the words of its reading, unless another way to part it is nearly as likely. */
function words(run: readonly string[], kana: string): RubyPart[] {
  const spoken = kana.split(" ").filter((word) => word !== "");
  const whole: RubyPart[] = [[run.join(""), spoken.join("")]];
  if (spoken.length < 2 || spoken.length > run.length) return whole;
  /** By the number of letters that the words so far take: the cheapest ways, the best first. */
  let ways = new Map<number, { cost: number; takes: readonly number[] }[]>([[0, [{ cost: 0, takes: [] }]]]);
  for (const [at, word] of spoken.entries()) {
    const next: typeof ways = new Map();
    const most = run.length - (spoken.length - 1 - at);
    for (const [used, soFar] of ways) {
      for (let take = 1; used + take <= most; take += 1) {
        const more = soFar.map(({ cost, takes }) => ({
          cost: cost + strangeness(take, word) + (used > 0 && endings.test(run[used] ?? "") ? 2 : 0),
          takes: [...takes, take],
        }));
        const all = [...(next.get(used + take) ?? []), ...more];
        next.set(used + take, all.toSorted((a, b) => a.cost - b.cost).slice(0, 2));
      }
    }
    ways = next;
  }
  const [best, second] = ways.get(run.length) ?? [];
  if (!best || (second && second.cost - best.cost < sureBy)) return whole;
  let from = 0;
  return best.takes.map((take, at) => {
    from += take;
    return [run.slice(from - take, from).join(""), spoken[at] ?? ""];
  });
}

/** How unlike a word of so many kanji it is read: most have two kanji or more, and each of them one beat or two. */
function strangeness(count: number, reading: string): number {
  const beats = [...reading].filter((letter) => !/[ゃゅょぁぃぅぇぉ ]/.test(letter)).length;
  const isOdd = beats < count || beats > 3 * count;
  return (
    (beats - beatsOfKanji * count) ** 2 / count + (isOdd ? 5 : 0) + (count === 1 ? 1 : (count % 2) * 0.3)
  );
}

function joined(parts: readonly RubyPart[]): RubyPart[] {
  const list: RubyPart[] = [];
  for (const [text, reading] of parts) {
    const last = list.at(-1);
    if (reading === undefined && last && last[1] === undefined) list[list.length - 1] = [last[0] + text];
    else list.push(reading === undefined ? [text] : [text, reading]);
  }
  return list;
}

/** As it is compared: full width as half, katakana as hiragana, one space for any. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u30a1-\u30f4]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/\s+/g, " ");
}

/** A label that holds the name, and other words around it. */
export function rubyOfLabel(label: string, name: string, kana: string | undefined): RubyPart[] | undefined {
  const at = label.indexOf(name);
  if (!kana || at < 0 || name === "") return undefined;
  const around = (text: string): RubyPart[] => (text === "" ? [] : [[text]]);
  return joined([
    ...around(label.slice(0, at)),
    ...rubyParts(name, kana),
    ...around(label.slice(at + name.length)),
  ]);
}
