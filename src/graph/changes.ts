// The feed of changes: every change of a published record since a data version, from the revision log. A cursor
// names a change for good, so a reader comes back with the last one and gets what is new.
import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isObjectType,
} from 'graphql';
import { Arg, Args, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { change, changeReason } from '../domain/vocabulary.js';
import type { GraphContext } from './context.js';
import { decodeCursor, encodeCursor, hashList } from './cursor.js';
import type { SortKey } from './field.js';
import { connectionMembers, edgeMembers, pageMembers } from './listing.js';
import { makeArguments, makeObject } from './make.js';
import { isBackward, pageSides, pageSize, takePage } from './page.js';
import { Compiler } from './plan.js';
import { readRoot, writeRoot } from './root.js';
import { DateTime } from './scalars.js';
import type { Selected } from './selection.js';
import type { Arguments, Row } from './statement.js';
import { encodeWord, listText, type Write } from './text.js';
import { words } from './words.js';

const ChangeKind = words(change);
const ChangeReason = words(changeReason);

const Change = makeObject('Change', 'One change of one record, and why it was made.', {
  table: { type: () => String, about: 'The table of the store, for example motion or ward_source.' },
  id: {
    type: () => ID,
    about: 'The id of the record; for a row without an id the parts of its key with spaces between them.',
  },
  kind: { type: () => ChangeKind, about: 'What happened to it.' },
  into: { type: () => ID, about: 'The id of the record it was merged into.', nullable: true },
  reason: { type: () => ChangeReason, about: 'Why.' },
  note: { type: () => String, about: 'What was being done, in words.' },
  columns: { type: () => [String], about: 'The columns that changed; empty unless it was changed.' },
  changedAt: { type: () => DateTime, about: 'When the changing transaction began.' },
  dataVersion: { type: () => Int, about: 'The data version that holds the change.' },
});

const edge = makeObject(
  'ChangeEdge',
  'One change of a page.',
  edgeMembers(() => Change),
);
const { totalCount: _none, ...members } = connectionMembers(
  () => Change,
  () => edge,
);
const connection = makeObject('ChangeConnection', 'A page of the feed of changes, oldest first.', members);
const page = makeArguments(pageMembers);

// The feed is one list whatever it is asked since, so that a cursor stays good.
const list = hashList(['changes']);
const keys: readonly SortKey[] = [
  { sql: (alias) => `${alias}.seq`, kind: 'integer', nullable: false, descending: false, nulls: 'last' },
];

// The log is in the order of data versions, so what came since one begins at a place in it.
const sql = (backward: boolean) => `
  SELECT r.seq, r.entity, r.record_id, r.operation, d.new_id, r.reason, r.note,
    (SELECT json_agg(k ORDER BY k) FROM jsonb_object_keys(r.after) k),
    to_char(r.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), r.data_version
  FROM revision r LEFT JOIN redirect d ON d.old_id = r.record_id AND r.operation = 'delete'
  WHERE r.seq >= (SELECT min(s.seq) FROM revision s
      WHERE s.data_version = (SELECT min(v.data_version) FROM revision v WHERE v.data_version > $1::bigint))
    AND r.seq > $2::bigint AND ($3::bigint IS NULL OR r.seq < $3::bigint)
  ORDER BY r.seq ${backward ? 'DESC' : ''} LIMIT $4::int`;

const operations: Record<string, string> = { insert: 'added', update: 'changed', delete: 'removed' };

type Plain = Readonly<Record<string, unknown>>;

function changeOf(row: Row): Plain {
  const [, table, id, operation, into, reason, note, columns, changedAt, dataVersion] = row;
  return {
    ...{ table, id, into, reason, note, changedAt },
    kind: into === null ? operations[String(operation)] : 'merged',
    columns: columns ? (JSON.parse(columns) as string[]) : [],
    dataVersion: Number(dataVersion),
  };
}

function pageOf(rows: readonly Row[], sides: ReturnType<typeof pageSides>): Plain {
  const edges = rows.map((row) => ({
    cursor: encodeCursor(list, [row[0] as string]),
    node: changeOf(row),
  }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      ...sides,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

writeRoot('changes', async (context, asked) => {
  const compiler = new Compiler(asked);
  const { definition, nodes } = asked.selected;
  const args: Arguments = getArgumentValues(definition, nodes[0] as FieldNode, asked.variables);
  const place = (cursor: unknown) =>
    cursor === null || cursor === undefined ? null : (decodeCursor(cursor, list, keys)[0] as string);
  const backward = isBackward(args);
  const found = await context.session.run({
    text: sql(backward),
    values: [args.since, place(args.after) ?? 0, place(args.before), pageSize(args) + 1],
    name: backward ? 'changes_backward' : 'changes',
  });
  const { rows, more } = takePage(found, args);
  const type = getNamedType(definition.type) as GraphQLObjectType;
  return writerOf(
    compiler,
    type,
    compiler.fieldsOf(asked.selected),
  )(pageOf(rows, pageSides(args, more)), null);
});

// What a page holds is small and made of plain values, so it is written by its types alone.
function writerOf(
  compiler: Compiler,
  type: GraphQLObjectType,
  fields: readonly Selected[],
): Write<Plain, null> {
  return compiler.object<Plain, null>(type, fields, (field) => {
    const named = getNamedType(field.definition.type);
    const write = isObjectType(named) ? writerOf(compiler, named, compiler.fieldsOf(field)) : null;
    const encode = encodeWord(named) ?? JSON.stringify;
    return (from) => {
      const value = from[field.name] ?? null;
      if (value === null) return 'null';
      if (!write) return Array.isArray(value) ? JSON.stringify(value) : encode(value as string);
      return Array.isArray(value) ? listText(value as Plain[], write, null) : write(value as Plain, null);
    };
  });
}

/** The feed of changes. */
@Resolver()
export class ChangesRoot {
  @Query(() => connection, {
    description: 'Every change of the record since a data version, oldest first, each with its reason.',
  })
  changes(
    @Arg('since', () => Int, {
      defaultValue: 0,
      description: 'Only what changed after this data version, for example that of a snapshot.',
    })
    _since: number,
    @Args(() => page) _args: object,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readRoot(context, info);
  }
}
