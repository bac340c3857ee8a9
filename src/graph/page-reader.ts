// What a page of rows is written as: nodes, edges with cursors, and where the page stands.
import { type GraphQLObjectType, getNamedType } from 'graphql';
import { encodeCursor } from './cursor.js';
import { listHash, pageSides } from './page.js';
import type { Compiler } from './plan.js';
import type { Selected } from './selection.js';
import type { Answer, Arguments, Row, Site, WriteRow } from './statement.js';
import { listText, type Write } from './text.js';

/** How the parts of a page are read from its rows. */
export interface PageReader {
  /** The list, as its cursors know it. */
  readonly list: string;
  readonly site: Site;
  /** Compiles the record of a row. */
  readonly node: (selected: Selected) => WriteRow;
  /** Compiles what else an edge of this list has. */
  readonly edge: (selected: Selected) => WriteRow;
  /** Compiles the sort values of a row. */
  readonly place: () => (row: Row) => readonly (string | null)[];
}

/** A page under way: the row it hangs under, its own rows, and whether more follow. */
export interface Page {
  readonly above: Row;
  readonly rows: readonly Row[];
  readonly more: boolean;
}

/** Writes one part of a page. */
export type WritePage = Write<Page, Answer>;

const argsOf = ({ site }: PageReader, answer: Answer): Arguments => answer.bound[site.index] as Arguments;

function compileCursor(reader: PageReader): WriteRow {
  const place = reader.place();
  const hashes = new WeakMap<Answer, string>();
  return (row, answer) => {
    const hash = hashes.get(answer) ?? listHash(reader.list, argsOf(reader, answer));
    hashes.set(answer, hash);
    return `"${encodeCursor(hash, place(row))}"`;
  };
}

function compilePageInfo(compiler: Compiler, reader: PageReader, selected: Selected): WritePage {
  const cursorAt = (index: number): WritePage => {
    const cursor = compileCursor(reader);
    return ({ rows }, answer) => (rows.length ? cursor(rows.at(index) as Row, answer) : 'null');
  };
  const side =
    (name: 'hasNextPage' | 'hasPreviousPage'): WritePage =>
    ({ more }, answer) =>
      String(pageSides(argsOf(reader, answer), more)[name]);
  return compiler.object(typeOf(selected), compiler.fieldsOf(selected), ({ name }) => {
    if (name === 'startCursor') return cursorAt(0);
    return name === 'endCursor' ? cursorAt(-1) : side(name as 'hasNextPage');
  });
}

const typeOf = ({ definition }: Selected) => getNamedType(definition.type) as GraphQLObjectType;

function compileEdges(compiler: Compiler, reader: PageReader, selected: Selected): WritePage {
  const edge = compiler.object<Row>(typeOf(selected), compiler.fieldsOf(selected), (field) => {
    if (field.name === 'cursor') return compileCursor(reader);
    return field.name === 'node' ? reader.node(field) : reader.edge(field);
  });
  return ({ rows }, answer) => listText(rows, edge, answer);
}

function compileNodes(reader: PageReader, selected: Selected): WritePage {
  const node = reader.node(selected);
  return ({ rows }, answer) => listText(rows, node, answer);
}

const parts: Record<string, (compiler: Compiler, reader: PageReader, selected: Selected) => WritePage> = {
  nodes: (_compiler, reader, selected) => compileNodes(reader, selected),
  edges: compileEdges,
  pageInfo: compilePageInfo,
};

/** Whether a field of a connection is read from the rows of a page. */
export const isPagePart = ({ name }: Selected): boolean => Object.hasOwn(parts, name);

/** Compiles a field of a connection that is read from the rows of a page. */
export function compilePagePart(compiler: Compiler, reader: PageReader, field: Selected): WritePage {
  return (parts[field.name] as (typeof parts)[string])(compiler, reader, field);
}
