// Where the data is: `data-base` on our script, else the parent of the folder that the script came from.

const script = typeof document === "undefined" ? null : (document.currentScript as HTMLScriptElement | null);

export const base: string =
  script?.dataset.base ??
  (script?.src ? new URL("../", script.src).href : typeof document === "undefined" ? "" : document.baseURI);
