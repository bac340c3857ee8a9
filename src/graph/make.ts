// Types made from the nouns instead of written out: connections, filters, orders, arguments. Each is a
// class that exists only to carry type-graphql's declarations.
import 'reflect-metadata';
import { Args, ArgsType, Field, InputType, ObjectType } from 'type-graphql';
import type { Late, TypeClass } from './field.js';

/** One member of a made type. A type in brackets is a list of non-null items. */
export interface Member {
  type: Late<unknown>;
  about: string;
  nullable?: boolean;
  defaultValue?: unknown;
  /** Its own arguments, of an output field. */
  args?: Late;
}

type Members = Record<string, Member>;

function withMembers(members: Members): TypeClass {
  const Made = class {};
  for (const [name, { type, about, nullable = false, defaultValue, args }] of Object.entries(members)) {
    const options = { description: about, nullable, ...(defaultValue === undefined ? {} : { defaultValue }) };
    Field(type as Parameters<typeof Field>[0] as () => typeof String, options)(Made.prototype, name);
    if (args) Args(args)(Made.prototype, name, 0);
  }
  return Made;
}

/** Makes an object type; its fields only read properties. */
export function makeObject(name: string, about: string, members: Members): TypeClass {
  const made = withMembers(members);
  ObjectType(name, { description: about, simpleResolvers: true })(made);
  return made;
}

/** Makes an input type; every member is optional unless it says otherwise. */
export function makeInput(name: string, about: string, members: Members): TypeClass {
  const made = withMembers(members);
  InputType(name, { description: about })(made);
  return made;
}

/** Makes the arguments of a field. */
export function makeArguments(members: Members): TypeClass {
  const made = withMembers(members);
  ArgsType()(made);
  return made;
}
