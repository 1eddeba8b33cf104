// The parts of untyped libraries that the tests use.

declare module "jsonld" {
  const jsonld: {
    canonize(input: unknown, options: object): Promise<string>;
    toRDF(input: unknown, options: object): Promise<string>;
    expand(input: unknown, options?: object): Promise<object[]>;
  };
  export default jsonld;
}

declare module "n3" {
  export interface Term {
    readonly termType: "NamedNode" | "BlankNode" | "Literal" | "DefaultGraph" | "Variable";
    readonly value: string;
    readonly language?: string;
    readonly datatype?: Term;
    equals(other: Term): boolean;
  }
  export interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
    readonly graph: Term;
  }
  export class Parser {
    constructor(options?: { format?: string; baseIRI?: string });
    parse(text: string): Quad[];
  }
  export class Writer {
    constructor(options?: { format?: string; prefixes?: Record<string, string> });
    quadsToString(quads: Quad[]): string;
  }
  export class Store {
    constructor(quads?: Quad[]);
    readonly size: number;
    has(quad: Quad): boolean;
    addQuads(quads: Quad[]): void;
    getQuads(subject: unknown, predicate: unknown, object: unknown, graph?: unknown): Quad[];
    getObjects(subject: unknown, predicate: unknown, graph?: unknown): Term[];
    getSubjects(predicate: unknown, object: unknown, graph?: unknown): Term[];
    [Symbol.iterator](): Iterator<Quad>;
  }
  export const DataFactory: {
    namedNode(iri: string): Term;
    literal(text: string, languageOrDatatype?: string | Term): Term;
    quad(subject: Term, predicate: Term, object: Term): Quad;
  };
}

declare module "rdf-parser-csvw" {
  import type { Quad, Store } from "n3";
  export default class Parser {
    constructor(options: { metadata: Store; baseIRI?: string });
    import(stream: NodeJS.ReadableStream): AsyncIterable<Quad>;
  }
}

declare module "shacl-engine" {
  export class Validator {
    constructor(shapes: unknown, options?: object);
    validate(data: { dataset: unknown }): Promise<{ conforms: boolean; results: ShaclResult[] }>;
  }
  interface ShaclResult {
    readonly severity?: { readonly value: string };
    readonly focusNode?: unknown;
    readonly message?: readonly { readonly value: string }[];
  }
}

declare module "rdf-validate-shacl" {
  export default class Validator {
    constructor(shapes: unknown, options?: object);
    validate(data: unknown): Promise<{ conforms: boolean; results: object[] }>;
  }
}

declare module "insane" {
  export default function insane(html: string): string;
}

declare module "sanitize-caja" {
  export default function sanitize(html: string): string;
}
