// One SQL statement in the making. Every list of the answer is one level: a query of its own, a common
// table expression when others stand on it. The levels come back as parts of one flat result, each row
// ending with its part, its number in that part and the number of its parent row; everything is text,
// decoded while the answer is assembled. Names in the SQL are short and ours: PostgreSQL cuts names at 63 bytes.
import { BREAK, type FieldNode, type GraphQLField, getArgumentValues, visit } from 'graphql';
import type { ColumnKind } from '../store/describe.js';
import { refuse } from './errors.js';
import type { Write } from './text.js';

/** A row as the driver hands it over: every value as PostgreSQL prints it. */
export type Row = readonly (string | null)[];

/** The arguments of one field, coerced. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The arguments of every field of a plan, by site; the first are those a resolver gives by itself. */
export type Bound = readonly Arguments[];

/** Rows of every part by the number of their parent row, with the arguments they were asked by. */
export interface Answer {
  /** The rows of each part by the number of their parent; of a root they stand at 0. */
  readonly parts: readonly (readonly (readonly Row[] | undefined)[])[];
  readonly bound: Bound;
}

/** Writes one value of the answer from a row. */
export type WriteRow = Write<Row, Answer>;

/** A field with arguments, met while compiling: its arguments now, and their place in later requests. */
export interface Site {
  readonly index: number;
  readonly args: Arguments;
}

interface Part {
  /** WITH item, if the part has one. */
  readonly cte: () => string | null;
  /** Its rows in the result: `width` columns, and their place behind them in a statement of several parts. */
  readonly rows: (single: boolean, width: number) => string;
  readonly width: () => number;
}

const none: readonly Row[] = [];

/** The number under which the rows of a root stand. */
export const atRoot = 0;

/** The rows of a part that stand under a parent row. */
export const rowsUnder = (answer: Answer, part: number, parent: number): readonly Row[] =>
  answer.parts[part]?.[parent] ?? none;

// From the end of a row: its part, its own number, the number of its parent.
const place = { part: 3, number: 2, parent: 1 } as const;

const read = (row: Row, from: keyof typeof place): number => Number(row[row.length - place[from]]);

/** A row's own number in its part. */
export const numberOf = (row: Row): number => read(row, 'number');

/** The part a row is of, in a statement of several. */
export const partOf = (row: Row): number => read(row, 'part');

function checkText(value: unknown): unknown {
  if (typeof value === 'string' && value.includes('\0')) {
    throw refuse('BAD_USER_INPUT', 'Text may not hold the character U+0000.');
  }
  if (Array.isArray(value)) value.forEach(checkText);
  return value;
}

function takesVariables(node: FieldNode): boolean {
  let found = false;
  for (const each of node.arguments ?? []) {
    visit(each, {
      Variable() {
        found = true;
        return BREAK;
      },
    });
  }
  return found;
}

/** A statement in the making: its parts, parameters, and the fields whose arguments it takes. */
export class Statement {
  readonly parts: Part[] = [];
  readonly ctes: string[] = [];
  private readonly parameters: ((bound: Bound) => unknown)[] = [];
  private readonly sites: ((variables: Readonly<Record<string, unknown>>) => Arguments)[] = [];
  private aliases = 0;

  constructor(private readonly variables: Readonly<Record<string, unknown>>) {}

  /** A table alias not used before. */
  alias(): string {
    return `t${this.aliases++}`;
  }

  /** Adds a part and answers its number. */
  add(part: Part): number {
    return this.parts.push(part) - 1;
  }

  /** Notes a field whose arguments the statement takes. */
  site(definition: GraphQLField<unknown, unknown>, node: FieldNode): Site {
    const args = getArgumentValues(definition, node, this.variables);
    const index = this.sites.push(
      takesVariables(node) ? (variables) => getArgumentValues(definition, node, variables) : () => args,
    );
    return { index, args };
  }

  /** A parameter whose value is read from the arguments of each request. */
  parameter(cast: string, read: (bound: Bound) => unknown): string {
    return `$${this.parameters.push(read)}::${cast}`;
  }

  /** The arguments of every site for the variables of one request, after those given by a resolver. */
  bind(variables: Readonly<Record<string, unknown>>, given: Arguments): Bound {
    return [given, ...this.sites.map((argumentsFor) => argumentsFor(variables))];
  }

  /** The parameter values of one request. */
  values(bound: Bound): unknown[] {
    return this.parameters.map((read) => checkText(read(bound)));
  }

  /** The SQL of the whole. */
  sql(): string {
    const single = this.parts.length === 1;
    const width = Math.max(0, ...this.parts.map((part) => part.width()));
    const ctes = [
      ...this.ctes,
      ...this.parts.map((part) => (single ? null : part.cte())).filter((cte) => cte !== null),
    ];
    const rows = this.parts.map((part) => part.rows(single, width)).join('\nUNION ALL\n');
    const head = ctes.length ? `WITH ${ctes.join(',\n')}\n` : '';
    return `${head}${rows}`;
  }

  /** Sorts the rows of a result under their parts and parents, in the order of their numbers. */
  answer(rows: readonly Row[], bound: Bound): Answer {
    if (this.parts.length === 1) return { bound, parts: [[rows]] };
    const numbered = this.parts.map((): Row[] => []);
    for (const row of rows) (numbered[partOf(row)] as Row[])[numberOf(row) - 1] = row;
    return { bound, parts: numbered.map(underParents) };
  }
}

function underParents(rows: readonly Row[]): Row[][] {
  const under: Row[][] = [];
  for (const row of rows) {
    const parent = read(row, 'parent');
    const siblings = under[parent];
    if (siblings) siblings.push(row);
    else under[parent] = [row];
  }
  return under;
}

/** The type a value of a kind is cast to in SQL. */
export const sqlType: Record<ColumnKind, string> = {
  text: 'text',
  date: 'date',
  integer: 'bigint',
  boolean: 'boolean',
  instant: 'timestamptz',
  json: 'text',
  search: 'text',
};
