// Masks secrets (tokens) in whatever is printed, as they were given and as they come back.

const known = new Set<string>();

/** Anything shorter stands in ordinary words as well. */
const shortest = 6;
const mask = "…";

/** Remembers a secret in every form in which it may turn up again. */
export function keepSecret(secret: string): void {
  for (const part of [secret, ...secret.split(/\s+/), ...decodedPairs(secret)]) {
    const trimmed = part.trim();
    for (const form of [trimmed, percentDecoded(trimmed), percentEncoded(trimmed)]) {
      if (form.length >= shortest) {
        known.add(form);
        known.add(JSON.stringify(form).slice(1, -1));
      }
    }
  }
}

/** `Basic dXNlcjpwYXNz` holds a name and a password. */
function decodedPairs(secret: string): string[] {
  return secret.split(/\s+/).flatMap((word) => {
    if (!/^[A-Za-z0-9+/]{8,}={0,2}$/.test(word)) return [];
    const pair = Buffer.from(word, "base64").toString("utf8");
    return /^[\x20-\x7e]+:[\x20-\x7e]+$/.test(pair) ? [pair, pair.slice(pair.indexOf(":") + 1)] : [];
  });
}

/**
 * Whatever of an address somebody gave may be a token: who logs in, the query, the fragment, odd parts of the path.
 * An address may also stand within what was given, as in a query in SQL.
 */
export function keepSecretsOf(given: string, { isPathPublic = false } = {}): void {
  const within = [...given.matchAll(/[a-z][a-z0-9+.-]*:\/\/[^\s'"`<>()]+/gi)].map(([address]) => address);
  for (const address of new Set([given, ...within])) {
    const parts = /^[a-z][a-z0-9+.-]*:\/*(?:([^/?#]*)@)?[^/?#]*([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(
      address,
    );
    if (!parts) continue;
    const [, login = "", path = "", query = "", fragment = ""] = parts;
    for (const word of login.split(":")) keepSecret(word);
    for (const pair of query.split(/[&;]/)) keepSecret(pair.slice(pair.indexOf("=") + 1));
    keepSecret(fragment);
    if (isPathPublic) continue;
    for (const part of path.split("/")) {
      if (isOdd(percentDecoded(part))) keepSecret(part.replace(/\.[a-z0-9]{2,5}$/, ""));
    }
  }
}

/** Long, and of letters and digits at random, as no folder's name is; a file's may be long, and is not of both cases. */
function isOdd(part: string): boolean {
  const name = part.replace(/\.[a-z0-9]{2,5}$/, "");
  if (name.length < 16 || !/[0-9]/.test(name)) return false;
  return name === part ? /[A-Za-z]/.test(name) : /[A-Z]/.test(name) && /[a-z]/.test(name);
}

function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // Half of a letter has no such form.
    return text;
  }
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Masks what is known to be secret, what stands before an `@` in an address, and what has the form of a signed token. */
export function withoutSecrets(text: string): string {
  let masked = text;
  for (const secret of [...known].sort((a, b) => b.length - a.length))
    masked = masked.replaceAll(secret, mask);
  return masked
    .replace(/(:\/\/)[^\s/?#@"'<>]+@/g, `$1${mask}@`)
    .replace(/[A-Za-z0-9+/]{12,}={0,2}/g, (word) => (holdsSecret(word) ? mask : word))
    .replace(/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, mask);
}

/** In Base64, as a header carries a name with a password. */
function holdsSecret(word: string): boolean {
  const text = Buffer.from(word, "base64").toString("latin1");
  return [...known].some((secret) => text.includes(secret));
}

/** Control characters, and marks that turn the direction of a line, would let others write over a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

export function asSaid(text: string): string {
  return withoutSecrets(text).replaceAll("\r\n", "\n").replace(controls, "\ufffd");
}

/** In JSON they are escaped, so that nothing is lost. */
export function asSaidJson(json: string): string {
  return withoutSecrets(json).replace(
    controls,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
