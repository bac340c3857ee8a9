import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nouns } from '../../src/graph/nouns.js';
import { graphOn, type TestGraph } from '../support/ask.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';

let database: TestDatabase;
let graph: TestGraph;

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  graph = await graphOn(database.url);
}, 120_000);

afterAll(async () => {
  await graph?.close();
  await database?.drop();
});

const trust = 'motion/brent/2023-07-10/trust';

/** Asks and expects one statement and no error. */
async function ask(query: string, variables: Record<string, unknown> = {}) {
  const asked = await graph.ask(query, variables);
  expect([asked.errors, graph.faults]).toEqual([undefined, []]);
  expect(asked.statements).toHaveLength(1);
  return asked.data;
}

describe('a selection becomes one statement', () => {
  test('however deep lists and records nest', async () => {
    const { councils } = await ask(`{ councils(first: 5) { nodes { shortName
      motions(first: 5) { nodes { title clauses(first: 20) { nodes { address parent { address } asks { verb addressee { name } themes { name } } } } } } } } }`);
    expect(councils.nodes).toHaveLength(2);
    expect(
      councils.nodes[0].motions.nodes[0].clauses.nodes.map((each: { address: string }) => each.address),
    ).toEqual(['1', '2', '2.i', '2.ii']);
    expect(councils.nodes[0].motions.nodes[0].clauses.nodes[1].asks).toEqual([
      { verb: 'WRITE_TO', addressee: { name: 'Police' }, themes: [{ name: 'Search' }] },
      { verb: 'CALL_ON', addressee: { name: 'Mayor' }, themes: [] },
    ]);
  });

  test('with one list asked for twice, with other arguments', async () => {
    const { motion } = await ask(`{ motion(id: "${trust}") {
      first: clauses(first: 1) { nodes { address } totalCount }
      last: clauses(last: 1) { nodes { address } }
      demands: clauses(where: { asks: { some: { verb: { eq: CALL_ON } } } }) { nodes { address } totalCount } } }`);
    expect(motion).toEqual({
      first: { nodes: [{ address: '1' }], totalCount: 4 },
      last: { nodes: [{ address: '2.ii' }] },
      demands: { nodes: [{ address: '2' }], totalCount: 1 },
    });
  });

  test('with fragments, variables, skipped parts and other names, even __proto__', async () => {
    const { motion } = await ask(
      `query ($id: ID!, $no: Boolean!, $n: Int) { motion(id: $id) { ...Head __proto__: slug events(first: $n) { nodes { stage } } } }
       fragment Head on Motion { title council { ...Name } note @include(if: $no) }
       fragment Name on Council { shortName ... @skip(if: $no) { gssCode } }`,
      { id: trust, no: false, n: 1 },
    );
    expect(Object.entries(motion)).toEqual([
      ['title', 'Trust in policing'],
      ['council', { shortName: 'Brent', gssCode: 'E09000005' }],
      ['__proto__', 'trust'],
      ['events', { nodes: [{ stage: 'MOVED' }] }],
    ]);
  });

  test('two root fields are two statements, which see the same data on one connection', async () => {
    const asked = await graph.ask('{ councils { totalCount } motions { totalCount } }');
    expect(asked.data).toEqual({ councils: { totalCount: 2 }, motions: { totalCount: 4 } });
    expect(asked.statements).toHaveLength(2);
    const other = await graphOn(database.url);
    const fields = Array.from({ length: 20 }, (_, i) => `a${i}: parties { totalCount }`);
    expect((await other.ask(`{ ${fields.join(' ')} }`)).statements).toHaveLength(20);
    expect(other.store.pool.totalCount).toBe(1);
    await other.close();
  });

  test('answers side by side keep to their own connections and give them back', async () => {
    const one = '{ councils { totalCount } }';
    const several =
      '{ a: councils { totalCount } b: motions { totalCount } c: compare(review: "none") { rows { __typename } } }';
    const asked = Array.from({ length: 60 }, (_, i) => graph.graph.ask({ query: i % 2 ? one : several }));
    for (const { data, errors } of await Promise.all(asked)) {
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data)).toContain('{"totalCount":2}');
    }
    const { pool } = graph.store;
    for (let tries = 0; tries < 50 && pool.idleCount < pool.totalCount; tries++)
      await new Promise((done) => setTimeout(done, 20));
    expect([pool.idleCount, pool.waitingCount]).toEqual([pool.totalCount, 0]);
    expect(graph.faults).toEqual([]);
  });

  test('the same document with other values is the same statement, prepared', async () => {
    const query =
      'query ($id: ID!, $n: Int) { council(id: $id) { name wards(first: $n) { nodes { name } } } }';
    const first = await graph.ask(query, { id: 'council/brent', n: 5 });
    const second = await graph.ask(query, { id: 'council/southwark', n: 5 });
    expect(second.statements).toEqual(first.statements);
    expect(second.data.council).toEqual({ name: 'London Borough of Southwark', wards: { nodes: [] } });
    await graph.ask(query, { id: 'council/southwark', n: 5 });
    const { rows } = await graph.store.pool.query(
      'SELECT count(*)::int AS n FROM pg_prepared_statements WHERE statement = $1',
      [first.statements[0]],
    );
    expect(rows[0].n).toBe(1);
  });

  test('a total is counted only where it is asked for', async () => {
    const without = await graph.ask('{ motions { nodes { id } } }');
    expect(without.statements[0]).not.toMatch(/count\(/);
    const only = await graph.ask('{ motions(where: { title: { isNull: true } }) { totalCount } }');
    expect(only.data).toEqual({ motions: { totalCount: 1 } });
    expect(only.statements[0]).not.toMatch(/row_number/);
  });
});

