import { describe, expect, test } from '@jest/globals';
import type { EventFacts } from '../../src/domain/outcome.js';
import {
  type CitationFacts,
  type CouncilFacts,
  cell,
  combined,
  type MotionFacts,
} from '../../src/domain/position.js';

const stopAndSearch = 'recommendation/casey-2023/stop-and-search-reset';
const vetting = 'recommendation/casey-2023/vetting';

function decided(outcome: EventFacts['outcome'], occurredOn: string | null = '2023-07-10'): EventFacts {
  return {
    id: 'event/decided',
    seq: 1,
    stage: 'decided',
    occurredOn,
    precision: occurredOn ? 'day' : 'unknown',
    authoritative: true,
    outcome,
  };
}

let count = 0;
function citation(facts: Partial<CitationFacts> = {}): CitationFacts {
  count += 1;
  return {
    id: `citation/${count}`,
    recommendation: stopAndSearch,
    clause: `clause/${count}`,
    clauseSeq: count,
    wording: 'as_decided',
    source: 'source/minutes',
    direction: 'supports',
    basis: 'paraphrased',
    strength: 'calls_on_others',
    scope: 'as_recommended',
    reviewState: 'drafted',
    ...facts,
  };
}

const everyRecommendation = { recommendation: null, basis: 'collective_all' } as const;

function motion(citations: CitationFacts[], facts: Partial<MotionFacts> = {}): MotionFacts {
  return {
    id: 'motion/brent',
    isAmendment: false,
    textStatus: 'full',
    events: [decided('carried')],
    citations,
    ...facts,
  };
}

function council(motions: MotionFacts[], coverage: CouncilFacts['coverage'] = 'found'): CouncilFacts {
  return { motions, coverage, reviewPublishedOn: '2023-03-21' };
}

describe('a position', () => {
  test('is led by the citation that names most closely, then commits most, then comes first', () => {
    const collective = citation({ ...everyRecommendation, strength: 'commits_own_action' });
    const own = citation({ strength: 'calls_on_others', scope: 'goes_further' });
    const stronger = citation({ strength: 'directs_own_body' });
    const { position } = cell(stopAndSearch, council([motion([collective, own, stronger])]));
    expect(position).toMatchObject({ basis: 'paraphrased', strength: 'directs_own_body' });
    expect(position?.evidence.map((item) => item.citation)).toEqual([stronger.id, own.id, collective.id]);
  });

  test('an endorsement of all recommendations counts for each of them', () => {
    const facts = council([motion([citation(everyRecommendation)])]);
    expect(cell(vetting, facts)).toMatchObject({
      evidenceState: 'found',
      position: { basis: 'collective_all', direction: 'supports' },
    });
  });

  test('evidence reaches the clause, the deciding event and the source', () => {
    const own = citation();
    expect(cell(stopAndSearch, council([motion([own])])).position?.evidence[0]).toMatchObject({
      clause: own.clause,
      event: 'event/decided',
      source: 'source/minutes',
    });
  });

  test('wording as tabled counts for a motion carried as put, and says so', () => {
    const facts = council([motion([citation({ wording: 'as_tabled' })])]);
    expect(cell(stopAndSearch, facts).position?.wordingAsTabled).toBe(true);
  });

  test('wording as tabled gives nothing for a motion carried as amended', () => {
    const amended = motion([citation({ wording: 'as_tabled' })], { events: [decided('carried_as_amended')] });
    const state = cell(stopAndSearch, council([amended]));
    expect(state).toMatchObject({ evidenceState: 'source_unavailable', position: null, proposed: [] });
  });

  test.each(['thematic', 'inferred'] as const)('a %s link is related and claims nothing', (basis) => {
    const state = cell(stopAndSearch, council([motion([citation({ basis })])]));
    expect(state).toMatchObject({ evidenceState: 'silent', position: null });
    expect(state.related).toHaveLength(1);
  });

  test('what a program suggests is shown apart and never counts', () => {
    const state = cell(
      stopAndSearch,
      council([motion([citation({ reviewState: 'suggested' })])], 'not_searched'),
    );
    expect(state).toMatchObject({ evidenceState: 'not_searched', position: null });
    expect(state.suggested).toHaveLength(1);
  });

  test('a retired reading is gone', () => {
    const state = cell(stopAndSearch, council([motion([citation({ reviewState: 'retired' })])]));
    expect([state.position, state.related, state.suggested, state.proposed]).toEqual([null, [], [], []]);
  });

  test('an amendment does not speak for the council, even when carried', () => {
    const state = cell(stopAndSearch, council([motion([citation()], { isAmendment: true })]));
    expect(state).toMatchObject({ evidenceState: 'not_adopted', position: null });
  });

  test('is counted from the last day its decision may mean', () => {
    const facts = council([motion([citation()])]);
    expect(cell(stopAndSearch, facts, '2023-07-10').evidenceState).toBe('found');
    expect(cell(stopAndSearch, facts, '2023-07-09').evidenceState).toBe('searched_none_found');
  });
});

describe('directions combine', () => {
  test.each([
    [['notes_only', 'supports'], 'supports'],
    [['none_expressed', 'opposes'], 'opposes'],
    [['none_expressed', 'notes_only'], 'notes_only'],
    [['supports', 'supports_with_conditions'], 'supports_with_conditions'],
    [['opposes', 'supports_with_conditions'], 'mixed'],
    [['mixed', 'supports'], 'mixed'],
    [['none_expressed'], 'none_expressed'],
  ] as const)('%j gives %s', (directions, expected) => {
    expect(combined(directions)).toBe(expected);
  });
});

describe('an empty cell says which kind of empty it is', () => {
  const onVetting = citation({ recommendation: vetting });

  test.each(['lost', 'withdrawn', 'unknown', null] as const)(
    'not adopted: cited by a motion with outcome %s',
    (result) => {
      const proposed = motion([citation()], { events: result ? [decided(result)] : [] });
      expect(cell(stopAndSearch, council([proposed]))).toMatchObject({
        evidenceState: 'not_adopted',
        proposed: [{ motion: 'motion/brent' }],
      });
    },
  );

  test('silent: a carried motion on the review, read whole, does not mention it', () => {
    expect(cell(stopAndSearch, council([motion([onVetting])])).evidenceState).toBe('silent');
  });

  test('source unavailable: the carried motion was read only in part', () => {
    const partial = motion([onVetting], { textStatus: 'partial' });
    expect(cell(stopAndSearch, council([partial])).evidenceState).toBe('source_unavailable');
  });

  test('searched, none found: the one motion found was read whole, was lost and does not mention it', () => {
    const lost = motion([onVetting], { events: [decided('lost')] });
    expect(cell(stopAndSearch, council([lost])).evidenceState).toBe('searched_none_found');
  });

  test.each(['searched_none_found', 'not_searched', 'source_unavailable'] as const)(
    'what coverage says, without a motion: %s',
    (coverage) => {
      expect(cell(stopAndSearch, council([], coverage)).evidenceState).toBe(coverage);
    },
  );

  test('not searched: no coverage is recorded at all', () => {
    expect(cell(stopAndSearch, council([], null)).evidenceState).toBe('not_searched');
  });

  test('a motion without dates stays undecided from the day the review came out, and not before', () => {
    const undated = motion([citation()], { events: [decided('carried', null)] });
    expect(cell(stopAndSearch, council([undated]), '2023-12-31').evidenceState).toBe('not_adopted');
    expect(cell(stopAndSearch, council([undated]), '2023-01-01').evidenceState).toBe('searched_none_found');
  });
});
