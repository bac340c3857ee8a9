import { clause, council, event, motionRow, type Records } from './rows.js';

/** Southwark: a lost motion and one that was carried and confirmed, both of one day. */
export function southwark(): Records {
  const safer = 'motion/southwark/2023-03-22/safer';
  return {
    council: [council('southwark', 'Southwark', null)],
    motion: [
      motionRow(safer, 'southwark', 'Safer communities', '2023-03-22', 'day'),
      motionRow('motion/southwark/2023-03-22/other', 'southwark', 'Another matter', '2023-03-22', 'day'),
    ],
    motion_event: [
      { ...event(safer, 1, 'decided', '2023-03-22', 'carried'), authoritative: true },
      {
        ...event('motion/southwark/2023-03-22/other', 1, 'decided', '2023-03-22', 'lost'),
        authoritative: true,
      },
    ],
    clause: [clause(safer, 1, '1.a', null, 'supports', 'The council supports fair stop and search.')],
  };
}
