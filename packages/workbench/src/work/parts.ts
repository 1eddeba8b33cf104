// The page's parts, each a script that is loaded when it is first needed: from disk nothing may be fetched, but scripts may.

import { scriptUrl } from "./trusted.ts";

export interface Parts {
  /** The worker's source. */
  readonly worker: string;
  /** The source of the worker that reads spreadsheets; it comes when a report is brought. */
  readonly reader: string;
  /** The source of the worker that reads PDFs; it comes when one is brought. */
  readonly printed: string;
  /** The source of the worker that audits; it comes when stars are asked for. */
  readonly auditor: string;
  /** The source of the worker that packs what was published; it comes when files are made. */
  readonly packer: string;
  /** What is published as it is: schemas, elements, the pages' scripts. */
  readonly provided: { readonly widgetVersion: string; readonly files: Readonly<Record<string, string>> };
  /** A city to begin with, its files as base64; none where the page was not opened for one. */
  readonly city: { readonly name: string; readonly files: Readonly<Record<string, string>> };
  /** A city to look at on a first visit. */
  readonly sample: Parts["city"];
  /** municipalities.csv. */
  readonly municipalities: string;
}

const scope = self as { shihyoParts?: Partial<Parts> };
const asked = new Map<string, Promise<void>>();

export async function part<Name extends keyof Parts>(name: Name): Promise<Parts[Name]> {
  const loading = asked.get(name) ?? load(name);
  asked.set(name, loading);
  await loading;
  const found = scope.shihyoParts?.[name];
  if (found === undefined) throw new Error(`the part ${name} is missing`);
  return found as Parts[Name];
}

function load(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = scriptUrl(`parts/${name}.js`);
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`parts/${name}.js cannot be loaded`));
    document.head.append(script);
  });
}

/** A part's files, which a script can hold only as text. */
export function filesOf({ files }: Parts["city"]): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  return new Map(
    Object.entries(files).map(([path, text]) => [
      path,
      Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
    ]),
  );
}
