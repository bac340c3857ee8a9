// The input types of filters: one per kind of value, and one per noun.
import { ID, Int } from 'type-graphql';
import type { FieldMap, Late, TypeClass } from './field.js';
import { limits } from './limits.js';
import { type Member, makeInput } from './make.js';
import type { Noun } from './noun.js';
import { DateScalar, DateTime, URI } from './scalars.js';
import { enumName } from './words.js';

const optional = (type: Late<unknown>, about: string): Member => ({ type, about, nullable: true });
const isNull = optional(() => Boolean, 'Whether the value is null.');
const oneOf = (type: Late<unknown>) =>
  optional(() => [type()] as unknown, `Equal to one of these; at most ${limits.filterItems}.`);
const range = (type: Late<unknown>) => ({
  gte: optional(type, 'This or later in order.'),
  lte: optional(type, 'This or earlier in order.'),
});

const eq = (type: Late<unknown>) => optional(type, 'Equal to this.');
const contains = optional(
  () => String,
  'Contains these characters; upper and lower case make no difference.',
);
const text = { eq: eq(() => String), oneOf: oneOf(() => String), contains, isNull };

const leaves = new Map<unknown, TypeClass>([
  [ID, makeInput('IdFilterInput', 'Conditions on an id.', { eq: eq(() => ID), oneOf: oneOf(() => ID) })],
  [String, makeInput('TextFilterInput', 'Conditions on words.', text)],
  [URI, makeInput('UriFilterInput', 'Conditions on an address.', text)],
  [
    Int,
    makeInput('IntFilterInput', 'Conditions on a whole number.', {
      eq: eq(() => Int),
      oneOf: oneOf(() => Int),
      ...range(() => Int),
      isNull,
    }),
  ],
  [Boolean, makeInput('BooleanFilterInput', 'Conditions on a yes or no.', { eq: eq(() => Boolean) })],
  [
    DateScalar,
    makeInput('DateFilterInput', 'Conditions on a day.', {
      eq: eq(() => DateScalar),
      ...range(() => DateScalar),
      isNull,
    }),
  ],
  [
    DateTime,
    makeInput('DateTimeFilterInput', 'Conditions on an instant.', { ...range(() => DateTime), isNull }),
  ],
]);

/** The filter type of a kind of value; enums get one of their own. */
export function leafFilter(type: unknown): TypeClass {
  const known = leaves.get(type);
  if (known) return known;
  const name = enumName(type);
  const members = { eq: eq(() => type), oneOf: oneOf(() => type), isNull };
  const made = makeInput(`${name}FilterInput`, `Conditions on a ${name}.`, members);
  leaves.set(type, made);
  return made;
}

/** The name of the filter that asks whether a reference is there: `parent` → `hasParent`. */
export const presence = (name: string): string => `has${name[0]?.toUpperCase()}${name.slice(1)}`;

/** The filter types of every noun, by its class. */
export interface FilterTypes {
  where: Map<TypeClass, TypeClass>;
  list: Map<TypeClass, TypeClass>;
}

function members(name: string, field: FieldMap, types: FilterTypes): Record<string, Member> {
  const made: Record<string, Member> = {};
  if (field.is === 'column') {
    const leaf = leafFilter(field.type());
    made[name] = optional(() => leaf, field.about);
  }
  if (field.is === 'one') {
    made[name] = optional(() => types.where.get(field.to()), field.about);
    if (field.nullable)
      made[presence(name)] = optional(() => Boolean, `Whether there is one: ${field.about}`);
  }
  if (field.is === 'many' || field.is === 'list') {
    made[name] = optional(() => types.list.get(field.to()), field.about);
  }
  return made;
}

/** Makes the filter types of all nouns. */
export function makeFilterTypes(nouns: readonly Noun[]): FilterTypes {
  const types: FilterTypes = { where: new Map(), list: new Map() };
  for (const noun of nouns) {
    const self = () => types.where.get(noun.target);
    const name = `${noun.type}WhereInput`;
    const fields = [...noun.fields].map(([field, map]) => members(field, map, types));
    const logic = {
      AND: optional(() => [self()] as unknown, 'All of these hold.'),
      OR: optional(() => [self()] as unknown, 'At least one of these holds.'),
      NOT: optional(self, 'This does not hold.'),
    };
    types.where.set(
      noun.target,
      makeInput(
        name,
        `Conditions on a ${noun.type}; all that are given must hold.`,
        Object.assign({}, ...fields, logic),
      ),
    );
    types.list.set(
      noun.target,
      makeInput(`${noun.type}ListFilterInput`, `Conditions on a list of ${noun.type}.`, {
        some: optional(self, 'At least one item satisfies this.'),
        none: optional(self, 'No item satisfies this.'),
      }),
    );
  }
  return types;
}
