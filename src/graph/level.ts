// One list of rows inside a statement: a table, the to-one records joined to it, and the columns read.
// A level on which others stand keeps its rows numbered, so that theirs can name their parent.
import type { ColumnKind } from '../store/describe.js';
import type { OneField } from './field.js';
import { type Noun, nounOf } from './noun.js';
import { atRoot, type Row, type Statement, type WriteRow } from './statement.js';

interface Output {
  readonly sql: string;
  readonly kind: ColumnKind;
  /** Position among the columns sent to us; absent while only SQL uses it. */
  sent?: number;
}

/** What a level is made of when it begins. */
export interface LevelStart {
  /** The level its rows stand under, if any. */
  readonly parent?: Level;
  /** FROM, where it is more than the table itself. */
  readonly from?: (alias: string) => string;
}

/** A list of rows of one noun; see the head of this file. */
export class Level {
  readonly alias: string;
  readonly part: number;
  readonly conditions: string[] = [];
  /** Conditions of which one holds of each row, each a range that an index can seek to. */
  ranges: readonly string[] = [];
  order = '';
  limit = '';
  private readonly outputs: Output[] = [];
  private readonly joins: string[] = [];
  private readonly joined = new Map<string, string>();
  private sent = 0;

  constructor(
    readonly statement: Statement,
    readonly noun: Noun,
    private readonly start: LevelStart = {},
  ) {
    this.alias = statement.alias();
    this.part = statement.add({
      cte: () => `l${this.part} AS (${this.numbered()})`,
      rows: (single, width) => (single ? this.query() : this.rows(width)),
      width: () => this.sent,
    });
  }

  private output(sql: string, kind: ColumnKind): Output {
    const known = this.outputs.find((each) => each.sql === sql);
    if (known) return known;
    const made = { sql, kind };
    this.outputs.push(made);
    return made;
  }

  /** Reads a column of each row, as PostgreSQL prints it. */
  raw(sql: string, kind: ColumnKind): (row: Row) => string | null {
    const output = this.output(sql, kind);
    output.sent ??= this.sent++;
    const { sent } = output;
    return (row) => row[sent] ?? null;
  }

  /** Writes a column of each row by an encoder of its text. */
  value(sql: string, kind: ColumnKind, encode: (text: string) => string): WriteRow {
    const raw = this.raw(sql, kind);
    return (row) => {
      const text = raw(row);
      return text === null ? 'null' : encode(text);
    };
  }

  /** The name under which a level below finds a value of this one. */
  key(sql: string): string {
    return `above.c${this.outputs.indexOf(this.output(sql, 'text'))}`;
  }

  /** Joins the record a field points at, once however often it is selected; answers its alias. */
  join(alias: string, name: string, field: OneField): string {
    const path = `${alias}.${name}`;
    const known = this.joined.get(path);
    if (known) return known;
    const made = this.statement.alias();
    const { table } = nounOf(field.to());
    this.joins.push(`LEFT JOIN ${table.name} ${made} ON ${made}.id = ${field.key(alias)}`);
    this.joined.set(path, made);
    return made;
  }

  private query(): string {
    const columns = this.outputs.map(({ sql }, index) => `${sql} AS c${index}`).join(', ');
    const where = this.ranges.length ? '' : whereSql(this.conditions);
    return `SELECT ${columns} FROM ${[this.from(), ...this.joins].join(' ')}${where}${this.end()}`;
  }

  private from(): string {
    const { alias } = this;
    const own = this.start.from?.(alias) ?? `${this.noun.table.name} ${alias}`;
    if (this.ranges.length === 0) return own;
    const each = this.ranges.map(
      (range) => `(SELECT ${alias}.* FROM ${own}${whereSql([...this.conditions, range])}${this.end()})`,
    );
    return `(${each.join(' UNION ALL ')}) ${alias}`;
  }

  private end(): string {
    return `${this.order ? ` ORDER BY ${this.order}` : ''}${this.limit}`;
  }

  // OFFSET 0 keeps an unlimited list a nested loop over its parents, in its own order.
  private numbered(): string {
    const { parent } = this.start;
    if (!parent) return `SELECT row_number() OVER () AS n, x.* FROM (${this.query()}) x`;
    const fence = this.limit ? '' : ' OFFSET 0';
    const lateral = `CROSS JOIN LATERAL (${this.query()}${fence}) x`;
    return `SELECT row_number() OVER () AS n, above.n AS p, x.* FROM l${parent.part} above ${lateral}`;
  }

  private rows(width: number): string {
    const sent = this.outputs
      .map((output, index) => ({ ...output, index }))
      .filter((output) => output.sent !== undefined)
      .sort((a, b) => (a.sent as number) - (b.sent as number))
      .map(({ kind, index }) => (kind === 'text' ? `c${index}` : `c${index}::text`));
    const padding = Array.from({ length: width - sent.length }, () => 'NULL::text');
    const parent = this.start.parent ? 'p' : atRoot;
    return `SELECT ${[...sent, ...padding, this.part, 'n', parent].join(', ')} FROM l${this.part}`;
  }
}

const whereSql = (conditions: readonly string[]) =>
  conditions.length ? ` WHERE ${conditions.join(' AND ')}` : '';

/** Adds a part that counts rows, once under each row of a level or once in all; answers its number. */
export function addCount(statement: Statement, parent: Level | undefined, count: string): number {
  const [number, under, from] = parent
    ? ['above.n', 'above.n', ` FROM l${parent.part} above`]
    : ['1', atRoot, ''];
  const part: number = statement.add({
    cte: () => null,
    width: () => 1,
    rows: (single, width) => {
      const padding = Array.from({ length: width - 1 }, () => 'NULL::text');
      const place = single ? [] : [part, number, under];
      return `SELECT ${[`${count}::text`, ...padding, ...place].join(', ')}${from}`;
    },
  });
  return part;
}
