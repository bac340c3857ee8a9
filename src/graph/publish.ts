// Declares the nouns to type-graphql. It runs once per process, because type-graphql keeps one list of
// metadata per process.
import { Args, Field, ObjectType } from 'type-graphql';
import type { FieldMap, ManyField, TypeClass } from './field.js';
import { makeFilterTypes } from './filter-types.js';
import { listingOf, makeListing } from './listing.js';
import { interfacesOf } from './node.js';
import { type Noun, nounOf } from './noun.js';
import { nouns } from './nouns.js';

function publishMany(noun: Noun, name: string, { to, beside, everything, about }: ManyField): void {
  const listing = listingOf(nounOf(to()));
  const type = () => (beside ? listing.searched : listing.connection) as TypeClass;
  Field(type, { description: about })(noun.target.prototype, name);
  Args(() => (everything ? listing.argsOfAll : listing.args))(noun.target.prototype, name, 0);
}

// The interfaces declare these, with their sentences.
const inherited = new Set(['formerIds', 'sources']);

function publishField(noun: Noun, name: string, field: Exclude<FieldMap, ManyField>): void {
  const several = field.is === 'list' || field.is === 'values';
  const item = (
    field.is === 'column' || field.is === 'values' ? field.type : field.to
  ) as () => typeof String;
  const nullable = field.is === 'column' || field.is === 'one' ? field.nullable : false;
  Field(several ? () => [item()] : item, { description: field.about, nullable })(noun.target.prototype, name);
}

let published = false;

/** Declares every noun; further calls do nothing. */
export function publishNouns(): void {
  if (published) return;
  published = true;
  const filters = makeFilterTypes(nouns);
  for (const noun of nouns) makeListing(noun, filters);
  for (const noun of nouns) {
    const options = { description: noun.about, implements: interfacesOf(noun), simpleResolvers: true };
    ObjectType(noun.type, options)(noun.target);
    for (const [name, field] of noun.fields) {
      if (field.is === 'many') publishMany(noun, name, field);
      else if (!inherited.has(name)) publishField(noun, name, field);
    }
  }
}
