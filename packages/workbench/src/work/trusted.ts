// The page's one policy for scripts: its own parts, and what it made itself; everything else is refused by the browser.

interface Policy {
  createScriptURL(address: string): string;
  createHTML(text: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

const own = /^(?:parts\/[a-z-]+\.js|blob:)/;

const rules: Policy = {
  /** The whole of a published page, for the frame in which it is looked at; its text was escaped when it was made. */
  createHTML(text: string): string {
    if (!/^<!doctype html>/i.test(text)) throw new TypeError("this is no page of a published folder");
    return text;
  },
  createScriptURL(address: string): string {
    if (!own.test(address)) throw new TypeError(`${address} is no script of this page`);
    return address;
  },
};

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
const policy: Policy = factory?.createPolicy("shihyo", rules) ?? rules;

/** The address as the browser asks for it before it runs a script. */
export function scriptUrl(address: string): string {
  return policy.createScriptURL(address);
}

/** A published page, as the browser asks for it before a frame shows it. */
export function pageText(text: string): string {
  return policy.createHTML(text);
}
