// From the three colours that somebody chooses for an embed to the properties that make all of it readable.

import { contrast } from "./contrast.ts";

/** What is chosen, as `#1a1a1a`; what is as usual is left to the element, which follows the page into the dark. */
export interface ChosenColours {
  readonly text: string;
  readonly back: string;
  readonly link: string;
}

export const usualColours: ChosenColours = { text: "#1a1a1a", back: "#ffffff", link: "#0017c1" };

/** The quiet words and the marks of an element (`widgets/src/shared/style.ts`) by its colour scheme. */
const own = {
  light: { quiet: "#595959", mark: "#ac3e00" },
  dark: { quiet: "#cccccc", mark: "#ffa66d" },
} as const;

/** WCAG 1.4.3. */
const readable = 4.5;

/**
 * The custom properties that differ from the usual, and the colour scheme that belongs to the background: without it a
 * page that is dark would put light words on a light background that was chosen. Pictures take the colour of links;
 * quiet words and marks take that of the text where their own could not be read.
 */
export function colourProperties(chosen: ChosenColours): Readonly<Record<string, string>> {
  const { text, back, link } = chosen;
  const differs = (name: keyof ChosenColours) => chosen[name] !== usualColours[name];
  if (!differs("text") && !differs("back") && !differs("link")) return {};
  const isDark = contrast("#ffffff", back) > contrast("#000000", back);
  const { quiet, mark } = own[isDark ? "dark" : "light"];
  // Older browsers do not turn the element's own colours with the scheme.
  const instead = (property: string, colour: string) => {
    const isReadable = contrast(colour, back) >= readable;
    return isReadable && !isDark ? {} : { [property]: isReadable ? colour : text };
  };
  return {
    "color-scheme": isDark ? "dark" : "light",
    ...(differs("text") ? { "--kpi-color": text } : {}),
    ...(differs("back") ? { "--kpi-background": back } : {}),
    ...(differs("link") ? { "--kpi-link": link, "--kpi-line": link } : {}),
    ...instead("--kpi-quiet", quiet),
    ...instead("--kpi-mark", mark),
    ...instead("--kpi-target", mark),
  };
}

/** Whether the words or the links cannot be read on the background. */
export function isWeak({ text, back, link }: ChosenColours): boolean {
  return [text, link].some((colour) => contrast(colour, back) < readable);
}
