// Executes an operation: every root field that is written as text by its writer, the texts put together
// as they are. Where a field has to be resolved (introspection), graphql-js executes all of the operation.
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isNonNullType,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';
import type { GraphContext } from './context.js';
import { isPosed, pose } from './operation.js';
import { readField, writerOf } from './root.js';
import { isTypeName, type Selected } from './selection.js';

/** The data of an answer, already as JSON text. */
export class WrittenData {
  constructor(readonly text: string) {}

  /** The same as objects, for whoever asks without HTTP. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** An operation to execute. */
export interface Execution {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly context: GraphContext;
}

/** Executes an operation that was validated before. */
export async function executeOperation(execution: Execution): Promise<ExecutionResult> {
  const { operation, context } = execution;
  if (!operation) return resolveAll(execution);
  const isMeasured = context.posed?.operation === operation;
  const posed = isMeasured ? context.posed : pose({ ...execution, operation });
  if (!posed || !isPosed(posed)) return resolveAll(execution);
  const { fields } = posed.shaped;
  if (!fields.every((field) => isTypeName(field) || writerOf(field.name))) return resolveAll(execution);
  const write = async (selected: Selected) => {
    if (isTypeName(selected)) return '"Query"';
    return writerOf(selected.name)?.(context, { ...posed, selected, path: selected.key }) ?? 'null';
  };
  return join(fields, await Promise.allSettled(fields.map(write)));
}

function resolveAll({ schema, document, operationName, variables, context }: Execution) {
  return execute({
    schema,
    document,
    operationName,
    variableValues: variables,
    contextValue: context,
    fieldResolver: readField as GraphQLFieldResolver<unknown, unknown>,
  });
}

// As the specification has it: a field that failed is null, and its parent with it where it may not be.
function join(
  fields: readonly Selected[],
  settled: readonly PromiseSettledResult<string>[],
): ExecutionResult {
  const errors: GraphQLError[] = [];
  let isNull = false;
  const members = fields.map((field, index) => {
    const result = settled[index] as PromiseSettledResult<string>;
    if (result.status === 'fulfilled') return `${JSON.stringify(field.key)}:${result.value}`;
    errors.push(locatedError(result.reason, field.nodes, [field.key]));
    isNull ||= isNonNullType(field.definition.type);
    return `${JSON.stringify(field.key)}:null`;
  });
  const data = isNull ? null : (new WrittenData(`{${members}}`) as unknown as Record<string, unknown>);
  return errors.length ? { errors, data } : { data };
}

/** The text of a whole answer. */
export function stringifyResult({ errors, data, extensions }: FormattedExecutionResult): string {
  if (!(data instanceof WrittenData)) return `${JSON.stringify({ errors, data, extensions })}\n`;
  const before = errors ? `"errors":${JSON.stringify(errors)},` : '';
  const after = extensions ? `,"extensions":${JSON.stringify(extensions)}` : '';
  return `{${before}"data":${data.text}${after}}\n`;
}
