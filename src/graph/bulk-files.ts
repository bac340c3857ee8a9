// The files of the newest snapshot that hold what an operation asks for, for whoever needs all of it: every refusal
// of a limit names them.
import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { searched } from './hits.js';
import { nouns } from './nouns.js';

/** Where the newest snapshot is told of whole. */
export const bulkFolder = '/data/';

const fileOf = (table: string): string => `${bulkFolder}latest/csv/${table}.csv`;
const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const files = new Map<string | undefined, readonly string[]>([
  ...nouns.flatMap(({ options: { one, many } }) =>
    [one, many].map((root) => [root, many === undefined ? [] : [fileOf(snakeCase(many))]] as const),
  ),
  ['compare', [fileOf('flat_positions')]],
  ['search', searched.map(({ options }) => fileOf(snakeCase(String(options.many))))],
]);

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

function rootsOf({ selections }: SelectionSetNode, fragments: Fragments, seen: Set<string>): string[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node.name.value];
    if (node.kind === Kind.INLINE_FRAGMENT) return rootsOf(node.selectionSet, fragments, seen);
    const { value: name } = node.name;
    const set = fragments[name]?.selectionSet;
    // Documents that were refused may hold circles.
    if (!set || seen.has(name)) return [];
    return rootsOf(set, fragments, seen.add(name));
  });
}

// Apollo keeps documents it has seen.
const known = new WeakMap<OperationDefinitionNode, readonly string[]>();

/** The files of every root field of an operation; the folder of all where no file holds a field. */
export function bulkFilesOf(
  operation: OperationDefinitionNode | undefined,
  fragments: () => Fragments,
): readonly string[] {
  if (!operation) return [bulkFolder];
  const kept = known.get(operation);
  if (kept) return kept;
  const roots = rootsOf(operation.selectionSet, fragments(), new Set());
  const found = roots
    .filter((root) => !root.startsWith('__'))
    .flatMap((root) => files.get(root) ?? [bulkFolder]);
  const distinct = found.length === 0 ? [bulkFolder] : [...new Set(found)];
  known.set(operation, distinct);
  return distinct;
}

const helped = new Set([
  'QUERY_TOO_COMPLEX',
  'PAGE_TOO_LARGE',
  'QUERY_TIMEOUT',
  'RATE_LIMITED',
  'UNAVAILABLE',
]);

/** What a refusal says of files: the first of them, and all. Nothing where files would not help. */
export function helpOf(code: unknown, paths: readonly string[] = [bulkFolder]): object {
  return helped.has(String(code)) ? { snapshot: paths[0], files: paths } : {};
}
