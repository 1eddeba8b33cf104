// The template's script line with a version that never changes and its hash.

/** `sha256` is the file's, in hexadecimal; the hash stands in the line as Subresource Integrity (W3C) asks, in base64. */
export function versionCode(base: string, path: string, sha256: string): string {
  const bytes = sha256.match(/../g) ?? [];
  const hash = btoa(bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(""));
  return `<script src="${base}${path}" integrity="sha256-${hash}" crossorigin="anonymous" defer></script>`;
}
