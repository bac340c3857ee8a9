// Which recorded motion each text of a document is about, before anything is written.

import { distinct, motionId, slugify, slugOf } from '../../domain/ids.js';
import { statedPart } from '../../domain/partial-date.js';
import { findMotions } from '../attach.js';
import type { ParsedMotion } from '../motion-text/document.js';
import { type Known, type Reader, rows } from './known.js';
import { type ReadDocument, type Reading, type Rights, wonder, wordingOf } from './reading.js';
import { documentId, rightsUnder } from './source-record.js';

/** Where the motions of a document go. */
export interface Plan {
  readings: Reading[];
  /** What keeps a motion of the document out, in words. */
  refusals: string[];
}

/** Finds the motion each text is about; reads only. A licence given before holds when none is given now. */
export async function planDocument(
  store: Reader,
  known: Known,
  document: ReadDocument,
  licence: string | null,
): Promise<Plan> {
  const source = documentId(document.decoded.sha256);
  const rights = rightsUnder(licence ?? (await licenceBefore(store, source)));
  const plan: Plan = { readings: [], refusals: [] };
  for (const motion of document.document.motions) {
    const taken = plan.readings.map(({ motionId: id }) => id);
    const planned = await planMotion(store, known, document, motion, { rights, taken });
    if (typeof planned === 'string') plan.refusals.push(planned);
    else plan.readings.push(planned);
  }
  return plan;
}

/** Where one motion goes, or why it goes nowhere. */
async function planMotion(
  store: Reader,
  known: Known,
  { file, decoded, document }: ReadDocument,
  motion: ParsedMotion,
  { rights, taken }: { rights: Rights; taken: readonly string[] },
): Promise<Reading | string> {
  const { doubts } = document;
  const { council } = motion;
  if (council === null) return 'whose motion it is could not be told, so nothing is written for it';
  const source = documentId(decoded.sha256);
  const isOnly = document.motions.length === 1;
  const { fitting, alike } = await findMotions(store, motion, { source, isOnly });
  // Two motions of one page are two motions, whatever words they share.
  const found = fitting.filter((one) => !taken.includes(one));
  if (found.length > 1 || found.length < fitting.length) {
    wonder({ doubts }, 'AMBIGUOUS_MOTION', 0, fitting.join(', '));
    return 'several recorded motions fit it, so nothing is written for it';
  }
  if (!rights.mayPublish && !doubts.some(({ code }) => code === rights.code))
    wonder({ doubts }, rights.code, 0);
  const others = alike.filter((one) => !taken.includes(one));
  if (found.length === 0 && others.length > 0) wonder({ doubts }, 'MOTION_ALIKE', 0, others.join(', '));
  const id = found[0] ?? (await mintMotion(store, motion, council, taken));
  const isNew = found.length === 0;
  const wording = wordingOf(motion);
  const place = { motionId: id, amends: null, isNew, source, file };
  return { store, known, motion, council, ...place, rights, wording, doubts };
}

/** A new id from the first meeting and the title; never one that is or was in use. */
async function mintMotion(
  store: Reader,
  motion: ParsedMotion,
  council: string,
  planned: readonly string[],
): Promise<string> {
  const first = motion.events.find(({ date }) => date !== null);
  const date = first ? statedPart({ date: first.date, precision: first.datePrecision }) : null;
  const title = slugify(motion.title ?? '')
    .slice(0, 80)
    .replace(/-+$/, '');
  const review = motion.citations[0]?.review;
  const id = motionId(council, date, title || (review ? slugOf(review) : 'motion'));
  const taken = await rows<{ id: string }>(
    store,
    `SELECT id FROM motion WHERE starts_with(id, $1) UNION SELECT id FROM tombstone WHERE starts_with(id, $1)
     UNION SELECT old_id FROM redirect WHERE starts_with(old_id, $1)`,
    [id],
  );
  const used = new Set([...taken.map((row) => row.id), ...planned]);
  return distinct(id, (candidate) => used.has(candidate));
}

async function licenceBefore(store: Reader, source: string): Promise<string | null> {
  const [held] = await rows<{ licence_id: string | null }>(
    store,
    'SELECT licence_id FROM source WHERE id = $1',
    [source],
  );
  return held?.licence_id ?? null;
}
