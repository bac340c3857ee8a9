// The motion's own row. A recorded motion keeps what it states; a document adds itself as a source
// and fills what the record leaves open.

import type { Value } from '../../store/write.js';
import type { ImportRecord } from '../record.js';
import { rows } from './known.js';
import { type Reading, record } from './reading.js';

/** The motion's own row: whole when it is new, else only what the record leaves open. */
export async function motionRecords(reading: Reading): Promise<ImportRecord[]> {
  const { motion, motionId: id, source, isNew, council } = reading;
  const link = record(reading, 'motion_source', { motion_id: id, source_id: source });
  if (isNew) {
    const first = motion.events.find(({ date }) => date !== null);
    const row = {
      id,
      council_id: council,
      slug: id.slice(id.lastIndexOf('/') + 1),
      title: motion.title,
      kind: motion.kind,
      text_status: motion.textStatus,
      date: first?.date ?? null,
      date_precision: first?.datePrecision ?? 'unknown',
      amends_id: reading.amends,
    };
    return [record(reading, 'motion', row), link];
  }
  const [held] = await rows<{ title: string | null; kind: string }>(
    reading.store,
    'SELECT title, kind FROM motion WHERE id = $1',
    [id],
  );
  const row: Record<string, Value> = { id };
  if (held?.title === null && motion.title) row.title = motion.title;
  if (held?.kind === 'not_stated' && motion.kind !== 'not_stated') row.kind = motion.kind;
  return [...(Object.keys(row).length > 1 ? [record(reading, 'motion', row)] : []), link];
}
