import { askRow, clause, council, event, member, motionRow, person, type Records } from './rows.js';

/** Brent: one motion of 2023 moved by a councillor whose ward is printed, and one without any date. */
export function brent(): Records {
  const motion = 'motion/brent/2023-07-10/trust';
  return {
    council: [council('brent', 'Brent', 'E09000005')],
    ward: [
      { id: 'ward/E1', council_id: 'council/brent', council_inferred: false, name: 'Dollis Hill' },
      {
        id: 'ward/E2',
        council_id: 'council/brent',
        council_inferred: false,
        name: 'Alperton',
        seats: 3,
        seats_status: 'verified',
      },
      { id: 'ward/E3', council_id: null, council_inferred: false, name: 'Nowhere' },
    ],
    councillor: [
      { id: 'councillor/brent/ann', name: 'Ann Ash', sort_name: 'Ash, Ann' },
      { id: 'councillor/brent/bo', name: 'Bo Birch' },
    ],
    councillor_identifier: [
      { councillor_id: 'councillor/brent/ann', scheme: 'moderngov-brent', value: '12' },
      { councillor_id: 'councillor/brent/ann', scheme: 'democracy-club', value: '7' },
    ],
    body: [
      {
        id: 'body/brent/full-council',
        council_id: 'council/brent',
        name: 'Full Council',
        kind: 'full_council',
      },
    ],
    membership: [
      member('brent/ann/1', 'ann', 'ward/E2', 'party/red', {
        first_attested_on: '2023-01-01',
        last_attested_on: '2023-12-31',
      }),
      member('brent/bo/1', 'bo', 'ward/E2', 'party/blue', {
        start_date: '2022-05-05',
        end_date: '2026-05-01',
      }),
      member('brent/bo/2', 'bo', null, null, { start_date: '2024-05-05' }),
    ],
    motion: [
      {
        ...motionRow(motion, 'brent', 'Trust in policing', '2023-07-10', 'day'),
        note: '50% of it_is \\ odd, said Zoë',
      },
      motionRow('motion/brent/undated/parks', 'brent', null, null, 'unknown'),
      {
        ...motionRow(`${motion}/amendment-a`, 'brent', 'Amendment A', '2023-07-10', 'day'),
        kind: 'amendment',
        amends_id: motion,
      },
    ],
    motion_person: [
      person(motion, 1, 'mover', 'Ann Ash', {
        councillor_id: 'councillor/brent/ann',
        ward_id: 'ward/E1',
        party_id: null,
      }),
      person(motion, 2, 'seconder', 'Bo Birch', { councillor_id: 'councillor/brent/bo' }),
      person('motion/brent/undated/parks', 1, 'mover', 'Bo Birch', { councillor_id: 'councillor/brent/bo' }),
      { ...person(motion, 3, 'presenter', 'Red Group', {}), is_group: true },
    ],
    motion_event: [
      event(motion, 1, 'moved', null, null),
      {
        ...event(motion, 2, 'decided', '2023-07-10', 'carried'),
        authoritative: true,
        body_id: 'body/brent/full-council',
        votes_for: 2,
        votes_against: 1,
      },
    ],
    vote: [
      {
        id: 'vote/brent/2023-07-10/trust/decided/ann',
        event_id: 'event/brent/2023-07-10/trust/decided',
        councillor_id: 'councillor/brent/ann',
        option: 'for',
      },
      {
        id: 'vote/brent/2023-07-10/trust/decided/bo',
        event_id: 'event/brent/2023-07-10/trust/decided',
        councillor_id: 'councillor/brent/bo',
        option: 'against',
      },
    ],
    clause: [
      clause(motion, 1, '1', null, 'notes', 'Trust has fallen.'),
      clause(motion, 2, '2', null, 'resolves_self', 'The council resolves to write about stop and search.'),
      clause(motion, 3, '2.i', '2', 'elaborates', 'Stop and search should be fair, and stop being a burden.'),
      clause(motion, 4, '2.ii', '2', 'calls_on_external', null),
    ],
    ask: [
      askRow(motion, '2', 1, 'write_to', 'organisation/police'),
      askRow(motion, '2', 2, 'call_on', 'organisation/mayor'),
      { ...askRow(motion, '2.ii', 1, 'report_back', null), due: '2024-01-01', due_precision: 'day' },
    ],
    ask_theme: [{ ask_id: 'ask/brent/2023-07-10/trust/2/1', theme_id: 'theme/search' }],
    follow_up: [
      {
        id: 'follow-up/brent/2023-07-10/trust/2/1/1',
        ask_id: 'ask/brent/2023-07-10/trust/2/1',
        seq: 1,
        date_precision: 'unknown',
        state: 'done',
        note: 'The letter was sent.',
      },
    ],
    claim: [
      {
        id: 'claim/brent/2023-07-10/trust/1/1',
        clause_id: 'clause/brent/2023-07-10/trust/1',
        seq: 1,
        measure: 'trust',
        value: '10',
        source_stated: false,
      },
    ],
  };
}
