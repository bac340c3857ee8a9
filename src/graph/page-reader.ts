// What a page of rows is assembled into: nodes, edges with cursors, and where the page stands.
import { objectFrom } from './assembled.js';
import { encodeCursor } from './cursor.js';
import { listHash, pageSides } from './page.js';
import type { Compiler } from './plan.js';
import type { Selected } from './selection.js';
import type { Answer, Arguments, Read, Row, Site } from './statement.js';

/** How the parts of a page are read from its rows. */
export interface PageReader {
  /** The list, as its cursors know it. */
  readonly list: string;
  readonly site: Site;
  /** Compiles the record of a row. */
  readonly node: (selected: Selected) => Read;
  /** Compiles what else an edge of this list has. */
  readonly edge: (selected: Selected) => Read;
  /** Compiles the sort values of a row. */
  readonly place: () => (row: Row) => readonly (string | null)[];
}

/** Reads one part of a page. */
export type PageRead = (page: readonly Row[], more: boolean, answer: Answer) => unknown;

const argsOf = ({ site }: PageReader, answer: Answer): Arguments => answer.bound[site.index] as Arguments;

function compileCursor(reader: PageReader): (row: Row, answer: Answer) => string {
  const place = reader.place();
  const hashes = new WeakMap<Answer, string>();
  return (row, answer) => {
    const hash = hashes.get(answer) ?? listHash(reader.list, argsOf(reader, answer));
    hashes.set(answer, hash);
    return encodeCursor(hash, place(row));
  };
}

function compilePageInfo(reader: PageReader, fields: readonly Selected[]): PageRead {
  const cursorAt = (index: number): PageRead => {
    const cursor = compileCursor(reader);
    return (page, _more, answer) => (page.length ? cursor(page.at(index) as Row, answer) : null);
  };
  const parts: Record<string, () => PageRead> = {
    startCursor: () => cursorAt(0),
    endCursor: () => cursorAt(-1),
    hasNextPage: () => (_page, more, answer) => pageSides(argsOf(reader, answer), more).hasNextPage,
    hasPreviousPage: () => (_page, more, answer) => pageSides(argsOf(reader, answer), more).hasPreviousPage,
  };
  return objectFrom(fields.map(({ key, name }) => [key, (parts[name] as () => PageRead)()] as const));
}

function compileEdges(compiler: Compiler, reader: PageReader, selected: Selected): PageRead {
  const parts = compiler.fieldsOf(selected).map((field): [string, Read] => {
    if (field.name === 'cursor') return [field.key, compileCursor(reader)];
    return [field.key, field.name === 'node' ? reader.node(field) : reader.edge(field)];
  });
  const edge = objectFrom(parts);
  return (page, _more, answer) => page.map((row) => edge(row, answer));
}

function compileNodes(reader: PageReader, selected: Selected): PageRead {
  const node = reader.node(selected);
  return (page, _more, answer) => page.map((row) => node(row, answer));
}

const parts: Record<string, (compiler: Compiler, reader: PageReader, selected: Selected) => PageRead> = {
  nodes: (_compiler, reader, selected) => compileNodes(reader, selected),
  edges: compileEdges,
  pageInfo: (compiler, reader, selected) => compilePageInfo(reader, compiler.fieldsOf(selected)),
};

/** Whether a field of a connection is read from the rows of a page. */
export const isPagePart = ({ name }: Selected): boolean => Object.hasOwn(parts, name);

/** Compiles the fields of a connection that are read from the rows of a page. */
export function compilePage(
  compiler: Compiler,
  reader: PageReader,
  fields: readonly Selected[],
): [string, PageRead][] {
  return fields
    .filter(isPagePart)
    .map((field) => [field.key, (parts[field.name] as (typeof parts)[string])(compiler, reader, field)]);
}
