// Where the data is: `data-base` on our script, else the parent of the folder that the script came from.

export interface Place {
  /** The published folder, ending in `/`. */
  base: string;
  /** The address of our own script; its neighbours are the scripts of the other elements. */
  script: string;
}

/** Set once, by the file that begins; an element's `src` goes before it. */
export const place: Place = { base: "", script: "" };

/** From the classic script that is running now, or from the address of a module. */
export function findPlace(module?: string): void {
  const running = document.currentScript as HTMLScriptElement | null;
  place.script = module ?? running?.src ?? "";
  const told = running?.dataset.base;
  place.base = new URL(
    told ?? (place.script && "../"),
    told ? document.baseURI : place.script || document.baseURI,
  ).href;
}

/** The folder that an element's `src` names, else the page's. */
export function baseOf(src: string): string {
  if (!src) return place.base;
  const { href } = new URL(src, document.baseURI);
  return href.endsWith("/") ? href : `${href}/`;
}
