// The elements on a city's page, in every engine that is installed.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { indicators, publishCardCity } from "../support/card-city.ts";
import { cardPage, settle, shown, states } from "../support/card-page.ts";
import { type Engine, engineNames, launch, missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

const card = (id: string, more = "") =>
  `<kpi-card indicator="${id}" ${more}><p><a href="x">自分の文</a></p></kpi-card>`;

let folder: string;
let hosts: Hosts;

beforeAll(async () => {
  folder = await publishCardCity();
  hosts = await startHosts(folder);
});
afterAll(() => hosts?.close());

for (const name of engineNames) {
  const missing = missingOf(name);
  describe.skipIf(missing)(`in ${name}${missing ? ` (skipped: ${missing} is not installed)` : ""}`, () => {
    let engine: Engine;
    const open = async (body: string, options: Parameters<typeof cardPage>[2] = {}, least = 1) => {
      await engine.open(cardPage(hosts, body, options));
      await settle(engine, least);
    };
    beforeAll(async () => {
      engine = await launch(name);
    });
    afterAll(() => engine?.close());
    beforeEach(() => {
      hosts.requests();
      hosts.allowsOrigins = true;
      hosts.answer = undefined;
    });

    test("every kind of value is said as it is", async () => {
      const kinds = [
        "plain",
        "better",
        "worse",
        "estimated",
        "words",
        "none",
        "parts",
        "doubtful",
        "restored",
        "broken",
        "share",
        "calendar",
        "target",
      ] as const;
      await open(kinds.map((kind) => card(indicators[kind])).join(""));
      const texts = await shown(engine, "kpi-card");
      const text = (kind: (typeof kinds)[number]) => texts[kinds.indexOf(kind)];
      expect(text("plain")).toContain("1,234人令和6年度（2024年度）↑ 前年度より134人（12.2%）増");
      expect(text("plain")).toContain("出典：見本市 2頁 非公式");
      expect(text("better")).toContain("↑ 前年度より20人（20.0%）増（良い変化）");
      expect(text("worse")).toContain("↑ 前年度より12件（40.0%）増（悪い変化）");
      expect(text("estimated")).toContain(
        "250件令和6年度（2024年度） 推計↓ 前年度より50件減 当年度の値が確定していないため、増減は参考出典",
      );
      expect(text("words")).toContain("実施設計");
      expect(text("none")).toContain("値なし（未実施）");
      expect(text("parts")).toContain("東小 5人、西小 4人");
      expect(text("doubtful")).toContain("水…の…（河川） 名称は要確認 名称の一部は読めません");
      expect(text("doubtful")).toContain("（2024年度） 値は要確認");
      expect(text("restored")).toContain("友好都市との交流 名称は復元");
      expect(text("restored")).toContain("（2024年度） 速報");
      expect(text("broken")).toContain("比較できません：数え方が変わったため");
      expect(text("share")).toContain("93.5%令和6年度（2024年度）↑ 前年度より9.6ポイント増");
      expect(text("calendar")).toContain("令和6年（2024年）");
      expect(text("target")).toContain("目標（令和8年度）：5件以上 市の評価：B（A・B・C）");
      expect(text("plain")).not.toContain("目標");
      expect(new Set(await states(engine, "kpi-card"))).toEqual(new Set(["loaded"]));
    });

    test("twelve cards are one request, three are one each, one is its own file alone", async () => {
      await open(
        Object.values(indicators)
          .map((id) => card(id))
          .join(""),
      );
      expect(hosts.requests().filter((path) => path.endsWith("data.js"))).toEqual(["/indicators/data.js"]);
      await open(card("K0001") + card("K0001"));
      expect(hosts.requests().filter((path) => path.endsWith("data.js"))).toEqual([
        "/indicators/K0001/data.js",
      ]);
    });

    test("what has come is drawn once", async () => {
      const counting = `<script>
        self.drawn = [];
        const own = ShadowRoot.prototype.replaceChildren;
        ShadowRoot.prototype.replaceChildren = function (...nodes) {
          own.apply(this, nodes);
          if (this.querySelector("article, span")) drawn.push(this.host.localName);
        };
      </script>`;
      await open(
        `${card("K0001")}<kpi-value indicator="K0002">自分の文</kpi-value><kpi-table indicator="K0001">自分の文</kpi-table>`,
        { head: counting },
      );
      expect((await engine.run<string[]>("drawn")).toSorted()).toEqual([
        "kpi-card",
        "kpi-table",
        "kpi-value",
      ]);
    });

    test("a year stays pinned and the newer one is named; without it the newest is shown", async () => {
      await open(card("K0001", 'year="2023"') + card("K0001") + card("K0001", 'year="1999"'));
      const [pinned, newest, unknown] = await shown(engine, "kpi-card");
      expect(pinned).toContain("1,100人令和5年度（2023年度）最新は令和6年度");
      expect(newest).not.toContain("最新は");
      expect(unknown).toBe("自分の文");
      expect(await states(engine, "kpi-card")).toEqual(["loaded", "loaded", "not-found"]);
    });

    test("a year that is still being counted leaves the last value standing, and is named beside it", async () => {
      const value = `<kpi-value indicator="K0019">自分の文</kpi-value>`;
      await open(card("K0019") + card("K0019", 'year="2024"') + card("K0019", 'year="2023"') + value);
      const [waited, pinned, before] = await shown(engine, "kpi-card");
      expect(waited).toContain("40人令和5年度（2023年度）令和6年度は集計中");
      expect(before).toContain("40人令和5年度（2023年度）令和6年度は集計中");
      expect(pinned).toContain("値なし（集計中）令和6年度（2024年度）");
      expect(await shown(engine, "kpi-value")).toEqual(["40人（令和5年度）"]);
      await open(`<kpi-chart indicator="K0019">自分の文</kpi-chart>`);
      const [chart] = await shown(engine, "kpi-chart");
      expect(chart).toContain("令和5年度は40人です。");
      expect(chart).toContain("令和6年度は集計中です。");
    });

    test("a card pinned to an earlier year shows today's grade no more than today's value", async () => {
      await open(card("K0018") + card("K0018", 'year="2023"'));
      const [now, then] = await shown(engine, "kpi-card");
      expect(now).toContain("目標（令和8年度）：5件以上 市の評価：B");
      expect(then).toContain("目標（令和8年度）：5件以上");
      expect(then).not.toContain("市の評価");
    });

    test("the language is that of the nearest lang", async () => {
      await open(
        `<div lang="en">${card("K0002")}</div><div lang="ja-x-easy">${card("K0002")}</div><div lang="pt">${card("K0002")}</div>${card("K0002")}`,
      );
      const [english, easy, portuguese, japanese] = await shown(engine, "kpi-card");
      expect(english).toContain("up 20 persons (20.0%) on the year before (a change for the better)");
      expect(english).toContain("Unofficial");
      expect(easy).toContain("前の 年より 20人（20.0%） ふえました");
      expect(easy).toContain("役所が 出した ものでは ありません");
      expect(portuguese).toBe(english);
      expect(japanese).toContain("前年度より20人（20.0%）増");
    });

    test("a target is a plain line with its words; nothing says how far along it is", async () => {
      await open(`<div lang="en">${card("K0018")}</div><div lang="ja-x-easy">${card("K0018")}</div>`);
      const [english, easy] = await shown(engine, "kpi-card");
      expect(english).toContain("Target (FY2026 (Reiwa 8)): at least 5 cases; the city's grade: B (A・B・C)");
      expect(english).toContain("1case");
      expect(easy).toContain("目標（令和8年度）：5件 か それより 多い");
      const line = await engine.run<string[]>(
        `[...document.querySelectorAll("kpi-card")].map((one) => getComputedStyle(one.shadowRoot.querySelector(".target")).borderTopStyle)`,
      );
      expect(line).toEqual(["dashed", "dashed"]);
      expect(`${english}${easy}`).not.toContain("%");
    });

    test("what a project did stands in a table, with its numbers, its units and what is doubtful", async () => {
      await open(
        `<kpi-activities project="J0001"><p>自分の文</p></kpi-activities><div lang="en"><kpi-activities project="J0001" year="2024"></kpi-activities></div>
         <kpi-activities project="J0001" year="1999"><p>その年の文</p></kpi-activities><kpi-activities project="J0404"><p>無い事業の文</p></kpi-activities>${card("K0001")}`,
        {},
        5,
      );
      const [japanese, english, otherYear, unknown] = await shown(engine, "kpi-activities");
      expect(japanese).toContain("講座の開催1件");
      // The badge stands at the number, and the name has none.
      expect(japanese).toContain("参加者約1,234 要確認人");
      expect(japanese).toContain("備考：下の桁が読めない");
      expect(english).toContain("Note (in Japanese): 下の桁が読めない");
      expect(japanese).toContain("出典：見本の報告書（見本市） 非公式");
      expect(english).toContain("Courses held1case");
      expect(otherYear).toBe("その年の文");
      expect(unknown).toBe("無い事業の文");
      expect(await states(engine, "kpi-activities")).toEqual(["loaded", "loaded", "not-found", "not-found"]);
      // Opened, a card brings the activities of its projects.
      const brought = await engine.run<string>(`(async () => {
        const root = document.querySelector("kpi-card").shadowRoot;
        root.querySelector("details").open = true;
        for (let tries = 0; tries < 100 && root.querySelector("kpi-activities")?.state !== "loaded"; tries++) await new Promise((done) => setTimeout(done, 25));
        return root.querySelector("kpi-activities").shadowRoot.textContent;
      })()`);
      expect(brought).toContain("講座の開催");
    });

    test("closed details are made when they are opened, and for print", async () => {
      await open(card("K0002") + card("K0003"));
      const rows = await engine.run<number[]>(`(async () => {
        const count = () => [...document.querySelectorAll("kpi-card")].map((one) => one.shadowRoot.querySelectorAll("tbody tr").length);
        const before = count();
        document.querySelector("kpi-card").shadowRoot.querySelector("details").open = true;
        await new Promise((done) => setTimeout(done, 100));
        const opened = count();
        dispatchEvent(new Event("beforeprint"));
        return [before, opened, count()].flat();
      })()`);
      expect(rows).toEqual([0, 0, 2, 0, 2, 2]);
    });

    test("a value in running text, a table, a chart and a grid are drawn by scripts of their own", async () => {
      await open(
        `<p>来館者は<kpi-value indicator="K0001">1,100人</kpi-value>でした。<kpi-value indicator="K0001" show="change"></kpi-value></p>
         <kpi-table indicator="K0007">表</kpi-table><kpi-chart indicator="K0011">図</kpi-chart>
         <kpi-grid goal="G01">一覧</kpi-grid><kpi-grid project="J0002">なし</kpi-grid>`,
        {},
        20,
      );
      expect(await shown(engine, "kpi-value")).toEqual([
        "1,234人（令和6年度）",
        "前年度より134人（12.2%）増",
      ]);
      const [table] = await shown(engine, "kpi-table");
      expect(table).toContain("令和6年度（2024年度）東小5人");
      const [chart] = await shown(engine, "kpi-chart");
      expect(chart).toContain("値のない年度：2020、2022、2023");
      expect(
        await engine.run(
          `document.querySelector("kpi-chart").shadowRoot.querySelectorAll("path.line").length`,
        ),
      ).toBe(1);
      expect(
        await engine.run(
          `document.querySelector("kpi-grid").shadowRoot.querySelectorAll("kpi-card[state=loaded]").length`,
        ),
      ).toBe(Object.keys(indicators).length);
      expect((await shown(engine, "kpi-grid"))[1]).toBe("指標はありません");
      const asked = hosts.requests();
      for (const file of ["kpi-table", "kpi-chart", "kpi-grid"])
        expect(asked).toContain(`/widgets/${file}.js`);
    });

    test("a link that stands alone becomes a card; in a heading, navigation, list, table or sentence it stays", async () => {
      const link = (more = "") =>
        `<a href="${hosts.data}indicators/K0001/${more}">来館者数：1,234人（令和6年度）</a>`;
      await open(
        `<p id="alone">${link()}</p><div id="inDiv"><strong>${link()}</strong><br></div><p id="pinned">${link("#FY2023")}</p>
         <p id="old"><a href="${hosts.data}indicators/K0001/index.html">来館者数：1,100人（令和5年度）</a></p>
         <h2>${link()}</h2><nav><p>${link()}</p></nav><ul><li>${link()}</li></ul><table><tr><td>${link()}</td></tr></table>
         <p>文中の${link()}です。</p><p>${link("#text")}</p><p><a href="${hosts.data}indicators/K0404/">不明：3件</a></p>
         <p><a href="${hosts.data}indicators/K0001/"><img alt="図" src="data:,"></a></p><p><a href="https://elsewhere.test/">ほか</a></p>`,
        {},
        4,
      );
      const texts = await shown(engine, "kpi-card");
      expect(texts).toHaveLength(4);
      expect(texts[0]).toContain("1,234人");
      expect(texts[2]).toContain("1,100人令和5年度（2023年度）最新は令和6年度");
      expect(texts[3]).toContain("1,234人令和6年度（2024年度）最新は令和6年度");
      expect(
        await engine.run(`document.querySelectorAll("body > h2 > a, nav > p > a, li > a, td > a").length`),
      ).toBe(4);
      expect(
        await engine.run(
          `[...document.querySelectorAll("body > p")].filter((one) => !one.shadowRoot).map((one) => one.textContent)`,
        ),
      ).toEqual([
        "文中の来館者数：1,234人（令和6年度）です。",
        "来館者数：1,234人（令和6年度）",
        "不明：3件",
        "",
        "ほか",
      ]);
    });

    test("the card of a link speaks the language that the pasted code names", async () => {
      const link = `<a href="${hosts.data}indicators/K0002/">K0002</a>`;
      await open(`<p lang="en">${link}</p><p lang="ja-x-easy">${link}</p><p>${link}</p>`, {}, 3);
      const [english, easy, japanese] = await shown(engine, "kpi-card");
      expect(english).toContain("up 20 persons (20.0%) on the year before");
      expect(easy).toContain("前の 年より 20人（20.0%） ふえました");
      expect(japanese).toContain("前年度より20人（20.0%）増");
    });

    test("a fragment drawn beforehand is drawn once, before and after the script, and the text link is there", async () => {
      const fragment = `<kpi-card indicator="K0001"><template shadowrootmode="open"><article class="before">前</article></template><p><a href="x">自分の文</a></p></kpi-card>`;
      await open(fragment);
      expect(
        await engine.run(`document.querySelector("kpi-card").shadowRoot.querySelectorAll("article").length`),
      ).toBe(1);
      expect((await shown(engine, "kpi-card"))[0]).toContain("1,234人");
    });

    test("not found, malformed, an HTML page, a redirect, silence: the page's own text stays", async () => {
      const original = `(self.kpiData ??= []).push(`;
      const bad: Readonly<Record<string, (response: import("node:http").ServerResponse) => void>> = {
        K0001: (response) =>
          response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><p>ログイン</p>"),
        K0002: (response) => response.writeHead(302, { location: `${hosts.data}login.html` }).end(),
        K0003: (response) =>
          response
            .writeHead(200, { "content-type": "text/javascript" })
            .end(`${original}{"format":"shihyo-indicator","formatVersion":1,"indicator":{"id":"K0003"}})`),
      };
      for (const id of [...Object.keys(bad), "K0777"]) {
        hosts.answer = (path, response) => {
          const answer = path === `/indicators/${id}/data.js` ? bad[id] : undefined;
          answer?.(response);
          return Boolean(answer);
        };
        await open(card(id));
        // Where a browser tells no status (WebKit), the file for all has what a redirect hid.
        if (id === "K0002" && name.startsWith("w")) {
          expect((await shown(engine, "kpi-card"))[0]).toMatch(/自分の文|120人/);
          continue;
        }
        expect(await shown(engine, "kpi-card"), id).toEqual(["自分の文"]);
        // A browser may refuse an HTML page as a script, or run it and find nothing in it.
        expect(await states(engine, "kpi-card"), id).toEqual([
          expect.stringMatching(id === "K0003" ? /^malformed$/ : /^(malformed|not-found)$/),
        ]);
      }
      // Asked in one go, since WebKit's driver runs nothing while a page waits for something.
      await open("<p>ページ</p>", {}, 0);
      const held: import("node:http").ServerResponse[] = [];
      hosts.answer = (path, response) => path.endsWith("data.js") && held.push(response) > 0;
      const silent = await engine.run(`(async () => {
        document.body.insertAdjacentHTML("beforeend", ${JSON.stringify(card("K0001"))});
        await new Promise((done) => setTimeout(done, 700));
        const one = document.querySelector("kpi-card");
        return [one.state, one.innerText, one.getBoundingClientRect().height > 0];
      })()`);
      for (const response of held) response.destroy();
      expect(silent).toEqual(["waiting", "自分の文", true]);
    });

    test("hostile data run nothing and overflow nothing", async () => {
      hosts.answer = (path, response) => {
        if (path !== "/indicators/K0001/data.js") return false;
        const words = {
          value: "\u202E1,234",
          unit: "人",
          year: "令和6年度",
          shortYear: "令和6年度",
          change: "x".repeat(4000),
          assessment: "",
          sentence: "<b>文</b>",
        };
        const year = (number: number, value: unknown) =>
          `{"year":${number},"observations":[{"value":${value},"source":"SR01","page":1}],"assessment":"notJudged","card":${JSON.stringify({ ja: words, en: words, easy: words })}}`;
        const fixed = JSON.stringify(
          Object.fromEntries(
            "unofficial source page details table year value change breakdown whole note none target cut gap break"
              .split(" ")
              .map((name) => [name, name]),
          ),
        );
        response
          .writeHead(200, { "content-type": "text/javascript" })
          .end(
            `(self.kpiData ??= []).push({format:"shihyo-indicator",formatVersion:1,municipality:{official:false},sources:[],words:{ja:${fixed},en:${fixed},easy:${fixed}},indicator:{id:"K0001",iri:"javascript:self.ran=1",label:{ja:"<img src=x onerror=self.ran=1>\u202E"},years:[${year(2022, "NaN")},${year(2023, "1e308")},${year(2024, "-1e308")}]}})`,
          );
        return true;
      };
      await open(
        `${card("K0001")}${card("K0014")}${card("K0016")}<kpi-chart indicator="K0001"></kpi-chart><kpi-table indicator="K0014"></kpi-table>`,
        { head: "<style>body{width:300px;margin:0}</style>" },
      );
      expect(await engine.run(`self.ran === undefined && document.querySelectorAll("script").length`)).toBe(
        1,
      );
      expect(await states(engine, "kpi-card")).toEqual(["loaded", "loaded", "loaded"]);
      expect((await shown(engine, "kpi-card"))[1]).toContain(
        "<script>self.ran=1</script><img src=x onerror=self.ran=1>",
      );
      await engine.run(
        `(async () => { for (const one of document.querySelectorAll("kpi-card,kpi-chart")) one.shadowRoot.querySelector("details").open = true; await new Promise((done) => setTimeout(done, 100)); })()`,
      );
      const wide = await engine.run<
        string[]
      >(`[...document.querySelectorAll("kpi-card,kpi-chart,kpi-table")].flatMap((one) => {
        const root = one.shadowRoot.querySelector("article"), edge = one.getBoundingClientRect().right + 1;
        return [...root.querySelectorAll("p,svg,details,summary")].filter((part) => part.getBoundingClientRect().right > edge).map((part) => one.localName + " " + part.className);
      })`);
      expect(wide).toEqual([]);
      expect(
        await engine.run(`document.querySelector("kpi-chart").shadowRoot.innerHTML.includes("NaN")`),
      ).toBe(false);
    });

    test("a data host without CORS headers works, and so does a page opened from disk", async () => {
      hosts.allowsOrigins = false;
      await open(card("K0001"));
      expect((await shown(engine, "kpi-card"))[0]).toContain("1,234人");
      const page = join(folder, `disk-${name}.html`);
      writeFileSync(
        page,
        `<!doctype html><html lang="ja"><meta charset="utf-8"><title>手元のページ</title><script src="widgets/kpi.js" defer></script>${card("K0001")}<kpi-table indicator="K0001"></kpi-table><kpi-grid project="J0001"></kpi-grid>`,
      );
      await engine.open(pathToFileURL(page).href);
      await settle(engine, 20);
      expect(
        await engine.run(
          `document.querySelector("kpi-grid").shadowRoot.querySelectorAll("kpi-card[state=loaded]").length`,
        ),
      ).toBe(Object.keys(indicators).length);
      expect((await shown(engine, "kpi-card"))[0]).toContain("1,234人");
      expect((await shown(engine, "kpi-table"))[0]).toContain("令和5年度（2023年度）");
    });

    test("the script loaded twice, or as two versions, works and says so", async () => {
      const twice = `<script>self.said = []; console.warn = (text) => self.said.push(text);</script><script src="${hosts.data}widgets/kpi.js" defer></script><script src="${hosts.data}widgets/kpi-0.1.0.js" defer></script><script type="module" src="${hosts.data}widgets/kpi.mjs"></script>`;
      await open(card("K0001"), { script: twice });
      expect((await shown(engine, "kpi-card"))[0]).toContain("1,234人");
      expect(await engine.run<string[]>("self.said")).toEqual(
        expect.arrayContaining([expect.stringMatching(/^<kpi-card> is here twice/)]),
      );
    });

    test("the module alone draws every element, and tells when it has", async () => {
      const script = `<script>self.loads = []; addEventListener("kpi-load", (event) => self.loads.push(event.target.localName)); addEventListener("kpi-error", (event) => self.loads.push(event.detail.reason));</script><script type="module" src="${hosts.data}widgets/kpi.mjs"></script>`;
      await open(`${card("K0001")}${card("K0888")}<kpi-chart indicator="K0012"></kpi-chart>`, { script }, 3);
      expect((await engine.run<string[]>("self.loads")).toSorted()).toEqual([
        "kpi-card",
        "kpi-chart",
        "not-found",
      ]);
    });

    test("src shows another city's folder beside the page's own, and the two are not mixed up", async () => {
      const second = await startHosts(await publishCardCity(true));
      await open(
        card("K0001") + card("K0001", `src="${second.data}"`) + card("K0002", `src="${second.data}"`),
      );
      const [ours, theirs] = await shown(engine, "kpi-card");
      await second.close();
      expect(ours).toContain("非公式");
      expect(theirs).not.toContain("非公式");
      expect(theirs).toContain("1,234人");
    });
  });
}
