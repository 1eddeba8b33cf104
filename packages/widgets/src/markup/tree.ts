// A piece of a page as plain data, so that the browser and the publisher draw one and the same card.

/** Made by `tag` alone: an object that comes with the data is never one, whatever it holds. */
export class Tag {
  constructor(name: string, attributes: Attributes, children: readonly Markup[]) {
    this.name = name;
    this.attributes = attributes;
    this.children = children;
  }
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly Markup[];
}

/** An attribute that is `undefined` or `false` is left out; `true` has no value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A tag, a text, nothing, or several of these one after another. */
export type Markup = Tag | string | false | undefined | readonly Markup[];

export function tag(name: string, attributes: Attributes, ...children: readonly Markup[]): Tag {
  return new Tag(name, attributes, children);
}

/** An attribute as text; `undefined` where it is left out. */
export function shownAttribute(value: Attributes[string]): string | undefined {
  return value === undefined || value === false ? undefined : value === true ? "" : `${value}`;
}
