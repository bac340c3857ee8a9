// The answer is written as JSON text straight from rows. A document is compiled once into writers: what
// never changes (braces, keys, type names) is text already, what a row holds is encoded as it is read.
import { type GraphQLNamedType, isEnumType } from 'graphql';
import type { ColumnKind } from '../store/describe.js';

/** Writes one value of the answer: from what it stands in, and from all that was asked for with it. */
export type Write<From, All> = (from: From, all: All) => string;

/** One member of an object: its response key, and its text or what writes it. */
export type Member<From, All> = readonly [key: string, value: string | Write<From, All>];

/** Writes an object; members whose text is known become part of its fixed text. */
export function objectOfMembers<From, All>(members: readonly Member<From, All>[]): Write<From, All> {
  const heads: string[] = [];
  const writes: Write<From, All>[] = [];
  let fixed = '{';
  members.forEach(([key, value], index) => {
    fixed += `${index ? ',' : ''}${JSON.stringify(key)}:`;
    if (typeof value === 'string') {
      fixed += value;
      return;
    }
    heads.push(fixed);
    writes.push(value);
    fixed = '';
  });
  const tail = `${fixed}}`;
  return (from, all) => {
    let text = '';
    for (let i = 0; i < writes.length; i += 1) text += heads[i] + (writes[i] as Write<From, All>)(from, all);
    return text + tail;
  };
}

/** Writes a list. */
export function listText<From, All>(items: readonly From[], write: Write<From, All>, all: All): string {
  let text = '[';
  for (let i = 0; i < items.length; i += 1) text += (i ? ',' : '') + write(items[i] as From, all);
  return `${text}]`;
}

type Encode = (text: string) => string;

const quoted: Encode = JSON.stringify;

/** How a column's text is written as JSON. */
const encoders: Record<ColumnKind, Encode> = {
  text: quoted,
  date: (text) => `"${text}"`,
  integer: (text) => text,
  boolean: (text) => (text.startsWith('t') ? 'true' : 'false'),
  instant: (text) => `"${new Date(text).toISOString()}"`,
  json: quoted,
  search: quoted,
};

/** How a word of the record is written: by its published name. */
export function encodeWord(type: GraphQLNamedType): Encode | null {
  if (!isEnumType(type)) return null;
  const words = new Map(type.getValues().map(({ name, value }) => [String(value), JSON.stringify(name)]));
  return (word) => {
    const text = words.get(word);
    if (text === undefined) throw new Error(`${type.name} has no word for ${word}`);
    return text;
  };
}

/** How a value of a column is written where it is published as a type. */
export const encoderOf = (kind: ColumnKind, type: GraphQLNamedType): Encode =>
  encodeWord(type) ?? encoders[kind];
