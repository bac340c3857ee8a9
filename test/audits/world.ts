// A small world in which every rule holds: two councils, one review, one carried motion with an amendment
// that was lost. Audits break one thing of it at a time; exporters publish it with hard text in it.
import { writeRecords } from '../../src/importers/run.js';
import { description } from '../../src/store/describe.js';
import { openStore } from '../../src/store/store.js';
import type { TableName } from '../../src/store/tables.js';
import { deriveTextMatches } from '../../src/store/text-matches.js';
import { writing } from '../../src/store/write.js';

type Values = Record<string, string | number | boolean | null>;

export const motion = 'southwark/2023-03-22/safer';
const review = 'review/casey-2023';
const source = 'source/minutes';

const nouns: readonly (readonly [TableName, readonly Values[]])[] = [
  ['licence', [{ id: 'licence/open', name: 'Open licence', url: null, summary: 'Anyone may use it.' }]],
  [
    'source',
    [
      {
        ...{ id: source, title: 'Minutes', kind: 'council_document', url: 'https://example.org/minutes' },
        ...{ published_precision: 'unknown', completeness: 'full', licence_id: 'licence/open' },
        retrieved_at: '2026-11-01T12:00:00.123Z',
        // Everything a CSV reader can trip over, in one cell.
        note: 'Said "yes", they did;\r\nCafe\u0301, £5 – =1+1\n\n',
      },
    ],
  ],
  ['theme', [{ id: 'theme/funding', name: 'Funding' }]],
  ['council', [council('southwark', 'Southwark', 'E09000028'), council('brent', 'Brent', 'E09000005')]],
  ['councillor', [{ id: 'councillor/southwark/ann-lee', name: 'Ann Lee', sort_name: null }]],
  [
    'body',
    [
      {
        id: 'body/southwark/assembly',
        council_id: 'council/southwark',
        name: 'Assembly',
        kind: 'full_council',
      },
      { id: 'body/brent/council', council_id: 'council/brent', name: 'Full Council', kind: 'full_council' },
    ],
  ],
  [
    'meeting',
    [
      {
        ...{ id: 'meeting/southwark/2023-03-22/assembly', council_id: 'council/southwark' },
        ...{ body_id: 'body/southwark/assembly', held_on: '2023-03-22', date_precision: 'day' },
      },
    ],
  ],
  [
    'membership',
    [
      {
        ...{ id: 'membership/southwark/ann-lee/1', councillor_id: 'councillor/southwark/ann-lee' },
        ...{ council_id: 'council/southwark', role: 'councillor', start_date: '2022-05-05' },
      },
    ],
  ],
  ['organisation', [{ id: 'organisation/met', name: 'Metropolitan Police', kind: 'police' }]],
  [
    'review',
    [
      {
        ...{ id: review, title: 'The Casey Review', short_name: 'Casey Review', slug: 'casey-2023' },
        ...{ reviewer: 'Louise Casey', published_on: '2023-03-21', date_precision: 'day' },
        recommendation_count: 2,
      },
    ],
  ],
  ['recommendation', [recommendation('reset', '10'), recommendation('vetting', '2')]],
  [
    'motion',
    [
      {
        ...{ id: `motion/${motion}`, council_id: 'council/southwark', slug: 'safer', title: 'Safer' },
        ...{ kind: 'members_motion', text_status: 'full', date: '2023-03-22', date_precision: 'day' },
      },
      {
        ...{ id: `motion/${motion}/amendment-a`, council_id: 'council/southwark', slug: 'amendment-a' },
        ...{ title: 'Amendment A', kind: 'amendment', text_status: 'summary_only', date: '2023-03-22' },
        ...{ date_precision: 'day', amends_id: `motion/${motion}` },
      },
    ],
  ],
  [
    'motion_event',
    [
      event(motion, 1, 'amendment_decided', { amendment_id: `motion/${motion}/amendment-a` }),
      event(motion, 2, 'decided', {
        ...{ authoritative: true, outcome: 'carried', decision_mode: 'recorded_vote' },
        ...{
          votes_for: 1,
          votes_against: 0,
          votes_abstain: 0,
          meeting_id: 'meeting/southwark/2023-03-22/assembly',
        },
      }),
      event(`${motion}/amendment-a`, 1, 'decided', { authoritative: true, outcome: 'lost' }),
    ],
  ],
  [
    'vote',
    [
      {
        ...{ id: `vote/${motion}/decided/ann-lee`, event_id: `event/${motion}/decided` },
        ...{ councillor_id: 'councillor/southwark/ann-lee', option: 'for' },
      },
    ],
  ],
  [
    'clause',
    [
      clause('1', { seq: 1, lead_in: 'The council resolves' }),
      clause('1.a', { seq: 2, parent_id: `clause/${motion}/1`, text: 'to act', text_status: 'as_decided' }),
    ],
  ],
  [
    'ask',
    [
      {
        ...{ id: `ask/${motion}/1.a/1`, clause_id: `clause/${motion}/1.a`, seq: 1, verb: 'call_on' },
        ...{ actor_id: 'organisation/met', addressee_id: 'organisation/met' },
        ...{ object: 'reset it', state: 'unknown', review_state: 'drafted', coded_by: 'test' },
      },
    ],
  ],
  [
    'citation',
    [
      {
        ...{ id: `citation/${motion}/1.a/reset`, clause_id: `clause/${motion}/1.a`, review_id: review },
        ...{ recommendation_id: 'recommendation/casey-2023/reset', direction: 'supports', basis: 'named' },
        ...{
          strength: 'calls_on_others',
          scope: 'as_recommended',
          review_state: 'drafted',
          coded_by: 'test',
        },
      },
    ],
  ],
  ['coverage', [coverage('southwark', 'found'), coverage('brent', 'searched_none_found')]],
];

