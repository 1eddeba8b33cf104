// What was skipped, in one line for each reason: how many tests, what they lack here, and how to get it.

export interface SkippedTest {
  /** Below `tests/`: `pages/html.test.ts`. */
  readonly file: string;
  /** With the names of its groups. */
  readonly name: string;
  /** What the test itself said. */
  readonly note?: string | undefined;
}

interface Lack {
  /** What is not there. */
  readonly what: string;
  readonly get: string;
  /** The tests that need it: by file, and by name where a file needs several things. */
  readonly tests: readonly (readonly [file: RegExp, name?: RegExp])[];
}

const beside = "put it beside the project's folder, where the project has it";

export const lacks: readonly Lack[] = [
  {
    what: "Firefox",
    get: "npm run test:engines, which installs it on Debian",
    tests: [[/^(browser|workbench)\//, /firefox/i]],
  },
  {
    what: "WebKitGTK and WPE",
    get: "npm run test:engines, which installs them on Debian",
    tests: [[/^browser\//, /webkit|wpe/i]],
  },
  {
    what: "LibreOffice",
    get: "apt-get install libreoffice-calc",
    tests: [
      [/^publisher\/(libreoffice|workbook)\./],
      [/^workbook\/workbook\./],
      [/^workbook\/sheet\./, /LibreOffice/],
      [/^intake\/(printed-layouts|evaluation-forms)\./, /LibreOffice/],
      [/^intake\/(unruled-pages|word-tables|pages-of-tables)\./],
    ],
  },
  {
    what: "openpyxl",
    get: "apt-get install python3-openpyxl",
    tests: [[/^workbook\/sheet\./, /openpyxl/]],
  },
  {
    what: "the printed report",
    get: beside,
    tests: [[/^(atsugi|activities)\//], [/^year\/story\./], [/^workbench\/page\./, /report/]],
  },
  {
    what: "the cases from the field (../shared/cases)",
    get: beside,
    tests: [[/^year\/printed-pdf\./], [/^workbook\/spreadsheets\./]],
  },
  {
    what: "real files of cities (../shared/cities)",
    get: beside,
    tests: [[/^(intake\/real-files|align\/align|publisher\/real-plans)\./]],
  },
  {
    what: "schemas and shapes of standards (../shared/reference)",
    get: beside,
    tests: [[/^standards\/data-package\./, /profile/], [/^standards\/(data-cube|catalogue)\./]],
  },
  {
    what: "frictionless for Python",
    get: "pip install frictionless",
    tests: [[/^standards\/data-package\./, /frictionless/]],
  },
  { what: "sdmx1", get: "pip install sdmx1", tests: [[/^standards\/other-formats\./, /sdmx1/]] },
  { what: "pysdmx", get: "pip install pysdmx[xml]", tests: [[/^standards\/other-formats\./]] },
  { what: "PyYAML", get: "apt-get install python3-yaml", tests: [[/^publisher\/pages-workflow\./]] },
  { what: "jsonschema for Python", get: "apt-get install python3-jsonschema", tests: [[/^docs\/json\./]] },
  { what: "rdflib", get: "apt-get install python3-rdflib", tests: [[/^rdf\/graph\./, /rdflib/]] },
  { what: "raptor", get: "apt-get install raptor2-utils", tests: [[/^rdf\/graph\./, /raptor/]] },
  { what: "csvwvalidate", get: "pip install csvw", tests: [[/^rdf\/csvwvalidate\./]] },
  { what: "Java", get: "apt-get install default-jre-headless", tests: [[/^pages\/html\./]] },
  { what: "a real CKAN", get: "npm run test:ckan", tests: [[/^portal\/(faults|ckan-answers|harvest)\./]] },
  { what: "a SPARQL store", get: "npm run test:sparql", tests: [[/^portal\/load\./]] },
  {
    what: "Excel or Power BI (Power Query runs nowhere else)",
    get: "paste it into their editor",
    tests: [[/^docs\/use-the-data\./, /powerquery/]],
  },
  {
    what: "pandas with openpyxl, pyarrow, R or jq, for the examples of the docs",
    get: "apt-get install python3-pandas python3-openpyxl r-base-core jq; pip install pyarrow",
    tests: [[/^docs\/use-the-data\./]],
  },
  { what: "nginx or Apache", get: "apt-get install nginx-light apache2", tests: [[/^web\/hosts\./]] },
  { what: "sha256sum", get: "apt-get install coreutils", tests: [[/^publisher\/(archive|releases)\./]] },
  { what: "Python", get: "apt-get install python3", tests: [[/^publisher\/encodings\./]] },
  { what: "script(1)", get: "apt-get install bsdutils", tests: [[/^publisher\/progress\./]] },
  {
    what: "the npm registry",
    get: "run it where the network reaches it",
    tests: [[/^publisher\/packages\./, /npm/]],
  },
  {
    what: "namespaces of this system (unshare)",
    get: "run as root on Linux",
    tests: [[/^attack\//]],
  },
  {
    what: "another user who may read the project",
    get: "lay the project where every user may read",
    tests: [[/^faults\/folders\./]],
  },
  { what: "Spark", get: "npm run test:spark, which gets it from PyPI", tests: [[/^atlas\/spark\./]] },
  { what: "a disk that is always full (/dev/full)", get: "run it on Linux", tests: [[/^atlas\/gather\./]] },
  {
    what: "Chromium",
    get: "apt-get install chromium, or set CHROMIUM_PATH",
    tests: [
      [/^browser\//],
      [/^workbench\//],
      [/^atlas\//],
      [/^intake\/pdf\./],
      [/^publisher\/(pure|packages)\./],
      [/^year\/reconcile-pdf\./],
      [/^pages\/doubt\./],
    ],
  },
];

/** The lines, the largest group first; empty where nothing was skipped. */
export function skippedLines(skipped: readonly SkippedTest[]): string[] {
  const groups = new Map<string, number>();
  for (const test of skipped) {
    const lack = lackOf(test);
    const why = test.note
      ? `: ${test.note}`
      : lack
        ? `, which need ${lack.what}: ${lack.get}`
        : `: see tests/${test.file}`;
    groups.set(why, (groups.get(why) ?? 0) + 1);
  }
  return [...groups].toSorted(([, a], [, b]) => b - a).map(([why, count]) => `${count} skipped${why}`);
}

export function lackOf({ file, name }: Pick<SkippedTest, "file" | "name">): Lack | undefined {
  return lacks.find(({ tests }) =>
    tests.some(([inFile, named]) => inFile.test(file) && (named?.test(name) ?? true)),
  );
}
