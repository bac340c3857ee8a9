// Orders: which keys a request may sort by, and the exact key list a statement uses. Where nulls stand
// is always said, and the id decides ties, so every order is total and pages never overlap.

import { refuse } from './errors.js';
import type { SortKey, TypeClass } from './field.js';
import { limits } from './limits.js';
import { makeInput } from './make.js';
import { type Noun, tiebreak } from './noun.js';
import { enumOf } from './words.js';

const same = (text: string) => text;

const direction = enumOf(
  'OrderDirection',
  'Which end comes first.',
  { ASC: 'Smallest, earliest or A first.', DESC: 'Largest, latest or Z first.' },
  same,
);

const nulls = enumOf(
  'NullPlacement',
  'Where records without a value stand.',
  { FIRST: 'Before all others.', LAST: 'After all others.' },
  same,
);

/** `occurredOn` → `OCCURRED_ON`. */
export const spellKey = (name: string): string => name.replace(/[A-Z]/g, '_$&').toUpperCase();

const columns = (noun: Noun) =>
  [...noun.fields].flatMap(([name, field]) => (field.is === 'column' ? [[name, field.about] as const] : []));

/** Makes the input type that orders a noun. */
export function makeOrderType(noun: Noun): TypeClass {
  const keys = enumOf(
    `${noun.type}OrderField`,
    `What a list of ${noun.type} can be ordered by.`,
    Object.fromEntries(columns(noun)),
    spellKey,
  );
  return makeInput(
    `${noun.type}OrderInput`,
    `One key of an order of ${noun.type}. Text sorts by code point.`,
    {
      field: { type: () => keys, about: 'What to order by.' },
      direction: { type: () => direction, about: 'Which end comes first.', defaultValue: 'ASC' },
      nulls: { type: () => nulls, about: 'Where records without a value stand.', defaultValue: 'LAST' },
    },
  );
}

/** One requested key as type-graphql hands it over. */
export interface OrderItem {
  field: string;
  direction: 'ASC' | 'DESC';
  nulls: 'FIRST' | 'LAST';
}

function requested(noun: Noun, { field, direction, nulls }: OrderItem): SortKey {
  const map = noun.fields.get(field);
  if (map?.is !== 'column') throw refuse('BAD_USER_INPUT', `${noun.type} cannot be ordered by ${field}.`);
  return {
    sql: map.sortSql,
    kind: map.kind,
    nullable: map.nullable,
    descending: direction === 'DESC',
    nulls: nulls === 'FIRST' ? 'first' : 'last',
  };
}

/** The total order of a list: what was asked, else the noun's own, then the key that decides ties. */
export function orderOf(noun: Noun, items: readonly OrderItem[] | null | undefined): readonly SortKey[] {
  if (!items?.length) return noun.order;
  if (items.length > limits.orderKeys) {
    throw refuse('BAD_USER_INPUT', `orderBy takes at most ${limits.orderKeys} keys, got ${items.length}.`);
  }
  const keys = items.map((item) => requested(noun, item));
  return [...keys, ...tiebreak(noun.table)];
}

/** The same order from its other end. */
export const reversed = (keys: readonly SortKey[]): SortKey[] =>
  keys.map((key) => ({
    ...key,
    descending: !key.descending,
    nulls: key.nulls === 'first' ? 'last' : 'first',
  }));

/** The ORDER BY list of an order. */
export function orderSql(keys: readonly SortKey[], alias: string): string {
  return keys
    .map(
      ({ sql, descending, nulls, nullable }) =>
        `${sql(alias)}${descending ? ' DESC' : ''}${nullable ? ` NULLS ${nulls}` : ''}`,
    )
    .join(', ');
}
