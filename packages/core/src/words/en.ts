// What is written for readers of English.

import type { CompareWordsJson } from "../compare/compare-words-json.ts";
import { groupDecimal, grouped } from "../model/decimal.ts";
import { formatEnglishYear } from "../model/fiscal-year.ts";
import type { Interval } from "../model/interval.ts";
import type { Language } from "../model/text.ts";
import type { CardPhrases } from "./card-phrases.ts";
import { type DateParts, dateParts, isMonths } from "./dates.ts";
import type * as ja from "./ja.ts";
import { type BoundWords, boundWords, targetLine, verdictLine } from "./sentence-parts.ts";
import type { ChangeWords, Cited, Sentences } from "./sentences.ts";
import type {
  DateWords,
  LargeNumber,
  ListMarks,
  Marks,
  NumberWords,
  PlaceWords,
  Writing,
} from "./writing.ts";

/** Which text of the city's tables is read. */
export const language: Language = "en";

export const marks: Marks = {
  tag: "en",
  open: " (",
  close: ")",
  colon: ": ",
  comma: ", ",
  foreign: "(In Japanese) ",
};

export const listMarks: ListMarks = { inJapanese: "in Japanese", semicolon: "; ", clause: "; ", entry: "; " };

export const writing: Writing = {
  name: "English",
  locale: "en_GB",
  isMain: false,
  suffix: ".en",
  hasPictures: true,
  stop: ".",
  gap: " ",
  beside: " ",
  apart: "; ",
  range: "–",
  dot: " / ",
  within: ", ",
  bar: " | ",
  dash: "–",
  questionMark: "?",
  quotes: ["“", "”"],
  unitSpace: " ",
  numberSpace: " ",
  singular: "1",
};

export const numberWords: NumberWords = {
  largeNumber: inMillions,
  isLargeNumberExact: false,
  perThousand: (number) => `${number} per 1,000`,
  hasUnitInShort: false,
  points: " points",
};

export const dateWords: DateWords = {
  year: formatEnglishYear,
  yearInFull: formatEnglishYear,
  yearInBoth: formatEnglishYear,
  days: daysInEnglish,
  asOf: (date) => `as of ${dayInEnglish(dateParts(date))}`,
  page: (page) => `p. ${page}`,
};

export const cards: CardPhrases = {
  reasons: {
    notApplicable: "not applicable",
    notCarriedOut: "not carried out",
    pending: "not yet counted",
    confidential: "withheld for privacy",
    notSurveyed: "not a survey year",
    unknown: "reason unknown",
  },
  assessments: {
    better: "a change for the better",
    worse: "a change for the worse",
    steady: "steady",
  },
  nameReadings: {
    restored: "name restored",
    doubtful: "name in doubt",
  },
  valueReadings: {
    restored: "value restored",
    doubtful: "value in doubt",
  },
  readingMarks: {
    restored: "restored",
    doubtful: "in doubt",
  },
  lost: "part of the name is unreadable",
  states: {
    provisional: "provisional",
    estimated: "estimated",
    expected: "expected",
    partial: "for part of the year",
  },
  fixed: {
    unofficial: "Unofficial",
    source: "Source",
    page: "p. {page}",
    details: "Details",
    table: "Values by year",
    year: "Year",
    value: "Value",
    change: "Change",
    breakdown: "Part",
    whole: "Whole",
    note: "Note",
    none: "There are no indicators",
    target: "Target",
    baseline: "Baseline",
    cut: "The vertical scale does not begin at 0",
    gap: "Years without a value",
    bridge: "Dotted: joined over years without a survey",
    hollow: "Hollow point: the value is in doubt",
    break: "{before} and {after} do not compare: {reason}",
  },
  noChart: {
    oneYear: "Only one year has a number, so there is no chart.",
    partsAlone: "There are only numbers of parts and none of the whole, so there is no chart.",
    noNumber: "No year has a number, so there is no chart.",
  },
  ofWhich: "of which ",
  qualifiers: {
    about: "about",
    repeated: "counting repeats,",
    cumulative: "since it began,",
    ofWhich: "of which",
  },
  unreadable: "Not readable",
  activities: {
    title: "What was done",
    what: "What",
    value: "Figure",
    unit: "Unit",
    when: "When",
    page: "Page",
    note: "Note (in Japanese): ",
    none: "Nothing is recorded",
    restored: "restored",
    doubtful: "in doubt",
  },
};