describe('records', () => {
  test('a former id answers with the record and names itself', async () => {
    expect((await ask('{ council(id: "council/brent-old") { id formerIds } }')).council).toEqual({
      id: 'council/brent',
      formerIds: ['council/brent-old'],
    });
    expect((await ask('{ node(id: "council/brent-old") { id formerIds } }')).node.id).toBe('council/brent');
  });

  test('a removed record answers as its tombstone', async () => {
    const { node } = await ask(
      '{ node(id: "motion/brent/2020/gone") { __typename id ... on Tombstone { reason removedAt } } }',
    );
    expect(node).toEqual({
      __typename: 'Tombstone',
      id: 'motion/brent/2020/gone',
      reason: 'Recorded twice.',
      removedAt: '2026-11-02',
    });
  });

  test('nodes of several kinds keep the order asked, with null for what is not known', async () => {
    const { nodes } =
      await ask(`{ nodes(ids: ["theme/trust", "nothing", "council/brent", "theme/trust", "motion/none"]) {
      __typename id ... on Council { shortName } ... on Sourced { sources { title } } } }`);
    expect(nodes).toEqual([
      { __typename: 'Theme', id: 'theme/trust' },
      null,
      { __typename: 'Council', id: 'council/brent', shortName: 'Brent', sources: [{ title: 'Minutes' }] },
      { __typename: 'Theme', id: 'theme/trust' },
      null,
    ]);
  });

  test('amendments are left out of motions unless asked for', async () => {
    const { a, b, motion } = (
      await graph.ask(`{ a: motions { totalCount } b: motions(includeAmendments: true) { totalCount }
        motion(id: "${trust}") { amendments { nodes { title amends { title } } } } }`)
    ).data;
    expect([a.totalCount, b.totalCount]).toEqual([4, 5]);
    expect(motion.amendments.nodes).toEqual([
      { title: 'Amendment A', amends: { title: 'Trust in policing' } },
    ]);
  });

  test('ward and party are those printed, else those attested on the day, else null', async () => {
    const { motionPeople } =
      await ask(`{ motionPeople(where: { motion: { title: { eq: "Trust in policing" } } }) {
      nodes { name ward { name } party { name } } } }`);
    expect(motionPeople.nodes).toEqual([
      { name: 'Ann Ash', ward: { name: 'Dollis Hill' }, party: { name: 'Red' } },
      { name: 'Bo Birch', ward: { name: 'Alperton' }, party: { name: 'Blue' } },
      { name: 'Red Group', ward: null, party: null },
    ]);
    const undated = await ask('{ motionPerson(id: "person/brent/undated/parks/mover-1") { ward { name } } }');
    expect(undated.motionPerson).toEqual({ ward: null });
  });

  test('a list about a review says which councils were searched', async () => {
    const { review } =
      await ask(`{ review(id: "review/casey-2023") { citations(where: { direction: { eq: OPPOSES } }) {
      totalCount coverage { nodes { council { shortName } result } } } } }`);
    expect(review.citations).toEqual({
      totalCount: 0,
      coverage: {
        nodes: [
          { council: { shortName: 'Brent' }, result: 'FOUND' },
          { council: { shortName: 'Southwark' }, result: 'NOT_SEARCHED' },
        ],
      },
    });
  });

  test('recommendations stand by number, 2 before 10, unnumbered last', async () => {
    const { recommendations } = await ask('{ recommendations { nodes { number } } }');
    expect(recommendations.nodes.map((each: { number: string }) => each.number)).toEqual(['2', '10', null]);
  });
});

