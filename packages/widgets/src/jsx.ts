// The elements' attributes for JSX (Preact, Solid, React), and their classes by tag name for `document.querySelector`.

import type { KpiActivities } from "./kpi-activities/kpi-activities.ts";
import type { KpiCard } from "./kpi-card/kpi-card.ts";
import type { KpiChart } from "./kpi-chart/kpi-chart.ts";
import type { KpiGrid } from "./kpi-grid/kpi-grid.ts";
import type { KpiTable } from "./kpi-table/kpi-table.ts";
import type { KpiValue } from "./kpi-value/kpi-value.ts";

/** What every element takes beside its own: the page's text between the tags, and the usual attributes. */
interface Usual {
  src?: string;
  id?: string;
  class?: string;
  className?: string;
  lang?: string;
  slot?: string;
  hidden?: boolean;
  part?: string;
  key?: string | number;
  // A framework's own type for what stands between tags.
  children?: unknown;
}

interface OneIndicator extends Usual {
  indicator: string;
  year?: string | number;
}

type OneNode =
  | { node: string }
  | { goal: string }
  | { policy: string }
  | { initiative: string }
  | { project: string };

/** For React 19: `declare module "react" { namespace JSX { interface IntrinsicElements extends KpiJsx {} } }`. */
export interface KpiJsx {
  "kpi-card": OneIndicator;
  "kpi-value": OneIndicator & { show?: "value" | "number" | "year" | "change" | "assessment" | "sentence" };
  "kpi-chart": Omit<OneIndicator, "year">;
  "kpi-table": Omit<OneIndicator, "year">;
  "kpi-grid": Usual & OneNode & { year?: string | number };
  "kpi-activities": Usual & { project: string; year?: string | number };
}

/** `detail` of `kpi-load` and `kpi-error`. */
export interface KpiLoadDetail {
  id: string;
}

export interface KpiErrorDetail {
  reason: "not-found" | "offline" | "malformed";
}

declare global {
  interface HTMLElementTagNameMap {
    "kpi-card": KpiCard;
    "kpi-value": KpiValue;
    "kpi-chart": KpiChart;
    "kpi-table": KpiTable;
    "kpi-grid": KpiGrid;
    "kpi-activities": KpiActivities;
  }
  interface HTMLElementEventMap {
    "kpi-load": CustomEvent<KpiLoadDetail>;
    "kpi-error": CustomEvent<KpiErrorDetail>;
  }
  namespace JSX {
    interface IntrinsicElements extends KpiJsx {}
  }
}
