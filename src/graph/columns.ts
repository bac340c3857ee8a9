// What is selected of a record, as columns: to-one records flat under dotted names, lists as they are.
import { type GraphQLObjectType, getNamedType, getNullableType, isListType, isObjectType } from 'graphql';
import { type Document, type Selected, select } from './selection.js';

/** One column: its name, the response keys that lead to its value, and whether the value is a list. */
export interface Column {
  readonly name: string;
  readonly keys: readonly string[];
  readonly isList: boolean;
}

function columnsOfField(document: Document, field: Selected, above: readonly string[]): Column[] {
  const keys = [...above, field.key];
  const type = getNamedType(field.definition.type);
  const isPlural = isListType(getNullableType(field.definition.type)) || type.name.endsWith('Connection');
  if (isObjectType(type) && !isPlural) return columnsOf(document, type, field.nodes, keys);
  return [{ name: keys.join('.'), keys, isList: isPlural }];
}

/** The columns of a record of a type, in the order of its selection. */
export function columnsOf(
  document: Document,
  type: GraphQLObjectType,
  nodes: Selected['nodes'],
  above: readonly string[] = [],
): Column[] {
  return select(document, type, nodes).flatMap((field) => columnsOfField(document, field, above));
}

/** The value of a column in a record; null where a record on the way to it is. */
export function cellOf(record: unknown, { keys }: Column): unknown {
  return keys.reduce((at, key) => (at as Record<string, unknown> | null)?.[key] ?? null, record);
}
