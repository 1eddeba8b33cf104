// A page of the published folder as it can be shown before anything is published: with its files in it.

import { neighbours } from "@shihyo/publisher/pure";
import type { PreviewPage } from "./protocol.ts";

const types: Readonly<Record<string, string>> = {
  css: "text/css",
  js: "text/javascript",
  svg: "image/svg+xml",
};

type Shown = Pick<ReadonlyMap<string, Uint8Array>, "get" | "has">;

/** `files` is the published folder. Links stay as they are; whoever shows the page follows them by their paths. */
export function previewPage(files: Shown, path: string): PreviewPage {
  const bytes = files.get(path);
  if (!bytes) return { path, html: "", assets: [] };
  const utf8 = new TextDecoder();
  const assets = new Map<string, { mark: string; type: string; text: string }>();
  const html = utf8
    .decode(bytes)
    // The page's own policy names the place where it will lie; the frame has the workbench's, which is stricter.
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
    .replace(/<script src="([^"]*)widgets\/kpi\.js" defer>/, (_, root: string) => cards(files, path, root))
    .replace(/<(script|link|img)\b([^>]*?)\b(src|href)="([^"]*)"/g, (whole, tag, before, name, address) => {
      const target = resolved(path, address);
      const file = target === undefined ? undefined : files.get(target);
      const type = types[target?.split(".").at(-1) ?? ""];
      if (target === undefined || !file || !type) return whole;
      const mark = `shihyo-asset:${target}`;
      assets.set(target, { mark, type, text: utf8.decode(file) });
      return `<${tag}${before}${name}="${mark}"`;
    });
  return { path, html, assets: [...assets.values()] };
}

/** The elements with all that they would load when first used: a page that is shown from memory loads nothing. */
function cards(files: Shown, path: string, root: string): string {
  const folder = path.replace(/^(?:en|easy)\//, "").replace(/[^/]*$/, "");
  const data = ["indicators/data.js", `${folder}data.js`].filter((one) => files.has(one));
  const line = (file: string) => `<script src="${root}${file}" defer></script>`;
  const own = `<script src="${root}widgets/kpi.js" data-base="https://published.invalid/" defer></script>`;
  // The last line's end stands in the page.
  return [...data.map(line), own, ...neighbours.map((name) => line(`widgets/${name}.js`))]
    .join("")
    .replace(/<\/script>$/, "");
}

/** A relative address as a path below the published folder; `undefined` where it leads elsewhere. */
function resolved(from: string, address: string): string | undefined {
  if (/^[a-z]+:|^\/|^#/i.test(address)) return undefined;
  const url = new URL(address, `https://published.invalid/${from}`);
  return decodeURIComponent(url.pathname.slice(1));
}
