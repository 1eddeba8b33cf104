// Registers an element under its name; where a second copy of our files comes, the first one stays.

export const version = "0.1.0";

/** Says so in the console where the name is taken by another version. */
export function register(name: string, element: CustomElementConstructor & { version?: string }): void {
  const before = customElements.get(name) as { version?: string } | undefined;
  if (!before) {
    element.version = version;
    customElements.define(name, element);
  } else if (before !== element) {
    console.warn(`<${name}> is here twice: version ${before.version} stays.`);
  }
}
