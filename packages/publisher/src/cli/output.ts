// The one place that prints, for people and for machines.

import { asSaid, asSaidJson, keepSecret, keepSecretsOf } from "../secrets.ts";

/** What the surroundings and the command line give away; told before anything is said. */
export function keepGivenSecrets(args: readonly string[]): void {
  for (const name of ["SHIHYO_CKAN_TOKEN", "SHIHYO_SPARQL_AUTHORIZATION"])
    keepSecret(process.env[name] ?? "");
  for (const [at, arg] of args.entries()) {
    const value = arg.startsWith("--") ? arg.slice(arg.indexOf("=") + 1) : arg;
    // The base of the data is published, and its path with it. What holds more than that is no base, and is told so.
    const isBase = args[at - 1] === "--base-iri" || arg.startsWith("--base-iri=");
    keepSecretsOf(value, { isPathPublic: isBase });
    if (isBase) continue;
    if (/^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=\S*\d)(?=\S*[A-Z])[\w-]{24,})$/.test(value))
      keepSecret(value);
  }
}

/** A result, on stdout. */
export function print(text: string): void {
  process.stdout.write(asSaid(text));
}

export function printJson(value: unknown): void {
  process.stdout.write(asSaidJson(`${JSON.stringify(value, undefined, 2)}\n`));
}

/** A question to whoever sits at the terminal, as it stands, on stderr. */
export function ask(text: string): void {
  process.stderr.write(asSaid(text));
}

/** A line for people while a command runs, or why it stops, on stderr. */
export function say(line: string): void {
  process.stderr.write(`${asSaid(line)}\n`);
}
