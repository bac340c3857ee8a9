// Answers a root field: finds its compiled plan by document, operation, field and shape of variables,
// or compiles it, and runs its one statement.
import type { GraphQLResolveInfo, OperationDefinitionNode } from 'graphql';
import type { GraphContext } from './context.js';
import { limits } from './limits.js';
import { Compiler, type Plan } from './plan.js';
import type { Selected } from './selection.js';
import { variablesShape } from './shape.js';
import type { Arguments, Read } from './statement.js';

/** Compiles what a field selects; called only when no plan of that shape is kept. */
export type Compile = (compiler: Compiler, selected: Selected) => Read;

interface Kept {
  readonly plan: Plan;
  uses: number;
  prepared: boolean;
}

// Plans live as long as their document, which Apollo keeps in a bounded store of its own.
const kept = new WeakMap<OperationDefinitionNode, Map<string, Kept>>();
let prepared = 0;

function selectedBy(info: GraphQLResolveInfo): Selected {
  const definition = info.parentType.getFields()[info.fieldName];
  if (!definition) throw new Error(`${info.parentType.name} has no field ${info.fieldName}`);
  return { key: String(info.path.key), name: info.fieldName, definition, nodes: info.fieldNodes };
}

function planOf(info: GraphQLResolveInfo, compile: Compile, kind: string): Kept {
  const { schema, fragments, operation, variableValues: variables } = info;
  const plans = kept.get(operation) ?? new Map<string, Kept>();
  kept.set(operation, plans);
  const key = [pathOf(info), kind, variablesShape(schema, operation, variables)].join('|');
  const known = plans.get(key);
  if (known) return known;
  const compiler = new Compiler({ schema, fragments, variables });
  const made = { plan: compiler.finish(compile(compiler, selectedBy(info))), uses: 0, prepared: false };
  if (plans.size >= limits.compiledStatements) plans.delete(plans.keys().next().value as string);
  plans.set(key, made);
  return made;
}

function pathOf({ path }: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = path; at; at = at.prev) {
    if (typeof at.key === 'string') keys.push(at.key);
  }
  return keys.join('.');
}

// A statement is prepared from its second use on: one that never comes again would only fill memory.
function nameOf(entry: Kept): string | undefined {
  entry.uses += 1;
  if (!entry.prepared && entry.uses > 1 && prepared < limits.preparedStatements) {
    entry.prepared = true;
    prepared += 1;
  }
  return entry.prepared ? entry.plan.name : undefined;
}

/**
 * Answers a field with one statement. `given` are values the resolver adds, `kind` whatever else shapes
 * the plan beside the document and its variables.
 */
export async function answer(
  context: GraphContext,
  info: GraphQLResolveInfo,
  compile: Compile,
  given: Arguments = {},
  kind = '',
): Promise<unknown> {
  const entry = planOf(info, compile, kind);
  const { plan } = entry;
  const bound = plan.bind(info.variableValues, given);
  const rows = await context.session.run({ text: plan.sql, values: plan.values(bound), name: nameOf(entry) });
  return plan.read(rows, bound);
}
