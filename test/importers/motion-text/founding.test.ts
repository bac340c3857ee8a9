// The two founding documents, where they are at hand. They are not part of the project's files.

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { flattenClauses } from '../../../src/domain/clause-tree.js';
import { parseMotionText } from '../../../src/importers/motion-text/parse.js';

const folder = new URL('../../../../shared/documents/', import.meta.url);
const brent = new URL('000_b931c962b55b246b.txt', folder);
const southwark = new URL('003_630fd87e99c24c76.txt', folder);
const isHere = existsSync(brent) && existsSync(southwark);
const testHere = isHere ? test : test.skip;
const because = isHere ? '' : ' (skipped: ../shared/documents is not here)';

const councils = ['Southwark', 'Brent', 'Lambeth'].map((name) => ({
  id: `council/${name.toLowerCase()}`,
  slug: name.toLowerCase(),
  names: [name],
}));

function read(file: URL) {
  const document = parseMotionText(readFileSync(file, 'utf8'), { councils });
  const motion = document.motions[0];
  if (!motion) throw new Error('no motion was read');
  const clauses = flattenClauses(motion.clauses);
  return { document, motion, clauses, addresses: clauses.map(({ address }) => address) };
}

testHere(`Southwark: addresses, a missing first label, a clause cut by a page break${because}`, () => {
  const { document, motion, clauses, addresses } = read(southwark);
  const notes = 'abcdefghi'.split('').map((letter) => `1.${letter}`);
  const resolves = ['2.a', '2.b', '2.b.i', '2.b.ii', '2.b.iii', '2.b.iv', '2.b.v', '2.c', '2.d'];
  expect(addresses).toEqual(['1', ...notes, '2', ...resolves]);
  const of = (address: string) => clauses.find((clause) => clause.address === address);
  expect(of('2.b.i')).toMatchObject({ label: null, inferred: ['address'] });
  expect(of('2.c')?.text).toMatch(/progress made in relation to/);
  expect(of('1.g')).toMatchObject({ kind: 'notes', stance: 'demands' });
  expect(of('1.h')).toMatchObject({ kind: 'notes', stance: 'reports_action' });
  expect(of('2.b')).toMatchObject({ label: 'b.', kind: 'directs_executive' });
  expect(of('2.c')).toMatchObject({ kind: 'directs_committee' });
  expect(motion).toMatchObject({
    council: 'council/southwark',
    body: 'Cabinet',
    date: '2023-06-13',
    outcome: 'carried',
  });
  expect(motion.events.map(({ stage, date, outcome }) => [stage, date, outcome])).toEqual([
    ['referred_to_executive', '2023-03-22', 'referred'],
    ['decided_by_executive', '2023-06-13', 'carried'],
  ]);
  expect(motion.asks.map(({ clause, verb, state }) => `${clause} ${verb} ${state}`)).toContain(
    '1.h write_to done',
  );
  expect(document.doubts.map(({ code }) => code)).toEqual(['LABEL_INFERRED', 'CLAUSE_JOINED']);
  expect(document.unplaced).toEqual([]);
});

testHere(
  `Brent: an unlabelled first resolve, bullets below it, blog chrome, a date worked out${because}`,
  () => {
    const { document, motion, clauses, addresses } = read(brent);
    expect(addresses).toEqual(['r1', 'r1.i', 'r1.ii', 'r1.iii', 'r1.iv', 'r2', 'r3', 'r4']);
    expect(clauses[0]).toMatchObject({
      label: null,
      inferred: ['address'],
      leadIn: 'The Council therefore resolve:',
    });
    expect(clauses[1]).toMatchObject({ label: 'o', leadIn: 'This includes:', kind: 'elaborates' });
    expect(clauses[5]).toMatchObject({ label: '(2)', inferred: [], kind: 'calls_on_external' });
    expect(motion).toMatchObject({
      council: 'council/brent',
      date: '2023-07-10',
      outcome: null,
      textStatus: 'partial',
    });
    expect(motion.inferred).toContain('date');
    expect(motion.movers).toMatchObject([{ name: 'Liz Dixon', role: 'mover', ward: 'Dollis Hill' }]);
    expect(document.publishedOn).toBe('2023-07-09');
    expect(document.doubts.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['DATE_INFERRED', 'LABEL_INFERRED', 'PARTIAL_TEXT', 'TITLE_NOT_STATED']),
    );
    expect(document.unplaced).toEqual([]);
  },
);
