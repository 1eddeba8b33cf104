// The elements' attributes for JSX (Preact, Solid, React), and their classes by tag name for `document.querySelector`.

import type { KpiActivities } from "./kpi-activities/kpi-activities.ts";
import type { KpiCard } from "./kpi-card/kpi-card.ts";
import type { KpiChart } from "./kpi-chart/kpi-chart.ts";
import type { KpiCompare } from "./kpi-compare/kpi-compare.ts";
import type { KpiGrid } from "./kpi-grid/kpi-grid.ts";
import type { KpiTable } from "./kpi-table/kpi-table.ts";
import type { KpiValue } from "./kpi-value/kpi-value.ts";

/** What every element of HTML takes, where no framework's own type is given to `KpiJsx`. */
export interface HtmlAttributes {
  id?: string;
  class?: string;
  className?: string;
  style?: unknown;
  title?: string;
  lang?: string;
  dir?: string;
  role?: string;
  slot?: string;
  part?: string;
  exportparts?: string;
  hidden?: boolean | "" | "until-found";
  tabIndex?: number;
  tabindex?: number | string;
  accessKey?: string;
  draggable?: boolean | "true" | "false";
  translate?: "yes" | "no";
  inert?: boolean;
  popover?: string;
  nonce?: string;
  itemProp?: string;
  itemScope?: boolean;
  itemType?: string;
  key?: string | number | null;
  ref?: unknown;
  suppressHydrationWarning?: boolean;
  // A framework's own type for what stands between tags.
  children?: unknown;
  [data: `data-${string}`]: unknown;
  [aria: `aria-${string}`]: unknown;
  [handler: `on${string}`]: unknown;
}

/** What every element of ours takes. */
interface Usual {
  src?: string;
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

/**
 * For React 19, with React's own attributes: `declare module "react" { namespace JSX { interface IntrinsicElements
 * extends KpiJsx<React.HTMLAttributes<HTMLElement> & React.RefAttributes<HTMLElement>> {} } }`.
 */
export interface KpiJsx<Html = HtmlAttributes> {
  "kpi-card": Html & OneIndicator & { heading?: string | number };
  "kpi-value": Html &
    OneIndicator & { show?: "value" | "number" | "year" | "change" | "assessment" | "sentence" };
  "kpi-chart": Html & Omit<OneIndicator, "year">;
  "kpi-table": Html & Omit<OneIndicator, "year">;
  "kpi-grid": Html & Usual & OneNode & { year?: string | number; heading?: string | number };
  "kpi-activities": Html & Usual & { project: string; year?: string | number };
  "kpi-compare": Html & Usual & { concept: string; cities?: string; like?: string };
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
    "kpi-compare": KpiCompare;
  }
  // Of elements, of the document and of the window: they bubble.
  interface GlobalEventHandlersEventMap {
    "kpi-load": CustomEvent<KpiLoadDetail>;
    "kpi-error": CustomEvent<KpiErrorDetail>;
  }
  namespace JSX {
    interface IntrinsicElements extends KpiJsx {}
  }
}
