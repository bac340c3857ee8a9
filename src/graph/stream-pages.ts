// All pages of one list, one after the other, for a document that asks for a single connection: the document
// is given a page size and a cursor of ours, under names that no document can hold.
import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
} from 'graphql';
import { type Column, columnsOf } from './columns.js';
import { costOf } from './cost.js';
import { fragmentsOf, keepCostLimits } from './document-limits.js';
import { refuse } from './errors.js';
import { type Execution, executeOperation, type WrittenData } from './execute.js';
import { limits } from './limits.js';
import { nouns } from './nouns.js';
import { type Document, type Selected, select } from './selection.js';
import type { Arguments } from './statement.js';

const afterName = ' after';
const pageKey = ' page';

/** A list to be read whole: its columns, and its document made to ask for one page after another. */
export interface PagedList {
  readonly columns: readonly Column[];
  /** Reads the page after a cursor, the first without one. */
  page(after: string | null): Promise<Page>;
}

/** Records as the graph answers them, and the cursor to go on from; null after the last page. */
export interface Page {
  readonly records: readonly unknown[];
  readonly next: string | null;
}

const one = 'ask for one list alone, such as { motions { nodes { id } } }';
const unfit = (message: string) => refuse('NOT_ACCEPTABLE', `To have a list streamed, ${message}.`);

const nameOf = (value: string): NameNode => ({ kind: Kind.NAME, value });
const fieldOf = (name: string): FieldNode => ({ kind: Kind.FIELD, name: nameOf(name) });

function listOf(document: Document, operation: OperationDefinitionNode): Selected {
  const [list, ...more] = select(document, document.schema.getQueryType() as GraphQLObjectType, [operation]);
  const isWritten = operation.selectionSet.selections.every(({ kind }) => kind === Kind.FIELD);
  const isList = list && nouns.some(({ options }) => options.many === list.name);
  if (!isList || more.length > 0 || !isWritten || list.nodes.length > 1) throw unfit(one);
  return list;
}

function nodesOf(document: Document, list: Selected): Selected {
  const type = getNamedType(list.definition.type) as GraphQLObjectType;
  const [nodes, ...more] = select(document, type, list.nodes);
  if (nodes?.name !== 'nodes' || more.length > 0) {
    throw unfit(`select nodes alone of ${list.key}: edges, pageInfo and totalCount have no place in a row`);
  }
  return nodes;
}

// `first` says how many records are read at a time; where the stream begins and ends is not to choose.
function sizeOf({ first, last, after, before }: Arguments): number {
  if ([last, after, before].some((each) => each !== undefined && each !== null)) {
    throw refuse('BAD_USER_INPUT', 'A streamed list is read whole: leave out last, after and before.');
  }
  return typeof first === 'number' ? first : limits.page;
}

function pagedField(field: FieldNode, size: number): FieldNode {
  const kept = (field.arguments ?? []).filter(({ name }) => name.value !== 'first' && name.value !== 'after');
  const argument = (name: string, value: ArgumentNode['value']): ArgumentNode => {
    return { kind: Kind.ARGUMENT, name: nameOf(name), value };
  };
  const page: FieldNode = {
    ...fieldOf('pageInfo'),
    alias: nameOf(pageKey),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [fieldOf('hasNextPage'), fieldOf('endCursor')] },
  };
  return {
    ...field,
    arguments: [
      ...kept,
      argument('first', { kind: Kind.INT, value: String(size) }),
      argument('after', { kind: Kind.VARIABLE, name: nameOf(afterName) }),
    ],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [...(field.selectionSet?.selections ?? []), page],
    },
  };
}

function pagedOperation(operation: OperationDefinitionNode, field: FieldNode): OperationDefinitionNode {
  return {
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
    variableDefinitions: [
      ...(operation.variableDefinitions ?? []),
      {
        kind: Kind.VARIABLE_DEFINITION,
        variable: { kind: Kind.VARIABLE, name: nameOf(afterName) },
        type: { kind: Kind.NAMED_TYPE, name: nameOf('String') },
      },
    ],
  };
}

/** Reads a validated operation as a list to be streamed; refuses what is none, or costs too much a page. */
export function pagedList(execution: Execution): PagedList {
  const { schema, document, operation, variables = {} } = execution;
  if (!operation) throw unfit(one);
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) throw refuse('BAD_USER_INPUT', errors?.[0]?.message ?? 'A variable cannot be used.');
  const around = { schema, fragments: fragmentsOf(document), variables: coerced };
  const list = listOf(around, operation);
  const nodes = nodesOf(around, list);
  const [field] = list.nodes as [FieldNode];
  const size = sizeOf(getArgumentValues(list.definition, field, coerced));
  const paged = pagedOperation(operation, pagedField(field, size));
  keepCostLimits(costOf(around, paged.selectionSet));
  const type = getNamedType(nodes.definition.type) as GraphQLObjectType;
  return {
    columns: columnsOf(around, type, nodes.nodes),
    async page(after) {
      const given = { ...variables, [afterName]: after };
      const result = await executeOperation({ ...execution, operation: paged, variables: given });
      if (result.errors?.[0]) throw result.errors[0];
      const data = (result.data as unknown as WrittenData).toJSON() as Record<
        string,
        Record<string, unknown>
      >;
      const found = data[list.key] as Record<string, unknown>;
      const { hasNextPage, endCursor } = found[pageKey] as { hasNextPage: boolean; endCursor: string };
      return { records: found[nodes.key] as unknown[], next: hasNextPage ? endCursor : null };
    },
  };
}