function council(slug: string, name: string, gss: string): Values {
  const names = { id: `council/${slug}`, name: `London Borough of ${name}`, short_name: name, slug };
  return { ...names, gss_code: gss, type: 'london_borough' };
}

function recommendation(slug: string, number: string): Values {
  const name = { id: `recommendation/casey-2023/${slug}`, review_id: review, slug, title: `The ${slug}` };
  return { ...name, number, number_status: 'unverified', summary_status: 'unverified' };
}

function event(path: string, seq: number, stage: string, more: Values): Values {
  return {
    ...{ id: `event/${path}/${stage.replace('_', '-')}`, motion_id: `motion/${path}`, seq, stage },
    ...{ body_id: 'body/southwark/assembly', occurred_on: '2023-03-22', date_precision: 'day' },
    ...{ decision_mode: 'not_stated' },
    ...more,
  };
}

function clause(address: string, more: Values): Values {
  return {
    ...{ id: `clause/${motion}/${address}`, motion_id: `motion/${motion}`, address, label: address },
    ...{ kind: 'notes', stance: 'states' },
    ...{ summary: 'What it says.', text_status: 'summary_only', wording: 'as_decided', source_id: source },
    ...more,
  };
}

function coverage(slug: string, result: string): Values {
  const what = { id: `coverage/${slug}/casey-2023`, council_id: `council/${slug}`, review_id: review };
  return { ...what, result, searched_on: '2026-11-01', date_precision: 'month', method: 'by hand' };
}

const sourced: readonly TableName[] = [
  ...(['council', 'councillor', 'body', 'meeting', 'membership', 'organisation', 'review'] as const),
  ...(['recommendation', 'motion', 'motion_event', 'coverage'] as const),
];

// What the world does not flag is not so: a new flag needs no line here.
function unflagged(table: TableName): Values {
  const flags = description(table).columns.filter(({ kind, nullable }) => kind === 'boolean' && !nullable);
  return Object.fromEntries(flags.map(({ name }) => [name, false]));
}

/** Writes the world into a migrated database. */
export async function fillWorld(url: string): Promise<void> {
  const bridges = nouns
    .filter(([table]) => sourced.includes(table))
    .map(([table, rows]): [TableName, Values[]] => [
      `${table}_source` as TableName,
      rows.map((row) => ({ [`${table}_id`]: String(row.id), source_id: source })),
    ]);
  const records = [...nouns, ...bridges].flatMap(([table, rows]) =>
    rows.map((row) => ({
      table,
      row: { ...unflagged(table), ...row },
      at: { path: `the test world’s ${table}` },
    })),
  );
  const store = openStore(url);
  try {
    await writing(store, { by: 'test', reason: 'not_stated', note: 'a world to test on' }, (writer) =>
      writeRecords(writer, records),
    );
    await deriveTextMatches(store);
  } finally {
    await store.close();
  }
}
