// Where the data is: `data-base` on our script, else the parent of the folder that the script came from.

export interface ScriptPlace {
  /** The published folder, ending in `/`; empty where nothing tells it. */
  base: string;
  /** The address of our own script; its neighbours are the scripts of the other elements. */
  script: string;
  /** The script's nonce, which the scripts that it brings need as well. */
  nonce: string;
  /** The published folders of further scripts on the page: links to them become cards, too. */
  more: string[];
}

/** Set once, by the file that begins; an element's `src` goes before it. */
export const place: ScriptPlace = { base: "", script: "", nonce: "", more: [] };

/** From the classic script that is running now, or from the address of a module; nothing where there is no page. */
export function findPlace(module?: string): Omit<ScriptPlace, "more"> {
  const running = globalThis.document?.currentScript;
  // A form or picture of the page may have taken the name.
  const ours = running && running instanceof HTMLScriptElement ? running : undefined;
  const script = module ?? ours?.src ?? "";
  const told = ours?.dataset.base;
  // In a bundle, inlined or under another name, it tells nothing of where the data is.
  const isNamed = /\/(widgets\/[^/]*|kpi(-\d[\d.]*)?\.m?js)([?#]|$)/.test(script);
  const base = told === undefined ? (isNamed ? at("../", script) : "") : folderAt(told);
  return { base, script, nonce: ours?.nonce ?? "" };
}

/** The folder that an element's `src` names, else the page's. */
export function baseOf(src: string): string {
  return src ? folderAt(src) : place.base;
}

/** A folder ends in `/`, also where its page was named or the slash forgotten. */
function folderAt(address: string): string {
  return at(address, document.baseURI)
    .replace(/(index\.html)?([?#].*)?$/, "")
    .replace(/([^/])$/, "$1/");
}

/** Empty where the address is none. */
function at(address: string, from: string): string {
  try {
    return new URL(address, from).href;
  } catch {
    return "";
  }
}