/** Around cities side by side. */
export const sideBySide: CompareWordsJson = {
  lead: "Only what was found to be the same, in one unit and counted one way, stands here, in the order of the cities' codes. It is no ranking.",
  none: "No cities can be set side by side yet.",
  scale: "All have one scale, from {low} to {high} {unit}.",
  hollow: "A hollow dot is a value that is not certain.",
  gap: "Where the line breaks there is no value, or it does not compare with the year before.",
  reference: "The dashed line is a reference value: {name} ({source}).",
  table: "Values by year",
  body: "Body",
  name: "What the body calls it",
  notes: "What is not certain, and notes",
  beside: "Alike, but not to be set beside them",
  source: "Sources",
  unofficial: "Unofficial",
  byAtlas: " (that it is the same was said by the keeper of this atlas)",
  more: "Its definition, and other bodies",
  perThousand: "Per 1,000 people",
  perThousandAbout:
    "Divided by the population of the same year that the body itself publishes; bodies and years without one are left out.",
  population: "Population",
};

function daysInEnglish(interval: Interval): string {
  const shown = isMonths(interval) ? monthInEnglish : dayInEnglish;
  const [first, last] = [shown(dateParts(interval.start)), shown(dateParts(interval.end))];
  return first === last ? first : `${first} to ${last}`;
}

function dayInEnglish(date: DateParts): string {
  return `${date.day} ${monthInEnglish(date)}`;
}

function monthInEnglish({ year, month }: DateParts): string {
  const months =
    "January February March April May June July August September October November December".split(" ");
  return `${months[month - 1] ?? ""} ${year}`;
}

const plainUnits: Readonly<Record<string, string>> = {
  人: "persons",
  世帯: "households",
  戸: "homes",
};

/** To three digits, so that the printed figure belongs beside it. */
function inMillions({ sign, size, times, plain, unit }: LargeNumber): string | undefined {
  if (plain === "円") return `${sign}¥${rounded(size)}`;
  if (times === 1n && size < 1_000_000n) return undefined;
  const name = times > 1n ? plainUnits[plain] : unit?.name.en;
  if (name === undefined) return times > 1n ? undefined : sign + rounded(size);
  return `${sign}${rounded(size)}${/^[A-Za-z]/.test(name) ? " " : ""}${name}`;
}

const scales: readonly (readonly [name: string, size: bigint])[] = [
  ["trillion", 10n ** 12n],
  ["billion", 10n ** 9n],
  ["million", 10n ** 6n],
];

/** 26587536000: 26.6 billion. */
function rounded(size: bigint): string {
  for (const [name, step] of scales) {
    // What would round to 1,000 million is 1 billion.
    if (size * 2000n >= step * 1999n) return `${threeDigits(size, step)} ${name}`;
  }
  return groupDecimal({ digits: size, scale: 0 });
}

/** How many steps, to three digits, half up: 26.6, 587, 1.23. */
function threeDigits(size: bigint, step: bigint): string {
  const length = String(size / step).length;
  const decimals = size < step ? 2 : Math.max(0, 3 - length);
  const unit = 10n ** BigInt(decimals);
  const half = (size * unit * 2n + step) / (step * 2n);
  return `${groupDecimal({ digits: half / unit, scale: 0 })}.${String(half % unit).padStart(decimals, "0")}`.replace(
    /\.?0*$/,
    "",
  );
}

export const placeWords: PlaceWords = {
  row: (row, isTable) => `${isTable ? "row" : "line"} ${row}`,
  column: (column, isTable) => `${isTable ? "column" : "field"} "${column}"`,
  apart: ", ",
};

