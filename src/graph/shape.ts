// The shape of variables: everything about them that decides which statement answers a document. Values
// that only become parameters (text, numbers, days, words of the record) leave no trace in it.

import type { TypeNode } from 'graphql';
import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { limits } from './limits.js';
import { isVocabulary } from './words.js';

// A page's size is written into the statement; larger numbers can only be values.
const isPageSize = (value: number): boolean => value > 0 && value <= limits.page;

function shapeOf(type: GraphQLInputType, value: unknown): string {
  if (isNonNullType(type)) return shapeOf(type.ofType, value);
  if (value === undefined) return '';
  if (value === null) return '0';
  if (isListType(type)) {
    const items = Array.isArray(value) ? value : [value];
    return `[${items.map((item) => shapeOf(type.ofType, item)).join()}]`;
  }
  if (isInputObjectType(type)) {
    const given = value as Record<string, unknown>;
    const fields = Object.values(type.getFields()).filter(({ name }) => given[name] !== undefined);
    return `{${fields.map((field) => `${field.name}:${shapeOf(field.type, given[field.name])}`).join()}}`;
  }
  if (isEnumType(type)) return isVocabulary(type.name) ? '$' : JSON.stringify(value);
  if (typeof value === 'number') return isPageSize(value) ? String(value) : '$';
  return typeof value === 'boolean' ? String(value) : '$';
}

/** The shape of an operation's variables, as text. */
export function variablesShape(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string {
  return (operation.variableDefinitions ?? [])
    .map(({ variable, type }) => {
      const found = typeFromAST(schema, type as TypeNode) as GraphQLInputType | undefined;
      return found ? shapeOf(found, variables[variable.name.value]) : '';
    })
    .join(';');
}
