// Votes by name as records. A vote is recorded only of a councillor who is known for certain: by the whole
// name, or by the surname where every councillor of the council on that day is on record.

import { slugify, voteId } from '../../domain/ids.js';
import type { RecordedVote } from '../motion-text/document.js';
import type { ImportRecord } from '../record.js';
import { rows } from './known.js';
import { type Reading, record, wonder } from './reading.js';

interface Voter {
  id: string;
  name: string;
}

interface Chamber {
  /** Everybody who may have sat on the council that day. */
  voters: Voter[];
  /** Whether nobody who sat there is missing. */
  isWhole: boolean;
}

/** A decision with the names of its voters. */
export interface NamedVote {
  event: string;
  date: string | null;
  recorded: readonly RecordedVote[];
  line: number;
}

/** The votes of those who are known for certain; the others are named in a doubt. */
export async function voteRecords(reading: Reading, vote: NamedVote): Promise<ImportRecord[]> {
  if (vote.recorded.length === 0) return [];
  const chamber = await readChamber(reading, vote.date);
  const known = vote.recorded.map(({ name, option }) => ({ name, option, voter: find(chamber, name) }));
  const times = (id: string) => known.filter(({ voter }) => voter?.id === id).length;
  const unsure = known.filter(({ voter }) => voter === null || times(voter.id) > 1);
  if (unsure.length > 0)
    wonder(reading, 'VOTER_NOT_KNOWN', vote.line, unsure.map(({ name }) => name).join(', '));
  return known.flatMap(({ voter, option }) => {
    if (voter === null || times(voter.id) > 1) return [];
    const row = { id: voteId(vote.event, voter.id), event_id: vote.event, councillor_id: voter.id, option };
    return [record(reading, 'vote', row, vote.line)];
  });
}

async function readChamber({ store, council }: Reading, date: string | null): Promise<Chamber> {
  const inForce = (table: string) =>
    `($2::date IS NULL OR (coalesce(${table}.start_date, '-infinity') <= $2 AND coalesce(${table}.end_date, 'infinity') >= $2))`;
  const voters = await rows<Voter & { is_dated: boolean }>(
    store,
    `SELECT c.id, c.name, bool_or(m.id IS NOT NULL) AS is_dated FROM councillor c
     LEFT JOIN membership m ON m.councillor_id = c.id AND m.council_id = $1
     WHERE (m.id IS NOT NULL AND ${inForce('m')}) OR (m.id IS NULL AND starts_with(c.id, $3))
     GROUP BY c.id, c.name ORDER BY c.id`,
    [council, date, `councillor/${council.slice('council/'.length)}/`],
  );
  const [seats] = await rows<{ seats: number | null }>(
    store,
    `SELECT CASE WHEN bool_and(seats IS NOT NULL) THEN sum(seats)::int END AS seats FROM ward w
     WHERE w.council_id = $1 AND ${inForce('w')}`,
    [council, date],
  );
  const sitting = voters.filter(({ is_dated }) => is_dated).length;
  return { voters, isWhole: seats?.seats != null && seats.seats > 0 && sitting >= seats.seats };
}

function find({ voters, isWhole }: Chamber, printed: string): Voter | null {
  const named = voters.filter(({ name }) => slugify(name) === slugify(printed));
  const words = printed.split(/\s+/);
  const isFull = words.length > 1 && words.slice(0, -1).every((word) => !/^\p{L}\.?$/u.test(word));
  const found = isFull ? named : isWhole ? voters.filter(({ name }) => isSurnameOf(words, name)) : [];
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** `Lund` and `M. Lund` are Mae Lund; whether nobody else is, the caller asks. */
function isSurnameOf(printed: readonly string[], name: string): boolean {
  const surname = slugify(printed.filter((word) => !/^\p{L}\.?$/u.test(word)).join(' '));
  const initial = /^\p{L}\.?$/u.test(printed[0] ?? '') ? slugify(printed[0] ?? '') : '';
  const own = slugify(name);
  return (own === surname || own.endsWith(`-${surname}`)) && own.startsWith(initial);
}