/** What the pages say. */
export const pages: typeof ja.pages = {
  differences: {
    noValue: (why: string) => `no value (${why})`,
  },
  activityList: {
    terms: "Not the report's sentences: its figures and what was done, put into short terms.",
  },
  changes: {
    first: "This is the first release: there is none before it to compare with.",
    unknown: "The files of the release before are not in this folder, so what changed cannot be told.",
    since: (version: string) => `Since the release before (${version}):`,
    nothing: (version: string) => `No value or name has changed since the release before (${version}).`,
    countOf: (count: number) => `${count}`,
    others: (count: number) => `The other ${count} are in the file below.`,
    nodeChanges: { added: " (added)", removed: " (no longer there)", changed: "" },
    colon: ": ",
    because: "Reason (in Japanese): ",
    allChanges: "Everything that changed (JSON)",
    inYear: (year: string) => `, ${year}`,
  },
  changesFile: {
    titles: {
      changed: "Values changed",
      added: "Values added",
      removed: "Values removed",
      newIndicators: "New indicators",
      goneIndicators: "Indicators no longer there",
      names: "Names changed",
      units: "Units changed",
      definitions: "Definitions changed",
      directions: "Preferred direction changed",
      breaks: "Breaks between years",
      targets: "Targets changed",
      nodes: "Items of the plan added or removed",
      evaluations: "Evaluations changed",
      references: "Reference values changed",
      costs: "Costs changed",
      english: "English wording changed",
      corrections: "Corrections",
    },
    newYear: (year: string) => `Values added for ${year}`,
  },
  choices: {
    directionPhrases: { increase: "increase", decrease: "decrease", keep: "keep", none: "not judged" },
    basisPhrases: { city: " (said by the {body})", estimated: " (plain to us; the {body} has not said)" },
    periodPhrases: { fiscal: "fiscal year", calendar: "calendar year" },
    aggregationPhrases: {
      single: "one year",
      cumulative: "cumulative",
      pointInTime: "at a point in time",
      unknown: "one year or cumulative: unknown",
    },
  },
  cite: {
    copy: "Copy",
  },
  cityOwn: {
    verdictCount: (count: number) => `${count} grades`,
    noteHead: "Note (in Japanese): ",
    heads: {
      verdicts: "Evaluations",
      elsewhere: "Elsewhere",
      costs: "Costs",
      otherCities: "And elsewhere? The same indicator beside others",
      year: "Year",
      verdict: "The {body}'s verdict",
      scheme: "Scheme",
      rate: "Rate of achievement (the {body}'s)",
      note: "Note (in Japanese)",
      page: "Page",
      where: "Of where",
      value: "Value",
      item: "Item",
      stage: "Stage",
      unit: "Unit",
      total: "total",
    },
    stages: { planned: "planned", budget: "budget", settled: "settled", expected: "expected" },
  },
  corrected: {
    value: "value",
    progressInWords: "progress in words",
    name: "name",
    unit: "unit",
    definition: "definition",
    note: "note",
    page: "page",
    stateOfTheValue: "state of the value",
    reasonForNoValue: "reason for no value",
    reading: "reading",
    preferredDirection: "preferred direction",
  },
  correctionHistory: {
    noCorrections: "Nothing has been corrected since it was published.",
    releasesTitle: "Releases so far",
    correctionsTitle: "Earlier corrections",
    allCorrections: "All corrections (CSV)",
  },
  correctionList: {
    which: (which: string) => `, ${which}`,
    between: ", ",
    because: "Reason (in Japanese): ",
  },
  doctor: {
    /** How kpi.js gets onto a page: not by an editor, who may not, but by whoever keeps the site's template. */
    getScript:
      "Put it once into the site’s template, where editors do not reach (for the web team: <script src='…/widgets/kpi.js' defer></script>).",
    noScript: (getScript: string) =>
      `The script that draws the card (kpi.js) is not on this page; the element alone draws nothing. ${getScript} Where that cannot be, use the link, whose number can be read as text.`,
    staysLink: (getScript: string) =>
      `The link is whole and the number can be read. Without kpi.js on the page it stays a link. To get a card: ${getScript}`,
    findings: {
      shownAsText:
        "The tags show as text. Paste them in the editor's source (HTML) view; where there is none, type the text and use “insert link”.",
      notAlone:
        "The link stands in a sentence, heading, list or table, so it stays a link. Give it a paragraph of its own to get a card.",
      noSubject: "What says which number or part of the plan it shows (indicator, node) is gone.",
      noText: "The text inside the element is gone; where no script runs, nothing shows.",
      noLinkTarget: "The link's address (href) is gone.",
      emptyLink: "What the link was around (words or a picture) is gone; nothing shows.",
      noTemplate: "The pre-rendered card (the template's shadowrootmode) is gone.",
      noStyle: "The style sheet's link is gone.",
      noAlternative: "The image's alternative text (alt) is gone; who cannot see it does not get the number.",
      noImageSource: "The image's address (src) is gone.",
      noFrameTitle: "The frame's title is gone; a screen reader cannot say what it is.",
      noFrameSource: "The frame's address (src) is gone.",
      sandboxed: "The CMS added sandbox to the frame. The card shows, but its link does not open.",
      insecure: "The script's address begins with http://; pages on https:// block it.",
      scriptOnly: "The script is there, but no link or element: the CMS seems to have taken it away.",
    },
  },
  downloads: {
    names: {
      excel: "For people in Excel",
      statistics: "For statistics (Python, R …)",
      developers: "For developers",
      linked: "For linked data (RDF)",
    },
    caption: "Files by who needs them",
    heads: { what: "What", format: "Format", size: "Size", date: "Date" },
  },
  embedBuilder: {
    embedTitle: "Put this on your page",
    forms: {
      link: "a link (best)",
      element: "a card",
      grid: "cards side by side",
      chart: "a chart",
      table: "a table",
      value: "a value in a sentence",
      fragment: "a pre-rendered fragment (no script)",
      image: "an image",
      iframe: "a frame (iframe)",
    },
    labels: {
      title: "Make one",
      lead: "Choose what and how; the result and its HTML appear below.",
      what: "What (an indicator, or a part of the plan)",
      form: "Form",
      year: "Year",
      latest: "always the latest",
      language: "Language",
      ink: "Text",
      back: "Background",
      key: "Links",
      page: "Try it on",
      wide: "a plain page",
      narrow: "a narrow column",
      dark: "a dark page",
      large: "large letters",
      node: "It becomes cards only where the element (kpi-grid) survives (two of nine); where it is taken away, the link in it stays as text. Where no colours are to be chosen the link is surer: with kpi.js in the site’s template it becomes the grid in every CMS.",
      weak: "These colours are hard to read: their contrast is below 4.5.",
      needsScript: "Making one needs JavaScript.",
      unknown: "Choose one from the list, or below.",
      keeps:
        "Colours can be chosen for cards, grids, charts, tables and values. They stand in a style attribute. A CMS that takes it away leaves the usual colours; the number stays.",
    },
    always: (year: number) => `always ${year}`,
  },
  embedHelp: {
    placeholder: (base: string) =>
      `The address of these data (${base}) is a placeholder: what is pasted now leads nowhere. Paste it once the data have their place.`,
    pins: {
      version:
        "A site that wants a version that never changes takes this line instead of the second. The browser runs it only if every byte is right (the data's server has to allow other sites, by CORS). It covers kpi.js alone: neither the data nor the scripts of charts, tables and grids; those are pinned below.",
      title: "Pin the scripts of charts, tables and grids, and the data",
      neighbours:
        "After the line above come the lines of the elements that the page has (for kpi-card alone, none). What is there, kpi.js does not bring itself.",
      data: "To pin the data of the chosen indicator as they are now, this line goes before that of kpi.js. After a correction it fits no longer, the browser does not run it, and the text of the link stays.",
    },
    lead: "Here the HTML is made that puts an indicator on your own page, as a card, a chart or a table. “Put this on your page” leads here from every page.",
    ways: "Five ways, best first",
    taken: "If it is taken away: ",
    templateTitle: "Two lines for the site's template",
    template:
      "The web team puts them in once. A paragraph that is only a link becomes a card. The first line keeps the room of kpi-card elements, so that nothing on the page moves when they come; a link that becomes a card may move what follows it.",
    doctorTitle: "Pasted, but it does not show",
    doctor:
      "Open the published page, view its source, copy all of it, and paste it here. It is examined on this page alone and sent nowhere.",
    label: "The page's HTML",
    examineIt: "Examine",
    needsScript: "The examination needs JavaScript.",
    results: {
      found: "Found: ",
      nothing: "No embed of ours is in this HTML: the CMS took all of it away, or it is another page's.",
      well: "All is well.",
      missing: "What was changed: ",
      instead: "Use instead: ",
    },
  },
  figure: {
    indicative: "indicative",
    notComparable: "not comparable",
    same: "the same",
    up: "up",
    down: "down",
    placesUp: (places: string) => `up ${countOfPlaces(places)}`,
    placesDown: (places: string) => `down ${countOfPlaces(places)}`,
    moved: (moved: string, amount: string) => `${moved} ${amount}`,
    sinceYear: (year: string) => ` since ${year}`,
    noteOn: (years: readonly string[]) => `Note on ${years.join(" and ")}, in Japanese: `,
  },
  glance: {
    ofAll: (count: number) => ` of ${count}`,
    names: {
      up: "↑ rose",
      down: "↓ fell",
      same: "→ stayed",
      other: "not compared",
      better: "for the better",
      worse: "for the worse",
    },
    caption: "Movement on the year before (number of indicators; each number leads to its list)",
    total: "Total",
    whole: "Whole plan",
    allPlans: "All plans",
    reachedHead: "Target reached",
    reachedHelp:
      " “Target reached” counts targets of that very year, where a number and its bound tell it or the report says so (of so many that can be told).",
    severalGoals:
      "An indicator that is listed under several of them is counted under each, and once in the whole. ",
    noneJudged: "The {body} has not said for any of them which way is better, so none is judged good or bad.",
    someJudged: "Only indicators for which the {body} has said which way is better are judged.",
    title: (year: string) => `${year} at a glance`,
  },
  howToRead: {
    title: "How to read these numbers and marks",
    terms: {
      year: {
        term: "Fiscal year",
        meaning:
          "April to March: FY2024 (Reiwa 6) is 1 April 2024 to 31 March 2025. What is counted from January to December is written without “FY”.",
      },
      cumulative: {
        term: "Cumulative",
        meaning:
          "A total since the count began. It does not normally fall; what one year added is the difference from the year before.",
      },
      notComparable: {
        term: "Not comparable",
        meaning:
          "The way of counting changed, it is not a number, or one of the years has no value. The indicator's page says which.",
      },
      noValue: {
        term: "No value",
        meaning:
          "This is not zero. The reason stands in brackets: not applicable, not carried out, not yet counted, withheld.",
      },
      doubt: {
        term: "Restored, in doubt",
        meaning:
          "Where the report's text was scrambled: “restored” was put together again from what stands around it, “in doubt” still needs checking, and “…” marks letters that could not be read.",
      },
      change: {
        term: "Change (↑ ↓ →)",
        meaning:
          "The difference from the year before. An arrow says that the number rose or fell, not that this is good or bad. Differences of shares are in percentage points.",
      },
      indicative: {
        term: "Indicative",
        meaning: "A value of either year is in doubt, so the change is no more than a hint.",
      },
      activity: {
        term: "Indicator of activity",
        meaning:
          "How much was done (meetings held, leaflets given out). What changed because of it is told by indicators of outcome.",
      },
      outcome: {
        term: "Indicator of outcome",
        meaning:
          "What became of the place and its life. It also moves for other reasons than what was done (weather, the economy).",
      },
      reached: {
        term: "Target, baseline",
        meaning:
          "The baseline is where the plan began, the target what it set itself. Grades and rates of achievement are as the report prints them, never worked out anew.",
      },
      again: {
        term: "Listed again",
        meaning: "The same indicator, printed in another place as well. It has one set of values.",
      },
      translation: {
        term: "Translations",
        meaning: "English names are the publisher's own translations unless the {body} gave them.",
      },
    },
  },
  indicatorPage: {
    retired: (name: string) => `This indicator was retired in ${name}. Its earlier values stay here.`,
    certain: "certain",
    heads: {
      values: "Values by year",
      chart: "Chart",
      about: "About this indicator",
      printed: "Where it is printed",
      siblings: "Other indicators in the same place",
      data: "Data and citation",
      address: "The indicator's address, which stays",
      citation: "To cite it",
      corrections: "Corrections",
      take: "Copy or save",
    },
    columns: {
      caption: "Values by year",
      year: "Year",
      breakdown: "Part",
      whole: "Whole",
      value: "Value",
      unit: "Unit",
      interval: "Covers",
      reading: "Reading",
      note: "Note (in Japanese)",
      page: "Page",
    },
    terms: {
      id: "ID",
      name: "Name as printed",
      definition: "Definition",
      kind: "Kind",
      period: "Period",
      direction: "Which way is better",
      reading: "Reading of the name",
      note: "Note (in Japanese)",
      breaks: "Break between years",
    },
    notYetWritten: "(not yet given by the {body})",
    noValue: "No value",
    again: "again",
    unlisted: "The latest report does not list it.",
    sure: "Every value is final and was read in the report with certainty.",
    noCorrections: "Nothing has been corrected since it was published.",
    moreSiblings: (count: number) => `${count} more`,
    printedOtherwise: (report: string, printed: string, place: string) =>
      `${report} prints ${printed}${place && ` (${place})`}.`,
    reportOf: (year: string) => `The report for ${year}`,
    within: ", ",
    page: (page: number) => `p. ${page}`,
    span: { after: "", before: " to " },
    noResultsYet: "There are no results yet.",
  },
  landingPage: {
    counts: {
      count: "{n} indicators",
      one: "1 indicator",
      others: ", {n} parts of the plan and activities",
      other: ", 1 part of the plan or activity",
      none: "Nothing found. Try fewer words, or take a filter away; the report may not say anything about it.",
      elsewhere: "Nodes of the plan and activities",
    },
    rates:
      "No rate of change is given for shares, nor where the year before has less than 20; these, and what cannot be compared, come last.",
    listCaption: (count: number) => `${grouped(count)} indicators; each name leads to its page`,
    notOfficial: (city: string) =>
      `This is not official until ${city} adopts it. Where a number matters, look at the printed report as well.`,
    onThisPage: "On this page",
    wholePlan: "The whole plan",
    putOnPage: "Put these on your page",
    list: "Find an indicator",
    data: "Download the data",
    changes: "What changed",
    reading: "How to read it",
    cite: "Licence and citation",
    labels: {
      search: "Search",
      searchHelp: "Names of indicators, parts of the plan, departments and activities.",
      kind: "Kind of indicator",
      change: "Movement",
      state: "Kind of value",
      all: "All",
      view: "View",
      rows: "Rows",
      cards: "Cards",
      more: "Filter and sort",
      sort: "Order",
      report: "as in the report",
      reset: "Clear",
    },
    number: "a number",
    words: "words (progress)",
    none: "no value",
    doubtful: "in doubt",
    name: "by name",
    rateUp: "per cent: largest rise",
    rateDown: "per cent: largest fall",
    changeUp: "change: largest rise",
    changeDown: "change: largest fall",
    licenceWords: "The tables are free to use (",
    licenceEnd: "). Please give these words with them.",
    lead: undefined,
  },
  nodePage: {
    indicatorCount: (count: number) => `${grouped(count)} ${count === 1 ? "indicator" : "indicators"}`,
    heads: {
      indicators: "Indicators",
      view: "View",
      rows: "Table",
      cards: "Cards",
      data: "Data and citation",
    },
    terms: {
      parents: "Stands under",
      section: "Department",
      verdict: "Verdict",
      account: "Account",
      note: "Note (in Japanese)",
      reading: "Reading of the name",
    },
    caption: "Results; each name leads to the indicator's page",
    none: "The report gives no indicator here.",
    ours: "summary by the publisher",
    description: (place: string, name: string, count: number) =>
      `${place}, ${name}: the results of ${grouped(count)} ${count === 1 ? "indicator" : "indicators"}.`,
    moved: (moved: string, count: number) => `${grouped(count)} ${moved}`,
    counted: (count: number, moves: readonly string[]) =>
      `${grouped(count)} indicators. On the year before: ${moves.join(", ")}.`,
  },
  page: {
    language: "Language",
    skip: "Skip to the main text",
    missing: "There is nothing at this address",
    first: "The first page",
    unofficial: "Unofficial",
    source: "Source: ",
    footer: (by: string, city: string, isOfficial: boolean) =>
      `Published by ${by}${isOfficial ? "" : ` (not an official page of ${city})`}. Licence of the data: `,
  },
  parts: {
    programs: "For programs (JSON, RDF)",
    where: "You are here",
    top: "All indicators",
    beforeAndAfter: "Previous and next",
    previous: "Previous",
    next: "Next",
    everything: "The values of all indicators (CSV)",
    csv: "CSV (Excel, statistics)",
    json: "JSON",
    script: "JavaScript, as cards load it",
    turtle: "Turtle (RDF)",
    jsonLd: "JSON-LD (RDF)",
    picture: "Card as a picture (SVG)",
  },
  pictures: {
    titles: {
      moves: "The largest moves",
      caption: "Largest changes in per cent on the year before",
      indicator: "Indicator",
      picture: "fell ← → rose",
      change: "Change",
      help: "Among indicators of at least 20 in the year before, without shares and ranks. “Indicative”: a value of either year is in doubt.",
      all: "All, by how far they fell",
    },
  },
  rows: {
    page: (page: number) => `Report, p. ${page}`,
    surveyOf: (year: string) => `survey of ${year}`,
    indicator: (level: string) => `Indicator (${level})`,
    headers: {
      indicator: "Indicator",
      change: "On the year before",
      plan: "Baseline, target, verdict",
      again: "listed again (counted once)",
      unlisted: "Not listed in the latest report",
    },
    value: "Value",
  },
  targetList: {
    labels: {
      formula: "The {body}'s formula: ",
      result: "result: ",
      reached: "(reached)",
      missed: "(not reached)",
      earlier: "Before it was revised: ",
      title: "Targets",
      note: "Note (in Japanese): ",
    },
  },
};

