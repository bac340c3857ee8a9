import { beforeAll, expect, test } from '@jest/globals';
import type { SeedRecord } from '../../src/importers/seeds/content.js';
import { readSeeds } from '../../src/importers/seeds/read.js';

const southwark = 'southwark/2023-03-22/safer-southwark-communities';
const brent = 'brent/2023-07-10/casey-review-metropolitan-police';

let records: SeedRecord[];
beforeAll(async () => {
  ({ records } = await readSeeds('seeds'));
});

const rows = (table: string) => records.filter((record) => record.table === table).map(({ row }) => row);

const clausesOf = (motion: string) => rows('clause').filter((row) => row.motion_id === `motion/${motion}`);

/** Each clause as one line: address, kind, stance, and its citations as slug, basis, strength, scope. */
function outline(motion: string): string[] {
  return clausesOf(motion).map(({ id, address, kind, stance }) => {
    const cited = rows('citation').filter((row) => row.clause_id === id);
    const said = cited.map(({ recommendation_id, direction, basis, strength, scope }) => {
      const what = recommendation_id ? String(recommendation_id).split('/').at(-1) : 'all';
      return `${direction} ${what} (${basis}, ${strength}, ${scope})`;
    });
    return [`${address} ${kind} ${stance}`, ...said].join(' | ');
  });
}

/** Each ask as one line. */
function asks(motion: string): string[] {
  const short = (id: unknown) => (id ? String(id).slice('organisation/'.length) : '-');
  return rows('ask')
    .filter((row) => String(row.clause_id).startsWith(`clause/${motion}/`))
    .map((row) => {
      const address = String(row.clause_id).split('/').at(-1);
      const themes = rows('ask_theme').filter((link) => link.ask_id === row.id);
      const about = themes.map((link) => String(link.theme_id).slice('theme/'.length)).join(', ');
      return `${address} ${short(row.actor_id)} ${row.verb} ${short(row.addressee_id)} [${about}] ${row.state}`;
    });
}

function events(motion: string): string[] {
  return rows('motion_event')
    .filter((row) => row.motion_id === `motion/${motion}`)
    .map((row) =>
      [row.stage, row.occurred_on ?? 'undated', row.outcome ?? '-', row.authoritative ?? false].join(' '),
    );
}

test('five motions on the Casey Review are held, and the two amendments to them', () => {
  expect(rows('motion').map((row) => [row.id, row.kind, row.text_status])).toEqual([
    [`motion/${brent}`, 'non_executive_debate', 'partial'],
    ['motion/greenwich/2023-07-19/casey-2023', 'not_stated', 'summary_only'],
    ['motion/islington/2023-09-28/casey-2023', 'not_stated', 'summary_only'],
    [`motion/${merton}/amendment-a`, 'amendment', 'summary_only'],
    [`motion/${merton}`, 'members_motion', 'partial'],
    [`motion/${southwark}/amendment-a`, 'amendment', 'summary_only'],
    [`motion/${southwark}`, 'themed_debate', 'full'],
  ]);
});

const merton = 'merton/undated/a-police-service-people-can-trust-and-that-is-responsive-and-accountable';

test('Southwark is read clause by clause', () => {
  expect(outline(southwark)).toMatchInlineSnapshot(`
[
  "1 heading none",
  "1.a thanks_or_welcomes states",
  "1.b notes states | supports apology-and-consent (paraphrased, states_view, narrower)",
  "1.c concern_or_condemnation states",
  "1.d notes states | notes_only vetting (thematic, notes, narrower)",
  "1.e concern_or_condemnation states | notes_only apology-and-consent (thematic, notes, narrower)",
  "1.f thanks_or_welcomes states",
  "1.g notes demands | supports all (collective_all, states_view, as_recommended)",
  "1.h notes reports_action | notes_only borough-based-frontline (thematic, notes, different_means)",
  "1.i notes states | notes_only borough-based-frontline (paraphrased, notes, narrower)",
  "2 heading none",
  "2.a resolves_self commits | supports all (collective_all, commits_own_action, as_recommended)",
  "2.b directs_executive demands",
  "2.b.i directs_executive demands | supports apology-and-consent (paraphrased, directs_own_body, narrower)",
  "2.b.ii directs_executive demands | supports stop-and-search-reset (paraphrased, directs_own_body, narrower)",
  "2.b.iii directs_executive demands | supports stop-and-search-reset (paraphrased, directs_own_body, narrower) | supports apology-and-consent (paraphrased, directs_own_body, different_means)",
  "2.b.iv directs_executive demands | supports commissioner-powers (paraphrased, directs_own_body, narrower)",
  "2.b.v directs_executive demands | supports all (collective_all, directs_own_body, as_recommended)",
  "2.c directs_committee demands | supports all (collective_all, directs_own_body, as_recommended) | supports london-policing-board (thematic, directs_own_body, different_means) | supports transparency-and-management-board (thematic, directs_own_body, different_means) | supports independent-progress-reviews (thematic, directs_own_body, different_means)",
  "2.d resolves_self commits",
]
`);
});

