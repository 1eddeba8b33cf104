// Shows every indicator of a node of a plan, at any of its levels, as a grid of cards.

import { type GroupFileJson, marks, type ProjectFileJson, type Reader, textFor } from "@shihyo/core";
import type { Markup } from "../markup/tree.ts";
import { findIn } from "../shared/find.ts";
import { folderOf } from "../shared/folder.ts";
import { cardParts, KpiElement, panelStyle, tag } from "../shared/runtime.ts";

const style = `:host { display: flow-root; }
${panelStyle}
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 1em; grid-template-columns: repeat(auto-fill, minmax(min(18em, 100%), 1fr)); }
kpi-card { block-size: 100%; }
article:has(> ul) { background: none; }
`;

/**
 * The indicators of one node of the plan, each as a `kpi-card`.
 *
 * @tagname kpi-grid
 * @attr {string} node - A node of any level: its folder and ID, such as `policies/S001`.
 * @attr {string} goal - A goal's ID, such as `G01`.
 * @attr {string} policy - A policy's ID, such as `S001`.
 * @attr {string} initiative - An initiative's ID, such as `T001`.
 * @attr {string} project - A project's ID, such as `J0001`.
 * @attr {string} year - The fiscal year to stay at; without it the newest is shown.
 * @attr {string} heading - The level of its cards' headings, such as `3`; 2 where it is not told.
 * @attr {string} src - The published folder, where it is not the one that the script came from.
 * @attr {string} state - Set by the element: `waiting`, `loaded`, `not-found`, `offline` or `malformed`.
 * @slot - The page's own text, shown until the data have come.
 * @fires {CustomEvent} kpi-load - The data have come and are drawn.
 * @fires {CustomEvent} kpi-error - There are no data; `detail.reason` says why.
 * @csspart grid - The list of cards.
 */
export class KpiGrid extends KpiElement<GroupFileJson | ProjectFileJson> {
  static override get properties(): readonly string[] {
    return [...KpiElement.properties, "node", "goal", "policy", "initiative", "project", "year", "heading"];
  }
  static override get styles(): string {
    return style;
  }

  /** A node of any level: its folder and ID, as in its address. */
  node!: string;
  /** A goal's ID. */
  goal!: string;
  /** A policy's ID. */
  policy!: string;
  /** An initiative's ID. */
  initiative!: string;
  /** A project's ID. */
  project!: string;
  /** The fiscal year to stay at; without it the newest is shown. */
  year!: string;
  /** The level of its cards' headings, such as `3`; 2 where it is not told. */
  heading!: string;

  protected folder(): string {
    const [, folder, id] = /^\/?([a-z][a-z0-9-]*)\/([A-Za-z0-9]+)\/?$/.exec(this.node.trim()) ?? [];
    if (folder && id) return `${folder}/${id}/`;
    const kind = findIn(["project", "initiative", "policy", "goal"] as const, (one) => this[one]);
    return kind ? folderOf(kind, this[kind]) : "";
  }

  protected override markup(file: GroupFileJson | ProjectFileJson, reader: Reader): Markup {
    const { name, indicators, words } = file;
    return tag(
      "article",
      { lang: marks[reader].tag, "aria-label": textFor(name, reader) },
      indicators.length === 0
        ? tag("p", {}, words[reader].none)
        : tag(
            "ul",
            { role: "list", part: "grid", "aria-label": textFor(name, reader) },
            indicators.map((indicator) =>
              tag(
                "li",
                {},
                tag("kpi-card", {
                  indicator,
                  year: this.year || undefined,
                  src: this.src || undefined,
                  heading: this.heading || undefined,
                  exportparts: cardParts,
                }),
              ),
            ),
          ),
    );
  }
}
