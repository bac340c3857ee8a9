// Records by id, of one noun or of several in one statement. A former id answers with the record it was
// merged into, the id of a removed record with its tombstone.
import type { GraphQLResolveInfo } from 'graphql';
import { answer } from './answer.js';
import type { GraphContext } from './context.js';
import { Level } from './level.js';
import type { Noun } from './noun.js';
import { nounByIdPrefix, nounByType } from './nouns.js';
import { type Compiler, objectOf } from './plan.js';
import type { Selected } from './selection.js';
import { type Arguments, type Bound, type Read, type Row, rowsUnder } from './statement.js';

const givenIds = (bound: Bound): readonly string[] => (bound[0] as Arguments).ids as string[];

function compileWanted(compiler: Compiler, selected: Selected, noun: Noun, ids: string) {
  const level: Level = new Level(compiler.statement, noun, {
    from: (alias) =>
      `unnest(${ids}) WITH ORDINALITY w(id, i) LEFT JOIN redirect r ON r.old_id = w.id` +
      ` JOIN ${noun.table.name} ${alias} ON ${alias}.id = coalesce(r.new_id, w.id)`,
  });
  const place = level.value('w.i', 'integer');
  const object = objectOf(compiler, level, level.alias, noun, selected);
  return { level, place, object };
}

function compileRecords(compiler: Compiler, selected: Selected, nouns: readonly Noun[]): Read {
  const ids = compiler.statement.parameter('text[]', givenIds);
  const wanted = nouns.map((noun) => compileWanted(compiler, selected, noun, ids));
  return (_row, result) => {
    const found: unknown[] = Array.from(givenIds(result.bound), () => null);
    for (const { level, place, object } of wanted) {
      for (const row of rowsUnder(result, level.part, '')) {
        found[Number(place(row as Row, result)) - 1] = object(row, result);
      }
    }
    return found;
  };
}

/** The records of one noun for some ids, in their order; null where there is none. */
export function recordsOf(
  context: GraphContext,
  info: GraphQLResolveInfo,
  noun: Noun,
  ids: readonly string[],
) {
  const compile = (compiler: Compiler, selected: Selected) => compileRecords(compiler, selected, [noun]);
  return answer(context, info, compile, { ids }, noun.type) as Promise<unknown[]>;
}

const tombstone = nounByType.get('Tombstone') as Noun;

/** Records of any noun for some ids, in their order; null where nothing is known by an id. */
export function anyRecords(context: GraphContext, info: GraphQLResolveInfo, ids: readonly string[]) {
  const named = ids.map((id) => nounByIdPrefix.get(id.split('/', 1)[0] ?? ''));
  const nouns = [...new Set(named)].filter((noun): noun is Noun => noun !== undefined);
  const sorted = [...nouns.sort((a, b) => (a.type < b.type ? -1 : 1)), tombstone];
  const compile = (compiler: Compiler, selected: Selected) => compileRecords(compiler, selected, sorted);
  const kind = sorted.map((noun) => noun.type).join();
  return answer(context, info, compile, { ids }, kind) as Promise<unknown[]>;
}

/** Loads one record among the others of its place in the answer, all in one statement. */
export function loadRecord(context: GraphContext, info: GraphQLResolveInfo, noun: Noun, id: string) {
  return context.load(info, id, (ids) => recordsOf(context, info, noun, ids));
}
