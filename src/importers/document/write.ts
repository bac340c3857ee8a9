// Writes one document within a transaction: every record that its motions give, merged at once.

import { flattenClauses } from '../../domain/clause-tree.js';
import { clauseId } from '../../domain/ids.js';
import type { Writer } from '../../store/write.js';
import type { ImportRecord } from '../record.js';
import { changedCount, writeRecords } from '../run.js';
import { amendmentReadings } from './amendment-readings.js';
import { clauseRecords, type HeldClause, heldClauses } from './clause-records.js';
import { eventRecords } from './event-records.js';
import type { Known } from './known.js';
import { motionRecords } from './motion-records.js';
import { peopleRecords } from './people-records.js';
import { planDocument } from './plan.js';
import { type ReadDocument, type Reading, record } from './reading.js';
import type { FileReport } from './report.js';
import { sourceRow } from './source-record.js';
import { askRecords, citationRecords } from './suggestion-records.js';

/** Writes what a document says; where nothing of it can be placed, nothing is written. */
export async function writeDocument(
  writer: Writer,
  known: Known,
  read: ReadDocument,
  licence: string | null,
): Promise<FileReport> {
  const { file, decoded, document } = read;
  const { readings, refusals } = await planDocument(writer.client, known, read, licence);
  if (readings.length === 0) {
    const result = refusals.join('; ') || 'no motion was found in it, so nothing is written';
    return { file, document, result, isRejected: true, counts: {} };
  }
  const records = [record({ file }, 'source', sourceRow(document, decoded, licence))];
  const released: string[] = [];
  for (const reading of readings) records.push(...(await recordsOf(reading, released)));
  for (const id of released) await writer.remove('held_text', id, 'its wording may be published now');
  const counts = await writeRecords(writer, distinctRecords(records));
  document.doubts.sort((a, b) => a.line - b.line);
  const isUnchanged = changedCount(counts) + released.length === 0;
  const done = readings.map(({ isNew, motionId }) => `${isNew ? 'recorded as' : 'attached to'} ${motionId}`);
  const result = [...done, ...refusals, ...(isUnchanged ? ['nothing changed'] : [])].join('; ');
  return { file, document, result, isRejected: refusals.length > 0, counts };
}

/** Two motions of one meeting may both tell of a body that was not recorded before. */
function distinctRecords(records: readonly ImportRecord[]): ImportRecord[] {
  const byRow = new Map(records.map((one) => [`${one.table} ${JSON.stringify(one.row)}`, one]));
  return [...byRow.values()];
}

async function recordsOf(reading: Reading, released: string[]): Promise<ImportRecord[]> {
  const amendments = await amendmentReadings(reading);
  const ofAmendments: ImportRecord[] = [];
  for (const amendment of amendments.values()) ofAmendments.push(...(await recordsOf(amendment, released)));
  const held = await heldClauses(reading);
  const clauses = clauseRecords(reading, held);
  released.push(...clauses.released);
  const isRecorded = standsAsRead(reading, held, clauses.records);
  return [
    ...(await motionRecords(reading)),
    ...(await peopleRecords(reading)),
    ...(await eventRecords(reading, amendments)),
    ...clauses.records,
    ...(await askRecords(reading, isRecorded, clauses.published)),
    ...(await citationRecords(reading, isRecorded)),
    ...ofAmendments,
  ];
}

/** Suggestions rest on words of the document, so they are made only where the record says the same words. */
function standsAsRead(
  { motion, motionId }: Reading,
  held: readonly HeldClause[],
  written: readonly ImportRecord[],
): (clause: string) => boolean {
  const read = new Map(
    flattenClauses(motion.clauses).map((one) => [clauseId(motionId, one.address), one.text]),
  );
  const isWritten = new Set(
    written.flatMap(({ table, row }) => (table === 'clause' ? [String(row.id)] : [])),
  );
  const recorded = new Map(held.map(({ id, text, held: kept }) => [id, text ?? kept]));
  return (clause) =>
    isWritten.has(clause) || (recorded.has(clause) && recorded.get(clause) === read.get(clause));
}
