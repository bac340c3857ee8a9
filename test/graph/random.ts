// Random valid documents: selections of every noun with filters, orders and pages, written with other
// names, fragments and variables. A tape of numbers decides, so that fast-check can repeat and shrink.
import { type GraphQLObjectType, type GraphQLSchema, getNamedType } from 'graphql';
import type { FieldMap } from '../../src/graph/field.js';
import { presence } from '../../src/graph/filter-types.js';
import type { Noun } from '../../src/graph/noun.js';
import { nouns } from '../../src/graph/nouns.js';
import { spellKey } from '../../src/graph/order.js';
import { targetOf } from './reference.js';
import type { Tables } from './related.js';

/** A document with the variables it takes. */
export interface RandomDocument {
  query: string;
  variables: Record<string, unknown>;
}

/** A list to walk through, a page of `size` at a time. */
export interface RandomList {
  root: string;
  args: readonly string[];
  definitions: readonly string[];
  variables: Record<string, unknown>;
  size: number;
}

/** Writes one document from a tape. */
export class Writer {
  private at = 0;
  private names = 0;
  private readonly variables: Record<string, unknown> = {};
  private readonly definitions: string[] = [];
  private readonly fragments: string[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly tables: Tables,
    private readonly tape: readonly number[],
  ) {}

