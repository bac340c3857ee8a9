// Which recorded motion a document is about. A motion is recognised within its council by a common
// clause text, by all of its clauses where they are short, by its title, or by its mover and an event within
// seven days. Two that fit are a doubt, and so is one that shares half of its clauses and does not fit.

import { flattenClauses } from '../domain/clause-tree.js';
import { slugify } from '../domain/ids.js';
import { type Reader, rows } from './document/known.js';
import type { ParsedMotion } from './motion-text/document.js';

const days = 24 * 60 * 60 * 1000;
/** Short sentences ("This council notes:") are common to many motions and prove nothing. */
const leastText = 60;

interface Candidate {
  id: string;
  title: string | null;
}

/** A document by its source, and whether the motion asked about is the only one in it. */
export interface Origin {
  source: string;
  isOnly: boolean;
}

/** The recorded motions that a text may be about, by their ids. */
export interface Fitting {
  fitting: string[];
  /** Those that share half of its clauses, short ones, and may be the same or not. */
  alike: string[];
}

/** Finds the recorded motions that a text may be about. */
export async function findMotions(
  store: Reader,
  motion: ParsedMotion,
  { source, isOnly }: Origin,
): Promise<Fitting> {
  const before = await rows<{ motion_id: string }>(
    store,
    `SELECT ms.motion_id FROM motion_source ms JOIN motion m ON m.id = ms.motion_id
     WHERE ms.source_id = $1 AND m.council_id = $2 AND m.amends_id IS NULL ORDER BY 1`,
    [source, motion.council],
  );
  const known = before.map(({ motion_id }) => motion_id);
  if (isOnly && known.length > 0) return { fitting: known, alike: [] };
  const { fitting, alike } = await recogniseMotions(store, motion);
  // A document that was read before is about the motions it was attached to then.
  const again = fitting.filter((id) => known.includes(id));
  return again.length > 0 ? { fitting: again, alike: [] } : { fitting, alike };
}

async function recogniseMotions(store: Reader, motion: ParsedMotion): Promise<Fitting> {
  const candidates = await rows<Candidate>(
    store,
    'SELECT id, title FROM motion WHERE council_id = $1 AND amends_id IS NULL ORDER BY id',
    [motion.council],
  );
  const { byText, alike } = await withCommonText(store, motion);
  const byTitle = candidates.filter((one) => isSameTitle(one.title, motion.title)).map(({ id }) => id);
  const byMover = await withSameMover(store, motion);
  const near = await nearInTime(store, byTitle, motion);
  const found = new Set([...byText, ...near, ...byMover]);
  const fitting = candidates.map(({ id }) => id).filter((id) => found.has(id));
  return { fitting, alike: alike.filter((id) => !found.has(id)) };
}

function isSameTitle(recorded: string | null, printed: string | null): boolean {
  return recorded !== null && printed !== null && slugify(recorded) === slugify(printed);
}

interface Shared {
  motion_id: string;
  /** How many of the texts it shares, and whether one of them is long. */
  count: number;
  is_long: boolean;
}

async function withCommonText(
  store: Reader,
  { council, clauses }: ParsedMotion,
): Promise<{ byText: string[]; alike: string[] }> {
  const texts = new Set(flattenClauses(clauses).map(({ text }) => text.replace(/\s+/g, ' ').trim()));
  const found = await rows<Shared>(
    store,
    `SELECT motion_id, count(*)::int AS count, bool_or(length(words) >= $3) AS is_long FROM (
       SELECT DISTINCT c.motion_id, btrim(regexp_replace(coalesce(c.text, h.text), '\\s+', ' ', 'g')) AS words
       FROM clause c JOIN motion m ON m.id = c.motion_id LEFT JOIN held_text h ON h.clause_id = c.id
       WHERE m.council_id = $1 AND m.amends_id IS NULL) held
     WHERE words = ANY($2) GROUP BY motion_id ORDER BY motion_id`,
    [council, [...texts], leastText],
  );
  const isSame = ({ count, is_long }: Shared) => is_long || (count === texts.size && count > 1);
  const isAlike = (one: Shared) => !isSame(one) && one.count > 1 && one.count * 2 >= texts.size;
  const idsOf = (shared: Shared[]) => shared.map(({ motion_id }) => motion_id);
  return { byText: idsOf(found.filter(isSame)), alike: idsOf(found.filter(isAlike)) };
}

async function withSameMover(store: Reader, { council, movers, events }: ParsedMotion): Promise<string[]> {
  const names = movers.filter(({ role }) => role !== 'seconder').map(({ name }) => name.toLowerCase());
  const dates = events.flatMap(({ date }) => date ?? []);
  const found = await rows<{ id: string; occurred_on: string }>(
    store,
    `SELECT m.id, e.occurred_on FROM motion m
     JOIN motion_person p ON p.motion_id = m.id AND p.role <> 'seconder' AND lower(p.name) = ANY($2)
     JOIN motion_event e ON e.motion_id = m.id AND e.date_precision = 'day'
     WHERE m.council_id = $1 AND m.amends_id IS NULL`,
    [council, names],
  );
  return found
    .filter(({ occurred_on }) => dates.some((date) => gap(date, occurred_on) <= 7))
    .map(({ id }) => id);
}

/** Councils use a title again years later; where both tell their dates, these must lie within a year. */
async function nearInTime(store: Reader, ids: string[], { events }: ParsedMotion): Promise<string[]> {
  const dates = events.flatMap(({ date }) => date ?? []);
  const recorded = await rows<{ motion_id: string; occurred_on: string }>(
    store,
    'SELECT motion_id, occurred_on FROM motion_event WHERE motion_id = ANY($1) AND occurred_on IS NOT NULL',
    [ids],
  );
  return ids.filter((id) => {
    const own = recorded.filter(({ motion_id }) => motion_id === id);
    const isUndated = own.length === 0 || dates.length === 0;
    return isUndated || own.some(({ occurred_on }) => dates.some((date) => gap(date, occurred_on) <= 366));
  });
}

function gap(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / days;
}
