// Answers a root field: finds its plan among what is compiled of the operation, or compiles it, and runs its
// one statement.
import { type GraphQLResolveInfo, getArgumentValues } from 'graphql';
import type { GraphContext } from './context.js';
import { compiledOf, type Posed, poseCoerced } from './operation.js';
import { Compiler, type Plan } from './plan.js';
import type { Selected } from './selection.js';
import type { Answer, Arguments } from './statement.js';

/** A field under way: what is selected of it, in which operation, and where it stands in the answer. */
export interface Asked extends Posed {
  readonly selected: Selected;
  readonly path: string;
}

/** Compiles what a field selects; called only when no plan of that shape is kept. */
export type Compile<T> = (compiler: Compiler, selected: Selected) => (answer: Answer) => T;

interface Kept {
  readonly plan: Plan<unknown>;
  uses: number;
}

/** The field a resolver of graphql-js answers. */
export function askedBy(info: GraphQLResolveInfo): Asked {
  const definition = info.parentType.getFields()[info.fieldName];
  if (!definition) throw new Error(`${info.parentType.name} has no field ${info.fieldName}`);
  const selected = { key: String(info.path.key), name: info.fieldName, definition, nodes: info.fieldNodes };
  return {
    ...poseCoerced({ ...info, variables: info.variableValues }),
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
  return compiledOf(asked, `${asked.path}|${kind}`, () => {
    const compiler = new Compiler(asked);
    return { plan: compiler.finish(compile(compiler, asked.selected)), uses: 0 };
  });
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