  private choose(options: number): number {
    const decided = this.tape[this.at++ % this.tape.length] ?? 0;
    return options > 0 ? decided % options : 0;
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.choose(items.length)] as T;
  }

  private some<T>(items: readonly T[], most: number): T[] {
    const start = this.choose(items.length);
    const count = 1 + this.choose(most);
    return [...items, ...items].slice(start, start + Math.min(count, items.length));
  }

  private argument(type: string, value: unknown, literal: string): string {
    if (this.choose(3) !== 1) return literal;
    const name = `v${this.names++}`;
    this.variables[name] = value;
    this.definitions.push(`$${name}: ${type}`);
    return `$${name}`;
  }

  private literal(value: unknown, isWord: boolean): string {
    return isWord ? String(value).toUpperCase() : JSON.stringify(value);
  }

  private leaf(noun: Noun, name: string, field: Extract<FieldMap, { is: 'column' }>): string | null {
    const type = String(
      getNamedType((this.schema.getType(noun.type) as GraphQLObjectType).getFields()[name]?.type),
    );
    const column = noun.table.columns.find(
      (each) => each.name === name.replace(/[A-Z]/g, (l) => `_${l.toLowerCase()}`),
    );
    const values = (this.tables.get(noun.table.name) ?? [])
      .map((row) => row[column?.name ?? ''])
      .filter((v) => v !== null);
    if (type === 'ID' || !column) return null;
    if (this.choose(4) === 1 && field.kind !== 'boolean') return `{ isNull: ${this.choose(2) === 1} }`;
    if (values.length === 0) return null;
    const [value, isWord] = [this.pick(values), column.words !== undefined];
    if (field.kind === 'instant') return null;
    const text = this.argument(
      // Addresses are compared as the text they are.
      type === 'URI' ? 'String' : type,
      isWord ? String(value).toUpperCase() : value,
      this.literal(value, isWord),
    );
    if (field.kind === 'boolean') return `{ eq: ${text} }`;
    if (field.kind === 'integer' || field.kind === 'date')
      return `{ ${this.pick(['eq', 'gte', 'lte'])}: ${text} }`;
    if (isWord)
      return this.choose(2)
        ? `{ eq: ${text} }`
        : `{ oneOf: [${this.literal(value, true)}, ${this.literal(this.pick(values), true)}] }`;
    if (type === 'String' && this.choose(2))
      return `{ contains: ${JSON.stringify(String(value).slice(1, 4))} }`;
    return `{ eq: ${text} }`;
  }

  private where(noun: Noun, depth: number): string {
    const parts = this.some([...noun.fields], 2).flatMap(([name, field]) => {
      if (field.is === 'values') return [];
      if (field.is === 'column') {
        const leaf = this.leaf(noun, name, field);
        return leaf ? [`${name}: ${leaf}`] : [];
      }
      if (depth <= 0) return [];
      const inner = this.where(targetOf(noun, name), depth - 1);
      if (field.is === 'one') {
        return field.nullable && this.choose(2)
          ? [`${presence(name)}: ${this.choose(2) === 1}`]
          : [`${name}: ${inner}`];
      }
      return [`${name}: { ${this.pick(['some', 'none'])}: ${inner} }`];
    });
    const logic =
      depth > 0 && this.choose(3) === 1
        ? [`${this.pick(['NOT: ', 'AND: ', 'OR: '])}${this.where(noun, depth - 1)}`]
        : [];
    return `{ ${[...parts, ...logic].join(', ')} }`;
  }

  private args(noun: Noun, field: { everything?: boolean }): string {
    const size = 1 + this.choose(4);
    const args = this.choose(4)
      ? [`${this.pick(['first', 'last'])}: ${this.argument('Int', size, String(size))}`]
      : [];
    args.push(...this.choice(noun, field));
    return args.length ? `(${args.join(', ')})` : '';
  }

  // Which records a list holds, and in which order.
  private choice(noun: Noun, field: { everything?: boolean }): string[] {
    const args: string[] = [];
    if (this.choose(3) === 1) args.push(`where: ${this.where(noun, 2)}`);
    if (this.choose(3) === 1) {
      const columns = [...noun.fields].filter(([, each]) => each.is === 'column').map(([name]) => name);
      const keys = this.some(columns, 2).map(
        (name) =>
          `{ field: ${spellKey(name)}, direction: ${this.pick(['ASC', 'DESC'])}, nulls: ${this.pick(['LAST', 'FIRST'])} }`,
      );
      args.push(`orderBy: [${keys.join(', ')}]`);
    }
    if (noun.type === 'Motion' && !field.everything && this.choose(2)) {
      args.push(`includeAmendments: ${this.argument('Boolean', true, 'true')}`);
    }
    if (noun.type === 'Membership' && this.choose(2)) {
      args.push(`asOf: ${this.argument('Date', '2023-07-01', '"2023-07-01"')}`);
    }
    return args;
  }

  private connection(noun: Noun, covered: boolean, depth: number): string {
    const parts = [
      () => `nodes ${this.record(noun, depth)}`,
      () => `edges { node ${this.record(noun, depth)} }`,
      () => 'totalCount',
      () => 'pageInfo { hasNextPage hasPreviousPage }',
      () => `again: nodes ${this.record(noun, 0)}`,
    ];
    const chosen = this.some(parts, 3).map((part) => part());
    if (covered && this.choose(2)) chosen.push('coverage(first: 1) { totalCount nodes { result } }');
    return `{ ${chosen.join(' ')} }`;
  }

  private field(noun: Noun, name: string, map: FieldMap, depth: number): string {
    const alias = this.choose(3) === 1 ? `a${this.names++}: ` : '';
    if (map.is === 'column' || map.is === 'values') return `${alias}${name}`;
    const to = targetOf(noun, name);
    const other = `b${this.names++}: `;
    if (map.is === 'many')
      return `${other}${name}${this.args(to, map)} ${this.connection(to, map.beside !== undefined, depth - 1)}`;
    const left = this.choose(5) === 1 ? ` @skip(if: ${this.argument('Boolean!', true, 'true')})` : '';
    return `${map.is === 'one' && !left ? '' : other}${name}${left} ${this.record(to, depth - 1, map.is === 'one')}`;
  }

  private record(noun: Noun, depth: number, plain = false): string {
    const fields = [...noun.fields].filter(
      ([, map]) => depth > 0 || map.is === 'column' || map.is === 'values',
    );
    const chosen = this.some(fields, 4).map(([name, map]) => this.field(noun, name, map, depth));
    const text = `{ __typename ${chosen.join(' ')} }`;
    if (plain || this.choose(4) !== 1) return text;
    const name = `F${this.names++}`;
    this.fragments.push(`fragment ${name} on ${noun.type} ${text}`);
    return this.choose(2) ? `{ ...${name} }` : `{ ... on ${noun.type} ${text} }`;
  }

  /** A list at the root with its filter and order, for a walk through its pages. */
  list(): RandomList {
    const noun = this.pick(nouns.filter(({ options }) => options.many));
    const args = this.choice(noun, {});
    // A value that was weighed and not taken leaves its variable behind.
    const definitions = this.definitions.filter((each) =>
      new RegExp(`\\${each.split(':')[0]}\\b`).test(args.join(' ')),
    );
    const { variables } = this;
    return { root: noun.options.many as string, args, definitions, variables, size: 1 + this.choose(7) };
  }

  private root(): string {
    const noun = this.pick(nouns.filter(({ options }) => options.many));
    const rows = this.tables.get(noun.table.name) ?? [];
    const kind = rows.length ? this.choose(6) : 0;
    if (kind === 1 && noun.prefix) return this.nodes(noun, rows);
    if (kind > 2 || !noun.options.one || rows.length === 0) {
      return `${noun.options.many}${this.args(noun, {})} ${this.connection(noun, false, 3)}`;
    }
    const id = String(this.pick(rows).id);
    return `${noun.options.one}(id: ${this.argument('ID!', id, JSON.stringify(id))}) ${this.record(noun, 3)}`;
  }

  private nodes(noun: Noun, rows: readonly Record<string, unknown>[]): string {
    const ids = [...this.some(rows, 3).map(({ id }) => String(id)), 'council/none', 'no id'];
    const fragment = `... on ${noun.type} ${this.record(noun, 2, true)}`;
    return `nodes(ids: ${JSON.stringify(ids)}) { id __typename ${fragment} }`;
  }

  /** The whole document: one root field or two, each for one record or many. */
  document(): RandomDocument {
    const body = this.choose(4) === 1 ? `one: ${this.root()} two: ${this.root()}` : this.root();
    const used = this.fragments.filter((text) =>
      new RegExp(`\\.\\.\\.${text.split(' ')[1]}\\b`).test([body, ...this.fragments].join(' ')),
    );
    const heads = this.definitions.length ? `(${this.definitions.join(', ')})` : '';
    return { query: [`query Random${heads} { ${body} }`, ...used].join('\n'), variables: this.variables };
  }
}