/** What is said of each way to embed: apart from the pages, since a script says it too. */
export const embedCodes: typeof ja.embedCodes = {
  link: {
    title: "A link (recommended)",
    survives:
      "Survives all nine editors tried. With two lines in the site's template it becomes a card; without them the number is still there.",
    otherwise: "Where HTML cannot be pasted, type the text and use “insert link” with the address.",
  },
  element: {
    title: "The card element",
    survives:
      "The element survives in two of nine; where it is taken away, the link in it mostly stays as text.",
    otherwise: "Use the link: it becomes the same card.",
  },
  fragment: {
    title: "A pre-rendered fragment",
    survives:
      "Survives in one of nine. Shows the card without any script; for sites whose HTML is written directly.",
    otherwise: "Use the link or the image.",
  },
  image: {
    title: "An image link",
    survives: "Survives in eight of nine and needs no script. The picture changes when the value does.",
    otherwise: "Where pictures from elsewhere are blocked, use the link.",
  },
  iframe: {
    title: "A frame (iframe)",
    survives:
      "Survives in four of nine. Where its title is taken away, a screen reader cannot tell what it is.",
    otherwise: "Use the link or the image.",
  },
};

/** What scripts say by themselves. */
export const script: typeof ja.script = {
  copied: "Copied",
  done: "Done",
  notCopied: "Could not be copied: please select it",
  dark: "Dark screen",
  light: "Light screen",
  menu: "Copy or save",

  inMemory: "This page is not published yet: what you make here can be pasted once it is.",
  notHere: "Shown once the page is published.",
  openFile: "Open the file: its whole text is what to paste",
  notPinned:
    'There is no file of that year alone. Take the link or the element, which can stay at a year, or have the year written under "pinned" in municipality.json.',
  chooseIndicator: "Choose an indicator above: the line is for its data.",
  noSums:
    "This page cannot read the folder's SHA256SUMS (from disk no page may): open it where it is published.",
};

