// Tick boxes of a form (☑継続 ☐拡充, ■達成 □未達成): the words whose box is ticked.

const ticked = "■☑☒✓✔✅●◉⊠▣";
const empty = "□☐◻▢";
const option = new RegExp(`([${ticked}${empty}])[\\s\\u3000]*([^${ticked}${empty}]*)`, "gu");

/** What is ticked, several with 「、」; `undefined` where the text has no empty or ticked boxes. */
export function tickedIn(text: string): string | undefined {
  const options = [...text.matchAll(option)].map(([, box = "", words = ""]) => ({
    isTicked: ticked.includes(box),
    words: words
      .replace(/[\s\u3000]+/gu, " ")
      .replace(/^[(（]?[0-9]{1,2}[)）.．]\s*/u, "")
      .trim(),
  }));
  const isChoice = options.some(({ isTicked }) => !isTicked) || /[☑☒✓✔✅]/u.test(text);
  if (options.length === 0 || !isChoice) return undefined;
  return options
    .filter(({ isTicked, words }) => isTicked && words !== "")
    .map(({ words }) => words.replace(/[、,，・]$/u, ""))
    .join("、");
}