describe('filters', () => {
  test('contains ignores case, of any letter, and takes what means something to LIKE as characters', async () => {
    for (const [text, count] of [
      ['50% of it_is \\', 1],
      ['said ZOË', 1],
      ['50%it', 0],
      ['_t_is', 0],
    ] as const) {
      const { motions } = await ask(
        'query ($text: String) { motions(where: { note: { contains: $text } }) { totalCount } }',
        { text },
      );
      expect(motions.totalCount).toBe(count);
    }
  });

  test('NOT is what is left, records without a value too', async () => {
    const { motions } = await ask(
      '{ motions(where: { NOT: { title: { eq: "Trust in policing" } } }) { totalCount } }',
    );
    expect(motions.totalCount).toBe(3);
  });

  test('a word search finds forms of a word and narrows a list', async () => {
    const { clauses } = await ask(
      '{ clauses(search: "searching stops", where: { motion: { council: { slug: { eq: "brent" } } } }) { totalCount nodes { address } } }',
    );
    expect(clauses).toEqual({ totalCount: 2, nodes: [{ address: '2' }, { address: '2.i' }] });
  });
});

describe('search', () => {
  const query = `query ($q: String!, $types: [SearchType!], $first: Int, $after: String, $last: Int, $before: String) {
    search(query: $q, types: $types, first: $first, after: $after, last: $last, before: $before) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor rank highlights node { __typename ... on Node { id } } } } }`;

  test('ranks records of all kinds together, in one statement', async () => {
    const { search } = await ask(query, { q: '"stop and search"' });
    expect(search.totalCount).toBe(3);
    expect(search.edges.map(({ node }: { node: { __typename: string } }) => node.__typename)).toEqual([
      'Clause',
      'Clause',
      'Clause',
    ]);
    expect(search.edges[0].highlights[0]).toMatch(/\*\*[Ss]top\*\* and \*\*search\*\*/);
    const ranks = search.edges.map(({ rank }: { rank: number }) => rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
  });

  test('one kind alone, and names without endings', async () => {
    const { search } = await ask(query, { q: 'brent', types: ['COUNCIL'] });
    expect(search.edges.map(({ node }: { node: object }) => node)).toEqual([
      { __typename: 'Council', id: 'council/brent' },
    ]);
  });

  test('pages forwards and backwards meet every record once', async () => {
    const seen: string[] = [];
    let page = (await ask(query, { q: 'search OR trust OR council', first: 2 })).search;
    const total = page.totalCount;
    for (;;) {
      seen.push(...page.edges.map(({ node }: { node: { id: string } }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      page = (await ask(query, { q: 'search OR trust OR council', first: 2, after: page.pageInfo.endCursor }))
        .search;
    }
    expect(new Set(seen).size).toBe(total);
    const back: string[] = [];
    page = (await ask(query, { q: 'search OR trust OR council', last: 2 })).search;
    for (;;) {
      back.unshift(...page.edges.map(({ node }: { node: { id: string } }) => node.id));
      if (!page.pageInfo.hasPreviousPage) break;
      page = (
        await ask(query, { q: 'search OR trust OR council', last: 2, before: page.pageInfo.startCursor })
      ).search;
    }
    expect(back).toEqual(seen);
  });
});

describe('compare', () => {
  test('takes one statement, and one for each kind of record at a level', async () => {
    const asked =
      await graph.ask(`{ compare(review: "review/casey-2023", councils: ["council/brent", "council/southwark"]) {
      councils { shortName } coverage { result }
      rows { recommendation { number } cells { evidenceState
        position { direction evidence { clause { address motion { title } } event { outcome } source { title } citation { basis } } }
        suggested { clause { address } } } } } }`);
    expect(asked.errors).toBeUndefined();
    expect(asked.statements).toHaveLength(2);
    const { rows, councils, coverage } = asked.data.compare;
    expect([councils, coverage]).toEqual([
      [{ shortName: 'Brent' }, { shortName: 'Southwark' }],
      [{ result: 'FOUND' }, { result: 'NOT_SEARCHED' }],
    ]);
    expect(rows.map((row: { recommendation: { number: string } }) => row.recommendation.number)).toEqual([
      '2',
      '10',
      null,
    ]);
    const [brent, southwark] = rows[1].cells;
    expect(brent.position.evidence[0]).toEqual({
      clause: { address: '2.i', motion: { title: 'Trust in policing' } },
      event: { outcome: 'CARRIED' },
      source: { title: 'Minutes' },
      citation: { basis: 'PARAPHRASED' },
    });
    expect(southwark.position.direction).toBe('SUPPORTS_WITH_CONDITIONS');
  });

  test('other names and the same record in many cells are one statement more', async () => {
    const asked =
      await graph.ask(`{ compare(review: "review/casey-2023", councils: ["council/southwark", "council/brent"]) {
      all: rows { r: recommendation { t: title } cells { c: council { n: shortName } state: evidenceState } } } }`);
    expect(asked.statements).toHaveLength(2);
    expect(asked.data.compare.all[0].cells.map((each: { c: unknown }) => each.c)).toEqual([
      { n: 'Southwark' },
      { n: 'Brent' },
    ]);
  });

  test('an unknown review is null, an unknown council is refused by name', async () => {
    expect(
      (await graph.ask('{ compare(review: "review/none") { rows { recommendation { id } } } }')).data,
    ).toEqual({ compare: null });
    const refused = await graph.ask(
      '{ compare(review: "review/casey-2023", councils: ["council/x"]) { rows { recommendation { id } } } }',
    );
    expect(refused.errors?.[0]).toMatchObject({
      message: expect.stringContaining('council/x'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

test('status names the data and the contract', async () => {
  const { status } = await ask('{ status { dataVersion schemaVersion } }');
  expect(status.dataVersion).toBeGreaterThan(0);
  expect(status.schemaVersion).toMatch(/^[0-9a-f]{12}$/);
});

test.each([
  ['2022-05-05', ['bo/1']],
  ['2023-07-01', ['ann/1', 'bo/1']],
  ['2024-05-05', ['bo/1']],
  ['2026-05-02', []],
])('lists of memberships on %s those that are attested then, and none by guess', async (day, expected) => {
  const { data, errors } = await graph.ask(
    `query ($day: Date) { memberships(asOf: $day, where: { council: { id: { eq: "council/brent" } } }) { totalCount nodes { id } }
      council(id: "council/brent") { memberships(asOf: $day) { nodes { id } } } }`,
    { day },
  );
  expect(errors).toBeUndefined();
  const nodes = expected.map((id) => ({ id: `membership/brent/${id}` }));
  expect(data).toMatchObject({
    memberships: { totalCount: nodes.length, nodes: expect.arrayContaining(nodes) },
    council: { memberships: { nodes: expect.arrayContaining(nodes) } },
  });
});

test('where an order is said to be total, a constraint of the database makes it so', async () => {
  const { rows } = await graph.store.pool.query<{ name: string; columns: string[] }>(
    `SELECT i.indrelid::regclass::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
     WHERE i.indisunique AND i.indpred IS NULL AND a.attnotnull GROUP BY i.indexrelid, 1`,
  );
  const unique = rows.map(({ name, columns }) => [name, ...columns.toSorted()].join());
  const total = nouns.filter(({ options }) => options.isOrderTotal);
  expect(total.length).toBeGreaterThan(0);
  for (const { table, options } of total) {
    expect(unique).toContain([table.name, ...(options.order ?? []).toSorted()].join());
  }
});

test('a record of which only the id is asked for is read from the reference, without looking it up', async () => {
  const query = '{ clauses(first: 3) { nodes { motion { __typename id } parent { id } } } }';
  const joined = '{ clauses(first: 3) { nodes { motion { __typename id slug } parent { id seq } } } }';
  const [short, long] = await Promise.all([graph.ask({ query }), graph.ask({ query: joined })]);
  const ids = ({ data }: typeof short) =>
    (
      data as { clauses: { nodes: { motion: { id: string }; parent: { id: string } | null }[] } }
    ).clauses.nodes.map(({ motion, parent }) => [motion.id, parent?.id ?? null]);
  expect(ids(short)).toEqual(ids(long));
  expect(short.data).toMatchObject({ clauses: { nodes: [{ motion: { __typename: 'Motion' } }, {}, {}] } });
});
