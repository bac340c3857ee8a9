// Records by id, of one noun or of several in one statement. A former id answers with the record it was
// merged into, the id of a removed record with its tombstone.
import { type Asked, answer, type Compile } from './answer.js';
import type { GraphContext } from './context.js';
import { Level } from './level.js';
import type { Noun } from './noun.js';
import { nounByIdPrefix, nounByType } from './nouns.js';
import { type Compiler, objectOf } from './plan.js';
import type { Selected } from './selection.js';
import { type Arguments, atRoot, type Bound, rowsUnder } from './statement.js';

const givenIds = (bound: Bound): readonly string[] => (bound[0] as Arguments).ids as string[];

// One id is a row of its own: PostgreSQL expects ten rows of an array it does not know.
function wantedSql({ statement }: Compiler, single: boolean): string {
  if (!single) return `unnest(${statement.parameter('text[]', givenIds)}) WITH ORDINALITY w(id, i)`;
  return `(VALUES (${statement.parameter('text', (bound) => givenIds(bound)[0])}, 1)) w(id, i)`;
}

/** Compiles the records of a noun whose ids stand in `wanted`, a FROM item w(id, i). */
export function compileWanted(compiler: Compiler, selected: Selected, noun: Noun, wanted: string) {
  const level: Level = new Level(compiler.statement, noun, {
    from: (alias) =>
      `${wanted} LEFT JOIN redirect r ON r.old_id = w.id` +
      ` JOIN ${noun.table.name} ${alias} ON ${alias}.id = coalesce(r.new_id, w.id)`,
  });
  const place = level.raw('w.i', 'integer');
  const object = objectOf(compiler, level, level.alias, noun, selected);
  return { level, place, object };
}

function compileRecords(nouns: readonly Noun[], single: boolean): Compile<string[]> {
  return (compiler, selected) => {
    const sql = wantedSql(compiler, single);
    const wanted = nouns.map((noun) => compileWanted(compiler, selected, noun, sql));
    return (answered) => {
      const found = givenIds(answered.bound).map(() => 'null');
      for (const { level, place, object } of wanted) {
        for (const row of rowsUnder(answered, level.part, atRoot)) {
          found[Number(place(row)) - 1] = object(row, answered);
        }
      }
      return found;
    };
  };
}

function records(
  context: GraphContext,
  asked: Asked,
  nouns: readonly Noun[],
  ids: readonly string[],
): Promise<string[]> {
  const single = ids.length === 1;
  const kind = [single ? 'one' : 'many', ...nouns.map((noun) => noun.type)].join();
  return answer(context, asked, compileRecords(nouns, single), { ids }, kind);
}

/** The records of one noun for some ids, in their order, each as text; null where there is none. */
export function recordsOf(context: GraphContext, asked: Asked, noun: Noun, ids: readonly string[]) {
  return records(context, asked, [noun], ids);
}

const tombstone = nounByType.get('Tombstone') as Noun;

/** Records of any noun for some ids, in their order, each as text; null where nothing is known by an id. */
export function anyRecords(context: GraphContext, asked: Asked, ids: readonly string[]) {
  const named = ids.map((id) => nounByIdPrefix.get(id.split('/', 1)[0] ?? ''));
  const nouns = [...new Set(named)].filter((noun): noun is Noun => noun !== undefined);
  return records(context, asked, [...nouns.sort((a, b) => (a.type < b.type ? -1 : 1)), tombstone], ids);
}
