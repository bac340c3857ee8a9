import { expect, test } from '@jest/globals';
import * as ids from '../../src/domain/ids.js';

const southwark = 'motion/southwark/2023-03-22/safer-southwark-communities';

test('a slug is ASCII, lower case and dashed', () => {
  expect(ids.slugify('Safer Southwark Communities')).toBe('safer-southwark-communities');
  expect(ids.slugify('Casey Review - Metropolitan Police')).toBe('casey-review-metropolitan-police');
  expect(ids.slugify('Nunhead & Queen’s Road')).toBe('nunhead-queens-road');
  expect(ids.slugify('Women’s Protection Service')).toBe('womens-protection-service');
  expect(ids.slugify('Ynys Môn · Siân Łuczak')).toBe('ynys-mon-sian-luczak');
  expect(ids.slugify(' “(2)” ')).toBe('2');
  expect(ids.slugify('—')).toBe('');
});

test('a slug of a slug is the same slug', () => {
  for (const name of ['Brent', 'St George’s', 'İstanbul ﬁne ½', 'Ǆ-1']) {
    expect(ids.slugify(ids.slugify(name))).toBe(ids.slugify(name));
  }
});

test('ids take the forms that the record publishes', () => {
  expect(ids.councilId('southwark')).toBe('council/southwark');
  expect(ids.wardId('E05011107')).toBe('ward/E05011107');
  expect(ids.policeUnitId('AS')).toBe('police-unit/as');
  expect(ids.councillorId('council/brent', 'Liz Dixon')).toBe('councillor/brent/liz-dixon');
  expect(ids.membershipId('council/brent', 'councillor/brent/liz-dixon', 1)).toBe(
    'membership/brent/liz-dixon/1',
  );
  expect(ids.bodyId('council/southwark', 'Council Assembly')).toBe('body/southwark/council-assembly');
  expect(ids.organisationId('London Councils')).toBe('organisation/london-councils');
  expect(ids.organisationId('Leader and Cabinet', 'council/southwark')).toBe(
    'organisation/southwark/leader-and-cabinet',
  );
  expect(ids.recommendationId('review/casey-2023', 'vetting')).toBe('recommendation/casey-2023/vetting');
  expect(ids.coverageId('council/camden', 'review/casey-2023')).toBe('coverage/camden/casey-2023');
});

test('the parts of a motion carry its path', () => {
  expect(ids.motionId('council/southwark', '2023-03-22', 'safer-southwark-communities')).toBe(southwark);
  expect(ids.amendmentId(southwark, 'A')).toBe(`${southwark}/amendment-a`);
  const clause = ids.clauseId(southwark, '2.b.iv');
  expect(clause).toBe('clause/southwark/2023-03-22/safer-southwark-communities/2.b.iv');
  expect(ids.citationId(clause, 'recommendation/casey-2023/commissioner-powers')).toBe(
    'citation/southwark/2023-03-22/safer-southwark-communities/2.b.iv/commissioner-powers',
  );
  expect(ids.citationId(clause, null)).toMatch(/\/2\.b\.iv\/all$/);
  const ask = ids.askId(clause, 1);
  expect(ids.followUpId(ask, 2)).toMatch(/^follow-up\/.*\/2\.b\.iv\/1\/2$/);
  expect(ids.claimId(clause, 1)).toMatch(/^claim\/.*\/2\.b\.iv\/1$/);
  const event = ids.eventId(southwark, 'decided');
  expect(ids.voteId(event, 'councillor/southwark/ellie-cumbo')).toMatch(/^vote\/.*\/decided\/ellie-cumbo$/);
  expect(ids.motionPersonId(southwark, 'presenter', 1)).toMatch(/^person\/.*\/presenter-1$/);
});

test('an unknown date is left out of the id', () => {
  expect(ids.motionId('council/merton', null, 'x')).toBe('motion/merton/undated/x');
  expect(ids.motionId('council/merton', '2023', 'x')).toBe('motion/merton/2023/x');
});

test('a second one of a kind has a suffix', () => {
  expect(ids.eventId(southwark, 'decided_by_executive')).toMatch(/\/decided-by-executive$/);
  expect(ids.eventId(southwark, 'debated', 2)).toMatch(/\/debated-2$/);
  expect(ids.meetingId('body/brent/full-council', '2023-07-10')).toBe(
    'meeting/brent/2023-07-10/full-council',
  );
  expect(ids.meetingId('body/brent/full-council', '2023-07-10', 2)).toBe(
    'meeting/brent/2023-07-10/full-council-2',
  );
  const taken = new Set(['councillor/brent/liz-dixon', 'councillor/brent/liz-dixon-2']);
  expect(ids.distinct('councillor/brent/liz-dixon', (id) => taken.has(id))).toBe(
    'councillor/brent/liz-dixon-3',
  );
  expect(ids.distinct('councillor/brent/ann-day', (id) => taken.has(id))).toBe('councillor/brent/ann-day');
});

test('an id with an empty or unreadable part is refused', () => {
  expect(() => ids.councilId('')).toThrow(RangeError);
  expect(() => ids.councillorId('council/brent', '—')).toThrow('letter or digit');
  expect(() => ids.clauseId(southwark, '2 b')).toThrow(RangeError);
});
