// Opens a page in the browser of whoever sits at the terminal.

import { spawn } from "node:child_process";

/** Nobody sits where there is no terminal; where there is no browser to open, the address is on the terminal all the same. */
export function openInBrowser(url: string): void {
  if (!process.stdout.isTTY) return;
  const [program, args] =
    process.platform === "win32"
      ? ["cmd", ["/c", "start", "", url]]
      : [process.platform === "darwin" ? "open" : "xdg-open", [url]];
  spawn(program as string, args as string[], { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
