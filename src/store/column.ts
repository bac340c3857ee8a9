// The column kinds every table is made of. Each takes the one sentence that the database comment,
// the SDL, the data dictionary and the CSV metadata all print.
import { p } from '@mikro-orm/core';
import type { Vocabulary } from '../domain/vocabulary.js';

type Target = Parameters<typeof p.manyToOne>[0];

/** The readable path that is the record's id in every face. */
export const id = (about: string) => p.text().primary().comment(about);

/** Words; never empty, null where the source does not say. */
export const text = (about: string) => p.text().comment(about);

/** A whole number. */
export const integer = (about: string) => p.integer().comment(about);

/** A yes or no that is always known. */
export const flag = (about: string) => p.boolean().comment(about);

/** An ISO day, as text in programs: a council's dates have no time zone. */
export const day = (about: string) => p.type('date').$type<string>().comment(about);

/** An instant in UTC. */
export const instant = (about: string) => p.type('timestamptz').$type<string>().comment(about);

/** One word of a closed list. */
export const word = <V extends string>(list: Vocabulary<V>, about: string) =>
  p.enum(list.values as readonly V[]).comment(about);

/** The id of a record of another table; a record that is pointed at cannot be deleted. */
export const to = <T extends Target>(target: T, about: string) =>
  p.manyToOne(target).mapToPk().deleteRule('no action').comment(about);

/** Part of a bridge table's key: the id of a record of another table. */
export const keyTo = <T extends Target>(target: T, about: string) =>
  p.manyToOne(target).mapToPk().primary().deleteRule('no action').comment(about);

/** The words full-text search finds a record by, kept by the database and never published. */
export const words = () => p.type('tsvector').$type<string>().generated('always').nullable().hidden().lazy();
