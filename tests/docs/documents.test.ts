// What the documents say about the code is so.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { activitiesTable, fixedTables, leftOutTable, observationsTable } from "@shihyo/core";
import { describe, expect, test } from "vitest";
import { atsugi, top } from "../support/places.ts";

const read = (path: string) => readFileSync(join(top, path), "utf8");

/** Everything that is, or is about to be, in the repository. */
const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: top, encoding: "utf8" })
  .split("\n")
  .filter((path) => path !== "" && existsSync(join(top, path)));

const made = (script: string, ...args: string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [join(top, "scripts", script), ...args], {
    encoding: "utf8",
  });
  return { status, stderr };
};

describe("the source files", () => {
  test("each open with a sentence, as the tree shows", () => {
    expect(made("tree.mjs", "--check")).toEqual({ status: 0, stderr: "" });
  });
});

describe("the benchmarks and scripts", () => {
  const callers = files.filter((path) => /^(?:benchmarks|scripts)\/.*\.mjs$/.test(path));
  const wanted = callers.flatMap((path) =>
    [
      ...read(path).matchAll(
        /(?:const|import) \{([^}]+)\} (?:= await import\(|from )"([^"]*packages\/[^"]+\.js)"/g,
      ),
    ].map(([, names = "", module = ""]) => ({ path, names, module: join(top, dirname(path), module) })),
  );

  test("import from the packages what is there", async () => {
    expect(wanted.length).toBeGreaterThan(15);
    const missing: string[] = [];
    for (const { path, names, module } of wanted) {
      const exported = existsSync(module) ? await import(module) : {};
      for (const name of names.split(",").map((each) => each.trim().replace(/( as|:) .*$/, "")))
        if (name !== "" && !(name in exported))
          missing.push(`${path}: ${name} of ${module.slice(top.length)}`);
    }
    expect(missing).toEqual([]);
  });

  test("name the packages in no way that this rule cannot read", () => {
    const computed = callers.filter((path) => /import\((?:join\([^)]*publisher|from\()/.test(read(path)));
    expect(computed).toEqual([]);
  });
});

describe("every source file", () => {
  const sources = files.filter((path) => /\.(?:ts|mjs)$/.test(path) && !path.includes("/published/"));

  test("opens with a sentence in a comment that says what it is", () => {
    expect(sources.length).toBeGreaterThan(80);
    const without = sources.filter((path) => {
      const [first = ""] = read(path)
        .replace(/^#!.*\n/, "")
        .split("\n");
      return !/^\/\/ \S.{10,}$/.test(first);
    });
    expect(without).toEqual([]);
  });

  test("has a sentence that ends, and that no other file has", () => {
    const sentences = sources.map((path) => {
      const comment = /^(?:#!.*\n)?((?:\/\/.*\n)+)/.exec(read(path))?.[1] ?? "";
      return {
        path,
        sentence: /^.*?[.:](?= |$)/.exec(comment.replaceAll(/^\/\/ ?/gm, "").replaceAll("\n", " "))?.[0],
      };
    });
    expect(sentences.filter(({ sentence }) => sentence === undefined)).toEqual([]);
    const seen = new Map<string, string>();
    for (const { path, sentence } of sentences) {
      expect({ path, same: seen.get(sentence!) }).toEqual({ path, same: undefined });
      seen.set(sentence!, path);
    }
  });
});

describe("docs/glossary.md", () => {
  const glossary = read("docs/glossary.md");

  test("has the columns that the tables say", () => {
    expect(made("glossary.mjs")).toEqual({ status: 0, stderr: "" });
    const ofYear = [observationsTable(2024, () => undefined), activitiesTable(2024), leftOutTable(2024)];
    for (const { file, columns } of [...fixedTables, ...ofYear]) {
      const [, own = ""] = glossary.split(`### \`${file}\``);
      for (const { header } of columns) expect(own.split("###")[0], file).toContain(`- \`${header}\`: `);
    }
  });

  test("has every table that a city has", () => {
    const tables = readdirSync(atsugi, { recursive: true })
      .map((path) => String(path).replaceAll("\\", "/"))
      .filter((path) => path.endsWith(".csv"))
      .map((path) => path.replace(/[0-9]{4}/, "2024"));
    expect(tables.length).toBeGreaterThan(15);
    for (const table of tables) expect(glossary).toContain(`### \`${table}\``);
  });

  test.each([
    ["municipality", "地方公共団体"],
    ["publisher", "発行者"],
    ["source body", "原典作成者"],
    ["plan", "計画"],
    ["node", "計画の項目"],
    ["section", "所管課"],
    ["evaluation", "評価"],
    ["reference value", "参考値"],
    ["placement", "位置づけ"],
    ["indicator", "取組指標"],
    ["listing", "掲載"],
    ["listed again", "再掲"],
    ["observation", "実績値の行"],
    ["breakdown", "内訳"],
    ["value", "実績値・進捗状況"],
    ["fiscal year", "年度"],
    ["comparable", "比較可否"],
    ["change", "対前年度増減"],
    ["issue", "確認事項"],
  ])("explains %s, %s, in both languages", (word, japanese) => {
    const row = glossary
      .split("\n")
      .map((line) => line.split("|").map((cell) => cell.trim()))
      .find((cells) => cells[1] === word);
    expect(row?.[2]).toBe(japanese);
    expect(row?.[3]).toMatch(/\.$/);
    expect(row?.[4]).toMatch(/。$/);
  });

  test("has every noun of the model that is a file of its own", () => {
    const nouns = readdirSync(join(top, "packages/core/src/model"))
      .map((file) => file.replace(/\.ts$/, "").replaceAll("-", " "))
      // What the code needs and nobody talks about.
      .filter(
        (noun) =>
          ![
            "dataset",
            "decimal",
            "defined",
            "details",
            "group by",
            "groups",
            "iri",
            "levels of plans",
            "node label",
            "once",
            "printed figures",
            "printed number",
            "series of values",
            "text",
          ].includes(noun),
      );
    const words = new Set(glossary.split("\n").map((line) => line.split("|")[1]?.trim()));
    expect(nouns.filter((noun) => !words.has(noun))).toEqual([]);
  });
});

describe("links in the documents", () => {
  const documents = files.filter((path) => path.endsWith(".md") && !path.includes("/published/"));

  test("lead to files that are there", () => {
    expect(documents).toContain("ARCHITECTURE.md");
    const broken = documents.flatMap((path) =>
      [...withoutCode(read(path)).matchAll(/\]\(<?([^)>\s]+)>?(?:\s+"[^"]*")?\)/g)]
        .map(([, link = ""]) => link)
        .filter((link) => !/^(?:[a-z]+:|#)/i.test(link))
        .filter((link) => !existsSync(join(top, dirname(path), decodeURI(link.split("#")[0]!))))
        .map((link) => `${path}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  test("that name a heading find it", () => {
    const broken = documents.flatMap((path) =>
      [...withoutCode(read(path)).matchAll(/\]\(<?([^)>\s]*\.md|)#([^)>\s]+)>?\)/g)].flatMap(
        ([, file = "", heading = ""]) => {
          const target = file === "" ? path : join(dirname(path), file);
          if (!existsSync(join(top, target)) || !statSync(join(top, target)).isFile()) return [];
          const anchors = [...read(target).matchAll(/^#+ +(.+)$/gm)].map(([, title = ""]) => anchor(title));
          return anchors.includes(decodeURIComponent(heading)) ? [] : [`${path}: ${file}#${heading}`];
        },
      ),
    );
    expect(broken).toEqual([]);
  });
});

function withoutCode(text: string): string {
  return text.replaceAll(/```[\s\S]*?```/g, "").replaceAll(/`[^`\n]*`/g, "");
}

/** As GitHub makes it. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
}
