// What records have in common: an id that never changes, former ids, and the sources that show them.
import 'reflect-metadata';
import { Field, ID, InterfaceType } from 'type-graphql';
import { described, description } from '../store/describe.js';
import type { TableName } from '../store/tables.js';
import type { FieldMap } from './field.js';
import { linkOf } from './field.js';
import type { Noun } from './noun.js';
import { resolveType } from './root.js';
import { Source } from './source.js';

const about = {
  id: 'Stable id, the same string in the tables, in JSON and in addresses; treat it as opaque.',
  formerIds: 'Ids this record had before records were merged into it.',
  sources: 'The sources that show this record.',
};

@InterfaceType('Node', {
  description: 'A record with an id of its own.',
  resolveType,
  autoRegisterImplementations: true,
})
export abstract class Node {
  @Field(() => ID, { description: about.id })
  id!: string;

  @Field(() => [ID], { description: about.formerIds })
  formerIds!: string[];
}

@InterfaceType('Sourced', { description: 'A record that names the sources it rests on.', resolveType })
export abstract class Sourced {
  @Field(() => [Source], { description: about.sources })
  sources!: Source[];
}

const hasId = ({ table }: Noun): boolean => table.key.length === 1 && table.key[0] === 'id';

function sourcesOf({ table, options }: Noun): FieldMap | null {
  const bridge = `${table.name}_source` as TableName;
  const own = described.has(bridge)
    ? { through: { table: bridge, near: `${table.name}_id`, far: 'source_id' } }
    : options.sources;
  return own ? { is: 'list', to: () => Source, link: linkOf(own), about: about.sources, size: 2 } : null;
}

const formerIds: FieldMap = {
  is: 'values',
  type: () => ID,
  about: about.formerIds,
  size: 1,
  rows: (key) =>
    `SELECT r.old_id AS value FROM ${description('redirect').name} r WHERE r.new_id = ${key} ORDER BY 1`,
};

/** The fields a noun has because of what it is, by name. */
export function inheritedFields(noun: Noun): Record<string, FieldMap> {
  const sources = sourcesOf(noun);
  return { ...(hasId(noun) ? { formerIds } : {}), ...(sources ? { sources } : {}) };
}

/** The interfaces a noun implements. */
export function interfacesOf(noun: Noun): (typeof Node | typeof Sourced)[] {
  return [...(hasId(noun) ? [Node] : []), ...(noun.fields.get('sources')?.is === 'list' ? [Sourced] : [])];
}
