// What two validators share: the little of RDF that turns JSON-LD and Turtle into statements without asking the
// network for anything.
import { readFile } from 'node:fs/promises';
import { lacking, type Outcome, optionalPackage } from './validator.js';

/** A term of a statement. */
export interface Term {
  readonly value: string;
  readonly termType: string;
  readonly datatype?: { readonly value: string };
}

/** A statement. */
export interface Quad {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
}

/** A set of statements. */
export interface Dataset extends Iterable<Quad> {
  match(subject?: Term | null, predicate?: Term | null, object?: Term | null): Dataset;
  addQuads(quads: Quad[]): void;
  readonly size: number;
}

interface N3 {
  Parser: new (options: { baseIRI: string }) => { parse(text: string): Quad[] };
  Store: new (quads?: Quad[]) => Dataset;
  DataFactory: { namedNode(iri: string): Term; literal(value: string, datatype: Term): Term };
}

interface JsonLd {
  default: {
    toRDF(document: object, options: object): Promise<string>;
  };
}

/** Reads RDF offline. */
export interface Rdf {
  turtle(path: string): Promise<Quad[]>;
  /** A JSON-LD document; `contexts` are those it may name. */
  jsonld(document: object, base: string, contexts?: Record<string, object>): Promise<Quad[]>;
  store(quads?: Quad[]): Dataset;
  node(iri: string): Term;
  literal(value: string, datatype: string): Term;
}

/** Opens the reader, or says which packages it lacks. */
export async function openRdf(): Promise<Rdf | Outcome> {
  const n3 = await optionalPackage<N3>('n3');
  const jsonld = await optionalPackage<JsonLd>('jsonld');
  if (!n3 || !jsonld) return lacking('n3', 'jsonld');
  const parse = (text: string, baseIRI: string) => new n3.Parser({ baseIRI }).parse(text);
  return {
    turtle: async (path) => parse(await readFile(path, 'utf8'), 'urn:shapes'),
    async jsonld(document, base, contexts = {}) {
      const documentLoader = async (url: string) => {
        const found = contexts[url];
        if (!found) throw new Error(`the document names ${url}, which is not at hand`);
        return { document: found, documentUrl: url };
      };
      const options = { base, documentLoader, format: 'application/n-quads', safe: false };
      return parse(await jsonld.default.toRDF(document, options), base);
    },
    store: (quads) => new n3.Store(quads),
    node: (iri) => n3.DataFactory.namedNode(iri),
    literal: (value, datatype) => n3.DataFactory.literal(value, n3.DataFactory.namedNode(datatype)),
  };
}
