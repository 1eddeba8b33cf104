// Puts text, and a table as Word and Excel take it, on the clipboard; also where the page is opened from disk.

export async function copyText(plain: string, html?: string): Promise<boolean> {
  if (!html) {
    try {
      await navigator.clipboard.writeText(plain);
      return true;
    } catch {
      // From disk, or over plain http, there is no clipboard but the older way.
    }
  }
  return copyByEvent(plain, html);
}

function copyByEvent(plain: string, html: string | undefined): boolean {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData("text/plain", plain);
    if (html) event.clipboardData?.setData("text/html", html);
  };
  document.addEventListener("copy", fill, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", fill);
  return done;
}
