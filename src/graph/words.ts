// The vocabularies as GraphQL enums: upper case in the contract, the stored word inside.
import { registerEnumType } from 'type-graphql';
import { published, type Vocabulary } from '../domain/vocabulary.js';

type WordEnum = Record<string, string>;

const registered = new Map<string, WordEnum>();
const vocabularies = new Set<string>();

/** Registers an enum once under its name, each value with its sentence. */
export function enumOf(
  name: string,
  description: string,
  meaning: Record<string, string>,
  spell = published,
): WordEnum {
  const known = registered.get(name);
  if (known) return known;
  const values = Object.keys(meaning);
  const made = Object.fromEntries(values.map((value) => [spell(value), value]));
  const told = values.map((value) => [spell(value), { description: meaning[value] as string }]);
  registered.set(name, made);
  registerEnumType(made, { name, description, valuesConfig: Object.fromEntries(told) });
  return made;
}

/** The enum of a vocabulary, for a field's type. */
export function words(list: Vocabulary): WordEnum {
  vocabularies.add(list.name);
  return enumOf(list.name, list.description, list.meaning);
}

/** The name an enum was registered under. */
export function enumName(made: unknown): string {
  for (const [name, known] of registered) if (known === made) return name;
  throw new Error('the type of a field is neither a scalar nor a registered enum');
}

/** Whether an enum of this name holds words of the record, which are values and never shape a statement. */
export const isVocabulary = (name: string): boolean => vocabularies.has(name);
