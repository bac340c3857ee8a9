// An operation as it is asked with the variables of one request. What is found out of it is kept for every
// request that looks the same: by document, operation, and shape of the variables.
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { type Cost, costOf } from './cost.js';
import { fragmentsOf } from './document-limits.js';
import { limits } from './limits.js';
import { type Document, type Selected, select } from './selection.js';
import { variablesShape } from './shape.js';

/** What is kept of an operation for one shape of its variables. */
export interface Shaped {
  /** Its root fields. */
  readonly fields: readonly Selected[];
  cost?: Cost;
  /** What is compiled of it, by root field and whatever else shapes that. */
  readonly compiled: Map<string, unknown>;
}

/** An operation with the variables of one request, coerced. */
export interface Posed extends Document {
  readonly operation: OperationDefinitionNode;
  readonly shaped: Shaped;
}

interface Known {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly shapes: Map<string, Shaped>;
}

// It lives as long as its document, which Apollo keeps in a bounded store of its own.
const known = new WeakMap<OperationDefinitionNode, Known>();

type Values = Readonly<Record<string, unknown>>;

/** An operation to pose, with variables as they were sent. */
export interface Posing {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables?: Values | undefined;
}

/** Poses an operation; where its variables cannot be used, answers why. */
export function pose(posing: Posing): Posed | readonly GraphQLError[] {
  const { schema, document, operation, variables = {} } = posing;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return errors;
  const fragments = known.get(operation)?.fragments ?? fragmentsOf(document);
  return poseCoerced({ schema, fragments, operation, variables: coerced });
}

/** Whether an operation could be posed. */
export const isPosed = (posed: Posed | readonly GraphQLError[]): posed is Posed => !Array.isArray(posed);

/** Poses an operation whose variables are coerced. */
export function poseCoerced(posing: Omit<Posed, 'shaped'>): Posed {
  const { schema, fragments, operation, variables } = posing;
  const { shapes } = known.get(operation) ?? remember(operation, fragments);
  const shape = variablesShape(schema, operation, variables);
  const shaped = shapes.get(shape) ?? keep(shapes, shape, shapedOf(posing));
  return { schema, fragments, operation, variables, shaped };
}

function remember(operation: OperationDefinitionNode, fragments: Known['fragments']): Known {
  const made: Known = { fragments, shapes: new Map() };
  known.set(operation, made);
  return made;
}

function shapedOf(posing: Omit<Posed, 'shaped'>): Shaped {
  const query = posing.schema.getQueryType() as GraphQLObjectType;
  return { fields: select(posing, query, [posing.operation]), compiled: new Map() };
}

function keep(shapes: Map<string, Shaped>, shape: string, made: Shaped): Shaped {
  if (shapes.size >= limits.compiledStatements) shapes.delete(shapes.keys().next().value as string);
  shapes.set(shape, made);
  return made;
}

/** What an operation costs. Refuses a page that is out of range, whose size no shape tells. */
export function costOfPosed(posed: Posed): Cost {
  const { shaped, operation } = posed;
  shaped.cost ??= costOf(posed, operation.selectionSet);
  return shaped.cost;
}

/** What is compiled of an operation under a name, made where it is not. */
export function compiledOf<T>({ shaped }: Posed, name: string, make: () => T): T {
  const found = shaped.compiled.get(name);
  if (found !== undefined) return found as T;
  const made = make();
  shaped.compiled.set(name, made);
  return made;
}
