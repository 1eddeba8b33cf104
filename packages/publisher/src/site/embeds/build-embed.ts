// What an embed is, from the choices of whoever makes it: the HTML to paste, and whether its colours can be read. No DOM.

export interface Choices {
  readonly base: string;
  /** Below the base: `indicators/K0002/`, `goals/G01/`. */
  readonly path: string;
  readonly name: string;
  readonly form: "link" | "card" | "grid" | "chart" | "table" | "value";
  /** Empty for always the latest. */
  readonly year: string;
  readonly reader: "ja" | "en" | "easy";
  /** Custom properties that differ from the usual. */
  readonly colours: Readonly<Record<string, string>>;
}

const languages = { ja: "", en: ' lang="en"', easy: ' lang="ja-x-easy"' } as const;

/** Whether the form shows one indicator, or all of a part of the plan. */
export function fits(path: string, form: Choices["form"]): boolean {
  const isIndicator = path.startsWith("indicators/");
  return form === "link" || (form === "grid" ? !isIndicator : isIndicator);
}

export function embedHtml(choices: Choices): string {
  const { base, path, name, form, year, reader, colours } = choices;
  const [folder = "", id = ""] = path.split("/");
  const isIndicator = folder === "indicators";
  const shown = isIndicator ? `indicator="${id}"` : `node="${folder}/${id}"`;
  const style = Object.entries(colours)
    .map(([property, value]) => `${property}: ${value}`)
    .join("; ");
  const shared = `${style && ` style="${style}"`}${languages[reader]}`;
  const pinned = year && isIndicator ? `#FY${year}` : "";
  const link = `<a href="${base}${path}${pinned}">${escapeHtml(name)}</a>`;
  const attributes = `${shown}${year && ` year="${year}"`}${shared}`;
  switch (form) {
    case "link":
      return `<p${languages[reader]}>${link}</p>`;
    case "value":
      return `<p>${escapeHtml(name)}${reader === "en" ? ": " : "："}<kpi-value ${attributes}>${link}</kpi-value></p>\n${script(base)}`;
    default:
      return `<kpi-${form} ${attributes}><p>${link}</p></kpi-${form}>\n${script(base)}`;
  }
}

function script(base: string): string {
  return `<script src="${base}widgets/kpi.js" defer></script>`;
}

/** WCAG's contrast ratio of two colours such as `#1a1a1a`. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
