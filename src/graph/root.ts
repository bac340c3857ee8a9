// Root fields that answer as text. graphql-js calls their resolvers only beside fields that are not
// written so (introspection); then it reads the text back, so that there is one way to answer.
import { type GraphQLFieldResolver, type GraphQLResolveInfo, getNullableType, isEnumType } from 'graphql';
import { type Asked, askedBy } from './answer.js';
import type { GraphContext } from './context.js';
import { typeKey } from './plan.js';

/** Answers a root field with JSON text. */
export type WriteRoot = (context: GraphContext, asked: Asked) => Promise<string>;

const written = new Map<string, WriteRoot>();

/** How a root field is written; undefined where graphql-js has to resolve it. */
export const writerOf = (field: string): WriteRoot | undefined => written.get(field);

/** Says how a root field is written. */
export function writeRoot(field: string, write: WriteRoot): void {
  written.set(field, write);
}

/** Resolves a written root field for graphql-js. */
export async function readRoot(context: GraphContext, info: GraphQLResolveInfo): Promise<unknown> {
  const write = written.get(info.fieldName);
  if (!write) throw new Error(`nothing writes the root field ${info.fieldName}`);
  return JSON.parse(await write(context, askedBy(info)));
}

/** The concrete type of an object that is read back. */
export const resolveType = (value: object): string | undefined =>
  (value as Record<string, string | undefined>)[typeKey];

/** Reads a field of an object that is read back: by response key, words by their published names. */
export const readField: GraphQLFieldResolver<Record<string, unknown>, unknown> = (
  source,
  _args,
  _context,
  { path, returnType },
) => {
  const value = source[path.key];
  const type = getNullableType(returnType);
  return value !== null && isEnumType(type) ? type.parseValue(value) : value;
};