/** What the menu says that takes a card away, and what is written with what is taken. */
export const takeAway: typeof ja.takeAway = {
  take: {
    sentence: "Copy as a sentence",
    citation: "Copy the citation",
    row: "Copy a link to the row of this year",
    excel: "Copy as a table for Excel",
    word: "Copy as a table for Word",
    embed: "Put this on your page",
  },
  pictures: {
    wide: "chart for a slide, 16:9",
    square: "chart, square",
    card: "card, as on the page",
  },
  savePicture: (picture: string, kind: string) => `Save a picture (${picture}, ${kind})`,
  source: "Source: ",
  heads: ["Year", "Value", "Unit", "On the year before", "Notes"],
  sourceOf: (source: string, address: string) => ` (${source}. ${address})`,
  citation: ({ title, whole, by, version, kept, licence, address, source }: Cited) =>
    `${title ? `“${title}”, ` : ""}${whole} (${by}, version ${version}${kept && ` <${kept}>`}, ${licence}). ${address} ${source}.`,
};

/** What stands before the amount. */
const bounds: BoundWords = {
  usual: {
    atLeast: "at least ",
    atMost: "at most ",
    above: "more than ",
    below: "less than ",
    increase: "to rise to ",
    decrease: "to fall to ",
    keep: "to be kept at ",
  },
  ofPlaces: {
    atMost: "no lower than ",
    atLeast: "no higher than ",
    below: "higher than ",
    above: "lower than ",
  },
  alone: { increase: "to rise", decrease: "to fall", keep: "to be kept" },
};

