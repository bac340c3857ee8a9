// The limits a document must keep by its looks alone: nesting, other names, directives.
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { refuse } from './errors.js';
import { limits } from './limits.js';

/** The fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const found: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) found[each.name.value] = each;
  }
  return found;
}

const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type';

function depthOf(
  fragments: Record<string, FragmentDefinitionNode>,
  operation: OperationDefinitionNode,
): number {
  const known = new Map<string, number>();
  const deepest = (set: SelectionSetNode): number => Math.max(0, ...set.selections.map(depthOfNode));
  const ofFragment = (name: string): number => {
    const depth = known.get(name) ?? (fragments[name] ? deepest(fragments[name].selectionSet) : 0);
    known.set(name, depth);
    return depth;
  };
  const depthOfNode = (node: SelectionSetNode['selections'][number]): number => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    if (node.kind === Kind.INLINE_FRAGMENT) return deepest(node.selectionSet);
    if (isIntrospection(node.name.value)) return 1;
    return 1 + (node.selectionSet ? deepest(node.selectionSet) : 0);
  };
  return deepest(operation.selectionSet);
}

function countOf(document: DocumentNode): { fields: number; aliases: number; directives: number } {
  const counts = { fields: 0, aliases: 0, directives: 0 };
  visit(document, {
    Field(node) {
      counts.fields += 1;
      if (node.alias) counts.aliases += 1;
    },
    Directive() {
      counts.directives += 1;
    },
  });
  return counts;
}

function keep(
  limit: 'depth' | 'fields' | 'aliases' | 'directives' | 'variablesDepth' | 'cost' | 'nodes',
  asked: number,
  words: string,
): void {
  if (asked <= limits[limit]) return;
  throw refuse('QUERY_TOO_COMPLEX', `${words} ${asked}; the limit is ${limits[limit]}.`, {
    limit,
    maximum: limits[limit],
    asked,
  });
}

// Apollo keeps documents it has seen, so what is true of one need not be found out again.
const kept = new WeakSet<OperationDefinitionNode>();

/** Refuses a document that nests too deep or holds too many fields, other names or directives. */
export function keepDocumentLimits(document: DocumentNode, operation: OperationDefinitionNode): void {
  if (kept.has(operation)) return;
  const { fields, aliases, directives } = countOf(document);
  keep('fields', fields, 'The fields of the document are');
  keep('aliases', aliases, 'The fields under another name are');
  keep('directives', directives, 'The directives are');
  keep('depth', depthOf(fragmentsOf(document), operation), 'The nesting of the document is');
  kept.add(operation);
}

/** Refuses values nested so deep that graphql-js, which reads them by recursion, would run out of its stack. */
export function keepVariablesLimit(variables: Readonly<Record<string, unknown>>): void {
  let level: unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth += 1) {
    keep('variablesDepth', depth, 'The nesting of the variables is at least');
    level = level.flatMap((value) => Object.values(value as object)).filter(isNested);
  }
}

const isNested = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Refuses an operation that costs too much or can answer with too many records. */
export function keepCostLimits({ cost, nodes }: { cost: number; nodes: number }): void {
  keep('cost', cost, 'The cost of the operation is');
  keep('nodes', nodes, 'The records the operation can answer with are');
}