test('Southwark has nine notes, four resolves and five requests to its Cabinet', () => {
  const addresses = clausesOf(southwark).map((row) => String(row.address));
  expect(addresses.filter((address) => /^1\.[a-i]$/.test(address))).toHaveLength(9);
  expect(addresses.filter((address) => /^2\.[a-d]$/.test(address))).toHaveLength(4);
  expect(addresses.filter((address) => /^2\.b\./.test(address))).toEqual([
    '2.b.i',
    '2.b.ii',
    '2.b.iii',
    '2.b.iv',
    '2.b.v',
  ]);
  const inferred = clausesOf(southwark).filter((row) => row.address_inferred);
  expect(inferred.map((row) => row.address)).toEqual(['2.b.i']);
});

test('Southwark asks eight things, and reports one that was done', () => {
  expect(asks(southwark)).toMatchInlineSnapshot(`
[
  "1.h southwark write_to commissioner-of-the-metropolitan-police [borough-working] done",
  "2.a southwark/all-councillors write_to metropolitan-police [] unknown",
  "2.b.i southwark/leader-and-cabinet hold_to_account metropolitan-police [consent] unknown",
  "2.b.ii southwark/leader-and-cabinet maintain_or_extend southwark/youth-advisory-group-and-encounter-panels [stop-and-search, oversight] unknown",
  "2.b.iii southwark/leader-and-cabinet maintain_or_extend southwark/youth-independent-advisory-group [oversight] unknown",
  "2.b.iv southwark/leader-and-cabinet write_to home-secretary [dismissal] unknown",
  "2.b.v southwark/leader-and-cabinet hold_to_account metropolitan-police [] unknown",
  "2.c southwark request southwark/scrutiny-committee-and-commission [oversight] in_progress",
  "2.d southwark campaign uk-government [funding] unknown",
]
`);
});

test('Southwark was carried, referred, agreed by Cabinet and noted by scrutiny; the amendment was lost', () => {
  expect(events(southwark)).toEqual([
    'on_agenda 2023-03-22 - false',
    'debated 2023-03-22 - false',
    'amendment_decided 2023-03-22 - false',
    'decided 2023-03-22 carried true',
    'referred_to_executive 2023-03-22 - false',
    'decided_by_executive 2023-06-13 carried true',
    'considered_by_scrutiny undated noted false',
  ]);
  expect(events(`${southwark}/amendment-a`)).toEqual(['decided 2023-03-22 lost true']);
});

test('Southwark claims four statistics, none with a source', () => {
  const claims = rows('claim').filter((row) => row.clause_id === `clause/${southwark}/1.e`);
  expect(claims.map((row) => [row.value, row.place ?? null, row.source_stated])).toEqual([
    ['10', 'Southwark', false],
    ['less than half', 'Southwark', false],
    ['lowest in London', 'Southwark', false],
    ['lowest of all racial groups', null, false],
  ]);
});