const yearsOfDoubt = {
  before: "the value of the year before is",
  now: "this year's value is",
  both: "the values of both years are",
};

function countOfPlaces(places: string): string {
  return `${places} ${places === "1" ? "place" : "places"}`;
}

function changeText({ moved, before, amount, rank }: ChangeWords): string {
  if (moved === "same") return `the same as ${before}`;
  const far = rank ? countOfPlaces(rank.places) : amount;
  return `${moved} ${far} on ${before}`;
}

const bases: Readonly<Record<string, string>> = {
  年度: "fiscal year",
  暦年: "calendar year",
  単年度: "within the year",
  累計: "since it began",
  時点: "at a point of time",
};

const units: Readonly<Record<string, string>> = {
  人: "persons",
  件: "cases",
  冊: "books",
  年: "years",
  か所: "places",
  箇所: "places",
  戸: "dwellings",
  経営体: "farms",
  回: "times",
  円: "yen",
  万円: "ten thousand yen",
  千円: "thousand yen",
  世帯: "households",
  団体: "bodies",
};
const unit = (printed: string): string => units[printed] ?? printed;

export const sentences: Sentences = {
  yearBefore: () => "the year before",
  surveyBefore: (year) => `the survey before (${year})`,
  noValue: (reason) => `no value (${reason})`,
  notCompared: (_before, why) => `Not comparable with the year before: ${why}`,
  notNumbers: "it is not a number",
  noValueBefore: () => "there is no value for the year before",
  noValueNow: () => "there is no value for this year",
  tentative: (cause, which) =>
    `${yearsOfDoubt[which]} ${cause === "doubt" ? "in doubt" : "not final"}, so the change is indicative only`,
  restoredBefore: () => "the value of the year before is restored",
  noteBefore: (_calendar, note) => `note on the year before (in Japanese): ${note}`,
  noteHead: "note (in Japanese): ",
  partUntil: (day) => `for part of the year, as of ${day}`,
  newest: (year) => `Latest: ${year}`,
  waiting: (years) => `${years.join(" and ")} ${years.length === 1 ? "is" : "are"} not yet counted`,
  asSentence: (line) => `${line}.`,
  change: changeText,
  changeSentence: (change) => `That is ${changeText(change)}`,
  hasNone: (label, year, reason) => `${label}: there is no value for ${year} (${reason}).`,
  hasWords: (label, year, words, doubt) => `${label}: “${words}” in ${year}${doubt}.`,
  hasNumber: (label, year, amount, doubt) => `${label}: ${amount} in ${year}${doubt}.`,
  aside: (doubt) => `; ${doubt}`,
  judged: (assessment) => `, ${assessment}`,
  target: (target) =>
    targetLine(target, {
      own: target.isFinal ? "Final target" : "Target",
      start: "Baseline",
      text: boundWords(target, bounds) + target.amount,
      marks: [" (", ")", ": "],
    }).join("; "),
  targetSentence: (target) =>
    `The ${target.isFinal ? "final " : ""}target${target.year && ` for ${target.year}`} is ${boundWords(target, bounds)}${target.amount}.`,
  verdict: (verdict) =>
    verdictLine(verdict, {
      grade: `the ${verdict.body.en}'s grade: `,
      said: verdict.gradeEn,
      rate: `the ${verdict.body.en}'s rate of achievement: `,
      brackets: [" (", ")"],
    }).join("; "),
  verdictSentence: ({ grade, gradeEn = grade, rate, body }) =>
    [
      ...(grade === undefined ? [] : [`The ${body.en}'s grade is ${gradeEn}.`]),
      ...(rate === undefined ? [] : [`The ${body.en}'s rate of achievement is ${rate}%.`]),
    ].join(" "),
  match: {
    close: "nearly the same, but not the same",
    broader: "it counts more than this",
    narrower: "it counts a part of this only",
  },
  otherUnit: (printed) => (printed === "" ? "it has no unit" : `its unit is ${unit(printed)}`),
  otherBasis: (period, aggregation) =>
    `it is counted another way (${bases[period] ?? period}, ${bases[aggregation] ?? aggregation})`,
  notComparedHere: (why) =>
    `does not compare with the year before${why === undefined ? "" : ` (in Japanese: ${why})`}`,
  tentativeHere: "the change from the year before is indicative only",
  unit,
  plainYear: (year, isCalendar) => (isCalendar ? `${year}` : `FY${year}`),
  cityWords: (words) => `${words} (in Japanese)`,
  newestOf: (name, year, value, doubt) =>
    `${name ? `${name}, ` : ""}${year}: ${value}${doubt ? ` (${doubt})` : ""}`,
};
