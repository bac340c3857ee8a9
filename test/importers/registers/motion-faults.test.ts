// Every kind of fault a motion's YAML can have, told with the file and where in it; nothing of it is kept.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImportError } from '../../../src/errors.js';
import { importSeeds } from '../../../src/importers/seeds.js';
import { motionFile, seedFolder, smallWorld } from '../seeds-fixture.js';
import { registerTests } from './running.js';

let on: Awaited<ReturnType<typeof registerTests>>;

beforeAll(async () => {
  on = await registerTests();
  const seeds = await seedFolder();
  await seeds.drop(motionFile);
  await importSeeds({ url: on.url, folder: seeds.path });
  await seeds.remove();
  await mkdir(join(on.folder, 'ashford'));
}, 120_000);
afterAll(() => on.close());

const good = smallWorld[motionFile] ?? '';
const name = '2024-05-01-safer-streets.yaml';

/** What the report says of the motion with one line of it written otherwise. */
async function told(from: string, to: string): Promise<string[]> {
  if (!good.includes(from)) throw new Error(`the motion does not hold ${from}`);
  const text = good.replace(from, () => to);
  const told = ({ at, expected, got }: { at?: object; expected: string; got?: string }) => {
    const { file = '', line, path } = (at ?? {}) as { file?: string; line?: number; path?: string };
    return `${file}:${line} ${path ?? '-'}: expected ${expected}, got ${got ?? 'nothing'}`;
  };
  const { rejected, kept } = await on.read(`ashford/${name}`, text, { format: 'motion-yaml' }).then(
    (report) => report,
    (error) => {
      expect(error).toBeInstanceOf(ImportError);
      return { rejected: (error as ImportError).faults, kept: false };
    },
  );
  expect(kept).toBe(false);
  return rejected.map(told);
}

const first = 'clauses[0].clauses[1]';

test.each<[what: string, from: string, to: string, place: string, expected: RegExp]>([
  ['an unknown field', 'title:', 'titel:', 'titel', /one of the fields title, .*got titel/],
  [
    'an unknown field deep down',
    'object: b',
    'objekt: b',
    `${first}.asks[0].objekt`,
    /one of the fields n, actor/,
  ],
  ['a field left out', '            verb: call_on\n', '', `${first}.asks[0]`, /a value for verb/],
  [
    'text for a list',
    'sources: [source/minutes]',
    'sources: source/minutes',
    'sources',
    /a list, got "source\/minutes"/,
  ],
  [
    'a list for text',
    'title: Safer streets',
    'title: [Safer, streets]',
    'title',
    /got \["Safer","streets"\]/,
  ],
  [
    'a number for clauses',
    'clauses:\n  - label: "1."',
    'note: x\nclauses: 7\nx:\n  - label: "1."',
    'clauses',
    /got 7/,
  ],
  [
    'a day that is none',
    'date: 2024-05-01',
    'date: 2024-02-31',
    'events[0].date',
    /a day of the calendar, got "2024-02-31"/,
  ],
  [
    'a day in another form',
    'date: 2024-05-01',
    'date: 1 May 2024',
    'events[0].date',
    /a date such as .* got "1 May 2024"/,
  ],
  [
    'an unknown outcome',
    'outcome: carried',
    'outcome: passed',
    'events[1].outcome',
    /one of carried, .* got "passed"/,
  ],
  [
    'an unknown verb',
    'verb: call_on',
    'verb: demand',
    `${first}.asks[0].verb`,
    /one of write_to, .* got "demand"/,
  ],
  ['an unknown kind', 'kind: heading', 'kind: header', 'clauses[0].kind', /one of .*heading.* got "header"/],
  [
    'an id of another table',
    'addressee: organisation/police',
    'addressee: council/ashford',
    `${first}.asks[0].addressee`,
    /an id that begins with organisation\//,
  ],
  [
    'an actor nobody recorded',
    'actor: organisation/ashford',
    'actor: organisation/nobody',
    `${first}.asks[0].actor`,
    /the id of a recorded organisation, got organisation\/nobody/,
  ],
  [
    'a theme nobody recorded',
    'theme/oversight]',
    'theme/nothing]',
    `${first}.asks[0].themes[0]`,
    /the id of a recorded theme, got theme\/nothing/,
  ],
  [
    'a recommendation nobody recorded',
    'recommendation/first/vetting',
    'recommendation/first/none',
    `${first}.citations[0].recommendation`,
    /the id of a recorded recommendation/,
  ],
  [
    'a body nobody recorded',
    'body: body/ashford/council',
    'body: body/ashford/board',
    'events[0].body',
    /the id of a recorded body/,
  ],
  [
    'a source nobody recorded',
    'sources: [source/minutes]',
    'sources: [source/gone]',
    'sources[0]',
    /the id of a recorded source, got source\/gone/,
  ],
  [
    'a label used twice',
    'part: b',
    'part: a',
    first,
    /each record once \(the first is on line \d+\), got clause\/ashford\/2024-05-01\/safer-streets\/1\.a/,
  ],
  [
    'a clause without label or part',
    '      - part: b\n        kind: calls',
    '      - kind: calls',
    first,
    /a part of the address/,
  ],
  [
    'a key twice',
    'kind: members_motion',
    'kind: members_motion\nkind: executive',
    '-',
    /well-formed YAML, got Map keys must be unique/,
  ],
  ['an open bracket', 'sources: [source/minutes]', 'sources: [source/minutes', '-', /well-formed YAML/],
  ['a tab before a key', '    body: body', '\tbody: body', '-', /well-formed YAML/],
])('%s', async (_what, from, to, place, expected) => {
  const before = await on.rows('SELECT count(*)::int AS revisions FROM revision');
  const lines = await told(from, to);
  const fitting = lines.filter((line) => expected.test(line));
  expect(fitting).not.toEqual([]);
  expect(fitting.map((line) => /^(\S+):\d+ (\S+): /.exec(line)?.slice(1))).toContainEqual([name, place]);
  expect(await on.rows('SELECT count(*)::int AS revisions FROM revision')).toEqual(before);
});

test('a list where the motion should be, and nothing at all, are told', async () => {
  for (const text of ['- a\n- b\n', '', '7\n']) {
    const { rejected, kept } = await on.read(`ashford/${name}`, text, { format: 'motion-yaml' });
    expect(kept).toBe(false);
    expect(rejected[0]).toMatchObject({ expected: 'fields with values', at: { file: name, line: 1 } });
  }
});

test('a name that tells no date or title is told', async () => {
  const { rejected } = await on.read('ashford/safer.yaml', good, { format: 'motion-yaml' });
  expect(rejected[0]?.expected).toContain('a name such as motions/southwark/');
});

test('the motion itself goes in, and again changes nothing', async () => {
  const { kept, counts } = await on.read(`ashford/${name}`, good, { format: 'motion-yaml' });
  expect([kept, counts.inserted > 5]).toEqual([true, true]);
  const again = await on.read(`ashford/${name}`, good, { format: 'motion-yaml' });
  expect(again.counts).toMatchObject({ inserted: 0, updated: 0 });
});
