// Answers a root field: finds its compiled plan by document, operation, field and shape of variables,
// or compiles it, and runs its one statement.
import { type GraphQLResolveInfo, getArgumentValues, type OperationDefinitionNode } from 'graphql';
import type { GraphContext } from './context.js';
import { limits } from './limits.js';
import { Compiler, type Plan } from './plan.js';
import type { Document, Selected } from './selection.js';
import { variablesShape } from './shape.js';
import type { Answer, Arguments } from './statement.js';

/** A field under way: what is selected of it, in which document, and where it stands in the answer. */
export interface Asked extends Document {
  readonly operation: OperationDefinitionNode;
  readonly selected: Selected;
  readonly path: string;
}

/** Compiles what a field selects; called only when no plan of that shape is kept. */
export type Compile<T> = (compiler: Compiler, selected: Selected) => (answer: Answer) => T;

interface Kept {
  readonly plan: Plan<unknown>;
  uses: number;
}

// Plans live as long as their document, which Apollo keeps in a bounded store of its own.
const kept = new WeakMap<OperationDefinitionNode, Map<string, Kept>>();

/** The field a resolver of graphql-js answers. */
export function askedBy(info: GraphQLResolveInfo): Asked {
  const definition = info.parentType.getFields()[info.fieldName];
  if (!definition) throw new Error(`${info.parentType.name} has no field ${info.fieldName}`);
  const { schema, fragments, operation, variableValues: variables } = info;
  const selected = { key: String(info.path.key), name: info.fieldName, definition, nodes: info.fieldNodes };
  return {
    schema,
    fragments,
    operation,
    variables,
    selected,
    path: `read back ${pathOf(info)}`,
    isReadBack: true,
  };
}

function pathOf({ path }: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = path; at; at = at.prev) {
    if (typeof at.key === 'string') keys.push(at.key);
  }
  return keys.join('.');
}

/** The arguments of a field. */
export function argumentsOf({ selected, variables }: Asked): Arguments {
  const [node] = selected.nodes;
  if (!node) throw new Error(`${selected.key} is written nowhere`);
  return getArgumentValues(selected.definition, node, variables);
}

function planOf(asked: Asked, compile: Compile<unknown>, kind: string): Kept {
  const { schema, operation, variables } = asked;
  const plans = kept.get(operation) ?? new Map<string, Kept>();
  kept.set(operation, plans);
  const key = [asked.path, kind, variablesShape(schema, operation, variables)].join('|');
  const known = plans.get(key);
  if (known) return known;
  const compiler = new Compiler(asked);
  const made = { plan: compiler.finish(compile(compiler, asked.selected)), uses: 0 };
  if (plans.size >= limits.compiledStatements) plans.delete(plans.keys().next().value as string);
  plans.set(key, made);
  return made;
}

// A statement is prepared from its second use on: one that never comes again would only fill memory.
function nameOf(entry: Kept): string | undefined {
  entry.uses += 1;
  return entry.uses > 1 ? entry.plan.name : undefined;
}

/**
 * Answers a field with one statement. `given` are values beside its arguments, `kind` whatever else shapes
 * the plan beside the document and its variables.
 */
export async function answer<T>(
  context: GraphContext,
  asked: Asked,
  compile: Compile<T>,
  given: Arguments = {},
  kind = '',
): Promise<T> {
  const entry = planOf(asked, compile, kind);
  const plan = entry.plan as Plan<T>;
  const bound = plan.bind(asked.variables, given);
  const rows = await context.session.run({ text: plan.sql, values: plan.values(bound), name: nameOf(entry) });
  return plan.write(rows, bound);
}
