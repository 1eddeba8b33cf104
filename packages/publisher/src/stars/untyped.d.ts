// The parts of n3 and jsonld that an audit uses; neither ships types.

declare module "n3" {
  export interface Term {
    readonly termType: "NamedNode" | "BlankNode" | "Literal" | "DefaultGraph" | "Variable";
    readonly value: string;
    readonly language: string;
    readonly datatype?: Term;
  }
  export interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
  }
  export class Parser {
    constructor(options?: { format?: string; baseIRI?: string });
    parse(text: string): Quad[];
  }
}

declare module "jsonld" {
  const jsonld: {
    toRDF(input: unknown, options: object): Promise<string>;
  };
  export default jsonld;
}
