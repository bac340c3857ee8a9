// Writes one document within a transaction: recognises each motion or mints it, then merges records.

import { distinct, motionId, slugify, slugOf } from '../../domain/ids.js';
import { statedPart } from '../../domain/partial-date.js';
import type { Writer } from '../../store/write.js';
import { findMotions } from '../attach.js';
import type { ParsedMotion } from '../motion-text/document.js';
import { doubt } from '../motion-text/doubts.js';
import type { ImportRecord } from '../record.js';
import { changedCount, writeRecords } from '../run.js';
import { clauseRecords, heldClauses } from './clause-records.js';
import { eventRecords } from './event-records.js';
import { type Known, type Reader, rows } from './known.js';
import { motionRecords } from './motion-records.js';
import { peopleRecords } from './people-records.js';
import { type ReadDocument, type Reading, record, wordingOf } from './reading.js';
import type { FileReport } from './report.js';
import { documentId, rightsUnder, sourceRow } from './source-record.js';
import { askRecords, citationRecords } from './suggestion-records.js';

interface Plan {
  readings: Reading[];
  /** What keeps a motion of the document out, in words. */
  refusals: string[];
}

/** Writes what a document says; where nothing of it can be placed, nothing is written. */
export async function writeDocument(
  writer: Writer,
  known: Known,
  { file, decoded, document }: ReadDocument,
  licence: string | null,
): Promise<FileReport> {
  const before = await licenceBefore(writer.client, documentId(decoded.sha256));
  const plan = await planDocument(writer.client, known, { file, decoded, document }, licence ?? before);
  if (plan.readings.length === 0) {
    const result = plan.refusals.join('; ') || 'no motion was found in it; nothing was written';
    return { file, document, result, isRejected: true, counts: {} };
  }
  const records = [record({ file }, 'source', sourceRow(document, decoded.sha256, licence))];
  const released: string[] = [];
  for (const reading of plan.readings) records.push(...(await recordsOf(reading, released)));
  for (const id of released) await writer.remove('held_text', id, 'its wording may be published now');
  const counts = await writeRecords(writer, records);
  document.doubts.sort((a, b) => a.line - b.line);
  const isUnchanged = changedCount(counts) + released.length === 0;
  const done = plan.readings.map(
    ({ isNew, motionId: id }) => `${isNew ? 'recorded as' : 'attached to'} ${id}`,
  );
  const result = [...done, ...plan.refusals, ...(isUnchanged ? ['nothing changed'] : [])].join('; ');
  return { file, document, result, isRejected: plan.refusals.length > 0, counts };
}

async function planDocument(
  store: Reader,
  known: Known,
  { file, decoded, document }: ReadDocument,
  licence: string | null,
): Promise<Plan> {
  const plan: Plan = { readings: [], refusals: [] };
  const source = documentId(decoded.sha256);
  const rights = rightsUnder(licence);
  for (const motion of document.motions) {
    if (motion.council === null) {
      plan.refusals.push('whose motion it is could not be told; nothing was written for it');
      continue;
    }
    const found = await findMotions(store, motion, source);
    if (found.length > 1) {
      document.doubts.push(
        doubt(
          'AMBIGUOUS_MOTION',
          0,
          `Several recorded motions fit the text; nothing was written for it (${found.join(', ')})`,
        ),
      );
      plan.refusals.push('several recorded motions fit it; nothing was written for it');
      continue;
    }
    const id = found[0] ?? (await mintMotion(store, motion, motion.council));
    if (licence === null) document.doubts.push(doubt('RIGHTS_NOT_STATED', 0));
    plan.readings.push({
      store,
      known,
      motion,
      council: motion.council,
      motionId: id,
      isNew: found.length === 0,
      source,
      rights,
      wording: wordingOf(motion),
      file,
      doubts: document.doubts,
    });
  }
  return plan;
}

async function recordsOf(reading: Reading, released: string[]): Promise<ImportRecord[]> {
  const held = await heldClauses(reading);
  const clauses = clauseRecords(reading, held);
  released.push(...clauses.released);
  const ids = new Set(held.map(({ id }) => id));
  for (const { table, row } of clauses.records) if (table === 'clause') ids.add(String(row.id));
  const isRecorded = (clause: string) => ids.has(clause);
  const published = new Set([
    ...clauses.published,
    ...held.filter(({ text }) => text !== null).map(({ id }) => id),
  ]);
  return [
    ...(await motionRecords(reading)),
    ...(await peopleRecords(reading)),
    ...(await eventRecords(reading)),
    ...clauses.records,
    ...(await askRecords(reading, isRecorded, published)),
    ...(await citationRecords(reading, isRecorded)),
  ];
}

/** A new id from the first meeting and the title; never one that is or was in use. */
async function mintMotion(store: Reader, motion: ParsedMotion, council: string): Promise<string> {
  const first = motion.events.find(({ date }) => date !== null);
  const date = first ? statedPart({ date: first.date, precision: first.datePrecision }) : null;
  const review = motion.citations[0]?.review;
  const slug =
    slugify(motion.title ?? '')
      .slice(0, 80)
      .replace(/-+$/, '') || (review ? slugOf(review) : 'motion');
  const id = motionId(council, date, slug);
  const taken = await rows<{ id: string }>(
    store,
    `SELECT id FROM motion WHERE starts_with(id, $1) UNION SELECT id FROM tombstone WHERE starts_with(id, $1)
     UNION SELECT old_id FROM redirect WHERE starts_with(old_id, $1)`,
    [id],
  );
  const used = new Set(taken.map((row) => row.id));
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