test('Brent is read clause by clause', () => {
  expect(outline(brent)).toMatchInlineSnapshot(`
[
  "r1 directs_executive demands | supports all (collective_all, directs_own_body, as_recommended)",
  "r1.i elaborates demands | supports misconduct-team (paraphrased, directs_own_body, as_recommended)",
  "r1.ii elaborates demands | supports vetting (paraphrased, directs_own_body, narrower) | supports firearms-reset (paraphrased, directs_own_body, narrower)",
  "r1.iii elaborates demands | supports commissioner-powers (paraphrased, directs_own_body, as_recommended)",
  "r1.iv elaborates demands | supports womens-protection-service (paraphrased, directs_own_body, as_recommended) | supports childrens-strategy (paraphrased, directs_own_body, as_recommended)",
  "r2 calls_on_external demands | supports borough-based-frontline (paraphrased, calls_on_others, as_recommended) | supports womens-protection-service (thematic, calls_on_others, different_means)",
  "r3 calls_on_external demands | supports stop-and-search-reset (paraphrased, calls_on_others, goes_further)",
  "r4 calls_on_external demands | supports borough-based-frontline (thematic, calls_on_others, different_means) | supports london-policing-board (thematic, calls_on_others, different_means) | supports transparency-and-management-board (thematic, calls_on_others, different_means)",
]
`);
});

test('Brent touches eight recommendations in its own words', () => {
  const own = rows('citation').filter(
    (row) => String(row.clause_id).startsWith(`clause/${brent}/`) && row.basis === 'paraphrased',
  );
  const numbers = own.map(
    (row) => rows('recommendation').find(({ id }) => id === row.recommendation_id)?.number,
  );
  expect(numbers).toEqual(['1', '3', '5', '4', '7', '8', '11', '10']);
});

test('Brent asks eight things', () => {
  expect(asks(brent)).toMatchInlineSnapshot(`
[
  "r1 brent/cabinet-member-for-safer-communities-public-protection write_to commissioner-of-the-metropolitan-police [consent] unknown",
  "r1.i brent/cabinet-member-for-safer-communities-public-protection implement metropolitan-police [misconduct] unknown",
  "r1.ii brent/cabinet-member-for-safer-communities-public-protection reform_practice metropolitan-police [vetting, firearms] unknown",
  "r1.iii brent/cabinet-member-for-safer-communities-public-protection implement home-office [powers] unknown",
  "r1.iv brent/cabinet-member-for-safer-communities-public-protection implement metropolitan-police [violence-against-women-and-girls, children] unknown",
  "r2 brent call_on metropolitan-police [neighbourhood-policing, victims] unknown",
  "r3 brent call_on metropolitan-police [stop-and-search, use-of-force] unknown",
  "r4 brent call_on metropolitan-police [oversight, disproportionality] unknown",
]
`);
});

test('Brent was published, debated and carried unanimously; its wording is that of the blog', () => {
  expect(events(brent)).toEqual([
    'notice_given 2023-07-09 - false',
    'debated 2023-07-10 - false',
    'decided 2023-07-10 carried true',
  ]);
  const readings = records.filter(
    ({ table, row }) => table === 'clause' && row.motion_id === `motion/${brent}`,
  );
  for (const { initial } of readings) {
    expect(initial).toEqual({
      text_status: 'summary_only',
      wording: 'as_tabled',
      source_id: 'source/wembley-matters-2023-07-09',
    });
  }
});

test('what is known only from others is read as far as they tell it', () => {
  expect(outline(merton)).toMatchInlineSnapshot(`
[
  "n1 notes states",
  "n3 notes states",
  "b1 believes demands | supports all (collective_all, states_view, as_recommended)",
]
`);
  expect(outline('greenwich/2023-07-19/casey-2023')).toMatchInlineSnapshot(`
[
  "r1 resolves_self commits | supports all (collective_all, commits_own_action, as_recommended)",
  "r2 calls_on_external demands",
  "r3 calls_on_external demands | supports apology-and-consent (paraphrased, calls_on_others, narrower)",
]
`);
  expect(outline('islington/2023-09-28/casey-2023')).toMatchInlineSnapshot(`
[
  "r1 calls_on_external demands | supports apology-and-consent (thematic, calls_on_others, different_means) | supports transparency-and-management-board (thematic, calls_on_others, different_means)",
  "r2 calls_on_external demands | supports all (collective_all, calls_on_others, as_recommended)",
]
`);
  expect(events(merton)).toEqual(['on_agenda undated - false']);
});

test('a collective citation names no recommendation, and no reading is checked yet', () => {
  for (const row of rows('citation')) {
    expect([row.id, row.recommendation_id === null]).toEqual([row.id, row.basis === 'collective_all']);
    expect(row).toMatchObject({ review_state: 'drafted', coded_by: 'seed' });
  }
});
