// A reference to hold the planner against: plain graphql-js over all tables in memory, one field at a
// time, sharing nothing with the planner but the published schema and each noun's default order.
import { buildSchema, type GraphQLResolveInfo, getNamedType, isLeafType } from 'graphql';
import type { Noun } from '../../src/graph/noun.js';
import { nounByIdPrefix, nounByType } from '../../src/graph/nouns.js';
import { printGraphSchema } from '../../src/graph/schema.js';
import type { Store } from '../../src/store/store.js';
import { all, type Row, related, sourcesOf, type Tables } from './related.js';

// What a noun derives from its row, as a column beside the others.
const derived: Record<string, string> = { motion: ', amends_id IS NOT NULL AS is_amendment' };

/** Every table, whole. */
export async function readTables(store: Store): Promise<Tables> {
  const { rows } = await store.pool.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const all = rows.map(
    async ({ name }) =>
      [name, (await store.pool.query(`SELECT * ${derived[name] ?? ''} FROM ${name}`)).rows] as const,
  );
  return new Map(await Promise.all(all));
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function listed(noun: Noun, field: string, row: Row, tables: Tables): readonly Row[] {
  const found = related[`${noun.type}.${field}`];
  if (found) return found(row, tables);
  if (field === 'sources') return sourcesOf(noun.table.name)(row, tables);
  throw new Error(`the reference does not know the list ${noun.type}.${field}`);
}

function isAttested(membership: Row, day: string): boolean {
  const { start_date, end_date, first_attested_on, last_attested_on } = membership;
  const [start] = [start_date, first_attested_on].filter(Boolean).map(String).sort();
  const end = [end_date, last_attested_on].filter(Boolean).map(String).sort().at(-1);
  return start !== undefined && end !== undefined && start <= day && day <= end;
}

function onTheDay(row: Row, column: 'ward_id' | 'party_id', tables: Tables): unknown {
  if (row[column]) return row[column];
  const motion = all(tables, 'motion').find((each) => each.id === row.motion_id) as Row;
  if (motion.date_precision !== 'day') return null;
  const day = String(motion.date);
  const held = all(tables, 'membership').filter(
    (each) =>
      each.councillor_id === row.councillor_id &&
      each.council_id === motion.council_id &&
      isAttested(each, day),
  );
  const values = new Set(held.map((each) => each[column]).filter(Boolean));
  return values.size === 1 ? [...values][0] : null;
}

function oneOf(noun: Noun, field: string, row: Row, tables: Tables): Row | null {
  const map = noun.fields.get(field);
  if (map?.is !== 'one') throw new Error(`${noun.type}.${field} is no record`);
  const column = `${snake(field)}_id`;
  const isDerived = noun.type === 'MotionPerson' && (column === 'ward_id' || column === 'party_id');
  const id = isDerived ? onTheDay(row, column, tables) : row[column];
  const target = [...nounByType.values()].find((each) => each.target === map.to()) as Noun;
  return all(tables, target.table.name).find((each) => each.id === id) ?? null;
}

/** The noun a relation leads to. */
export function targetOf(noun: Noun, field: string): Noun {
  const map = noun.fields.get(field);
  if (!map || !('to' in map)) throw new Error(`${noun.type}.${field} leads nowhere`);
  return [...nounByType.values()].find((each) => each.target === map.to()) as Noun;
}

function leafHolds(value: unknown, operator: string, wanted: unknown): boolean {
  if (operator === 'isNull') return (value === null) === wanted;
  if (value === null) return false;
  if (operator === 'eq') return value === wanted;
  if (operator === 'oneOf') return (wanted as unknown[]).includes(value);
  if (operator === 'contains') return String(value).toLowerCase().includes(String(wanted).toLowerCase());
  return operator === 'gte'
    ? (value as string) >= (wanted as string)
    : (value as string) <= (wanted as string);
}

function holds(noun: Noun, row: Row, where: Row, tables: Tables): boolean {
  return Object.entries(where).every(([key, value]) => {
    if (key === 'AND') return (value as Row[]).every((each) => holds(noun, row, each, tables));
    if (key === 'OR') return (value as Row[]).some((each) => holds(noun, row, each, tables));
    if (key === 'NOT') return !holds(noun, row, value as Row, tables);
    const map = noun.fields.get(key);
    if (!map) {
      const name = `${key.slice(3, 4).toLowerCase()}${key.slice(4)}`;
      return (oneOf(noun, name, row, tables) !== null) === value;
    }
    if (map.is === 'column') {
      return Object.entries(value as Row).every(([operator, wanted]) =>
        leafHolds(row[snake(key)], operator, wanted),
      );
    }
    const target = targetOf(noun, key);
    if (map.is === 'one') {
      const other = oneOf(noun, key, row, tables);
      return other !== null && holds(target, other, value as Row, tables);
    }
    return Object.entries(value as Row).every(([quantifier, inner]) => {
      const some = listed(noun, key, row, tables).some((each) => holds(target, each, inner as Row, tables));
      return quantifier === 'some' ? some : !some;
    });
  });
}

type Key = { column: string; descending: boolean; nullsFirst: boolean };

function keysOf(noun: Noun, orderBy: Row[] | undefined | null): Key[] {
  const keys = orderBy?.length
    ? orderBy.map(({ field, direction, nulls }) => ({
        column: sortColumn(noun, String(field)),
        descending: direction === 'DESC',
        nullsFirst: nulls === 'FIRST',
      }))
    : (noun.options.order ?? []).map((key) => ({
        column: key.replace('-', ''),
        descending: key.startsWith('-'),
        nullsFirst: false,
      }));
  return [...keys, ...noun.table.key.map((column) => ({ column, descending: false, nullsFirst: false }))];
}

function sortColumn(noun: Noun, field: string): string {
  const name = field.toLowerCase();
  return noun.type === 'Recommendation' && name === 'number' ? 'number_sort' : name;
}

function compare(keys: readonly Key[], a: Row, b: Row): number {
  for (const { column, descending, nullsFirst } of keys) {
    const [left, right] = [a[column] as string, b[column] as string];
    if (left === right) continue;
    if (left === null) return nullsFirst ? -1 : 1;
    if (right === null) return nullsFirst ? 1 : -1;
    return left < right === !descending ? -1 : 1;
  }
  return 0;
}

/** Records in their order, as a list shows them. */
function ordered(noun: Noun, rows: readonly Row[], orderBy?: Row[] | null): Row[] {
  const keys = keysOf(noun, orderBy);
  return [...rows].sort((a, b) => compare(keys, a, b));
}

function page(noun: Noun, rows: readonly Row[], args: Row, everything: boolean, tables: Tables): Row {
  const kept = rows
    .filter(
      (row) =>
        everything || noun.type !== 'Motion' || args.includeAmendments === true || row.amends_id === null,
    )
    .filter((row) => typeof args.asOf !== 'string' || isAttested(row, args.asOf))
    .filter((row) => !args.where || holds(noun, row, args.where as Row, tables));
  const sorted = ordered(noun, kept, args.orderBy as Row[] | null);
  const size = Number(args.first ?? args.last ?? 25);
  const shown = args.last ? sorted.slice(-size) : sorted.slice(0, size);
  const more = sorted.length > size;
  const nodes = shown.map((row) => ({ ...row, noun }));
  return {
    nodes,
    edges: nodes.map((node) => ({ node })),
    totalCount: sorted.length,
    pageInfo: { hasNextPage: args.last ? false : more, hasPreviousPage: args.last ? more : false },
  };
}

function resolveNoun(noun: Noun, row: Row, field: string, args: Row, tables: Tables): unknown {
  if (field === 'formerIds') {
    return all(tables, 'redirect')
      .filter((each) => each.new_id === row.id)
      .map((each) => each.old_id)
      .sort();
  }
  const map = noun.fields.get(field);
  if (map?.is === 'column') return row[snake(field)];
  const target = targetOf(noun, field);
  if (map?.is === 'one') {
    const other = oneOf(noun, field, row, tables);
    return other ? { ...other, noun: target } : null;
  }
  const rows = listed(noun, field, row, tables);
  if (map?.is === 'list') return ordered(target, rows).map((each) => ({ ...each, noun: target }));
  const made = page(target, rows, args, field === 'amendments', tables);
  return map?.is === 'many' && map.beside ? { ...made, above: { noun, row } } : made;
}

function recordById(asked: unknown, tables: Tables): Row | null {
  const id = all(tables, 'redirect').find((each) => each.old_id === asked)?.new_id ?? asked;
  const noun = nounByIdPrefix.get(String(id).split('/')[0] ?? '');
  const row = noun && all(tables, noun.table.name).find((each) => each.id === id);
  return row ? { ...row, noun, __typename: noun.type } : null;
}

function resolveRoot(field: string, args: Row, tables: Tables): unknown {
  if (field === 'node') return recordById(args.id, tables);
  if (field === 'nodes') return (args.ids as unknown[]).map((id) => recordById(id, tables));
  const noun = [...nounByType.values()].find(
    ({ options }) => options.one === field || options.many === field,
  ) as Noun;
  if (noun.options.many === field) return page(noun, all(tables, noun.table.name), args, false, tables);
  const id = all(tables, 'redirect').find((each) => each.old_id === args.id)?.new_id ?? args.id;
  const row = all(tables, noun.table.name).find((each) => each.id === id);
  return row ? { ...row, noun } : null;
}

const lowerCase = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

// The schema built from SDL knows its words in capitals only, where the tables hold them in lower case.
function withWords(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => withWords(each, key));
  if (value === null || typeof value !== 'object')
    return /^[A-Z][A-Z_]+$/.test(String(value)) ? lowerCase(value) : value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === 'orderBy' ? each : withWords(each, name)]),
  );
}

/** The schema the reference answers, with no resolvers of ours. */
export const referenceSchema = () => buildSchema(printGraphSchema());

/** Answers one field from the tables. */
export const resolveFrom =
  (tables: Tables) => (source: Row, args: Row, _context: unknown, info: GraphQLResolveInfo) => {
    const given = withWords(args) as Row;
    const { fieldName: field, parentType } = info;
    if (parentType.name === 'Query') return resolveRoot(field, given, tables);
    const noun = source.noun as Noun | undefined;
    if (!noun && field === 'coverage' && source.above) {
      const above = source.above as { noun: Noun; row: Row };
      return resolveNoun(above.noun, above.row, 'coverage', given, tables);
    }
    const value = noun ? resolveNoun(noun, source, field, given, tables) : source[field];
    const type = getNamedType(info.returnType);
    return isLeafType(type) && 'getValues' in type && typeof value === 'string' ? value.toUpperCase() : value;
  };
