// The events a document shows as records. The steps of a recorded motion are curated: one it holds
// gains a source, a decision later than all it holds is added, anything else is only told.

import { bodyId, eventId, slugify } from '../../domain/ids.js';
import type { ParsedEvent } from '../motion-text/document.js';
import { bodyKindOf } from '../motion-text/history.js';
import type { ImportRecord } from '../record.js';
import { rows } from './known.js';
import { firstAddedSeq, type Reading, record, wonder } from './reading.js';

interface HeldEvent {
  id: string;
  seq: number;
  stage: string;
  occurred_on: string | null;
}

interface Body {
  id: string;
  name: string;
}

const bodyKinds = {
  executive: 'executive',
  scrutiny: 'scrutiny',
  council: 'full_council',
  committee: 'committee',
};

/** The steps in the life of the motion that the document shows. */
export async function eventRecords(reading: Reading): Promise<ImportRecord[]> {
  const held = await rows<HeldEvent>(
    reading.store,
    'SELECT id, seq, stage, occurred_on FROM motion_event WHERE motion_id = $1 ORDER BY seq',
    [reading.motionId],
  );
  const bodies = await rows<Body>(
    reading.store,
    'SELECT id, name FROM body WHERE council_id = $1 ORDER BY id',
    [reading.council],
  );
  const base = reading.isNew ? 0 : held.reduce((most, { seq }) => Math.max(most, seq), firstAddedSeq);
  const added: ParsedEvent[] = [];
  return reading.motion.events.flatMap((event) => {
    const known = held.find(({ stage, occurred_on }) => stage === event.stage && occurred_on === event.date);
    if (known) return [linkTo(reading, known.id, event)];
    if (!mayAdd(reading, event, held)) return [];
    const same = [...held, ...added].filter(({ stage }) => stage === event.stage);
    added.push(event);
    const id = eventId(reading.motionId, event.stage, same.length + 1);
    return [...newEvent(reading, event, id, base + added.length, bodies), linkTo(reading, id, event)];
  });
}

function linkTo(reading: Reading, id: string, { line }: ParsedEvent): ImportRecord {
  return record(reading, 'motion_event_source', { motion_event_id: id, source_id: reading.source }, line);
}

function mayAdd(reading: Reading, event: ParsedEvent, held: readonly HeldEvent[]): boolean {
  // An amendment is a motion of its own, with its own mover and text.
  if (event.stage === 'amendment_decided') {
    if (!held.some(({ stage }) => stage === event.stage))
      wonder(reading, 'AMENDMENT_NOT_RECORDED', event.line);
    return false;
  }
  if (reading.isNew) return true;
  // A meeting that is recorded by what happened there need not be recorded as announced as well.
  const isMet = event.date !== null && held.some(({ occurred_on }) => occurred_on === event.date);
  if (isMet && event.outcome === null) return false;
  const isLast =
    event.date !== null && held.every(({ occurred_on }) => (occurred_on ?? '') < (event.date ?? ''));
  if (isLast && event.outcome !== null) return true;
  wonder(reading, 'EVENT_NOT_IN_RECORD', event.line, [event.stage, event.date].filter(Boolean).join(' '));
  return false;
}

function newEvent(
  reading: Reading,
  event: ParsedEvent,
  id: string,
  seq: number,
  bodies: readonly Body[],
): ImportRecord[] {
  const { id: body, records } = bodyOf(reading, event, bodies);
  const isDecided = event.stage === 'decided' || event.stage === 'decided_by_executive';
  const kind = event.body === null ? 'council' : bodyKindOf(event.body);
  const row = {
    id,
    motion_id: reading.motionId,
    seq,
    stage: event.stage,
    body_id: body,
    occurred_on: event.date,
    date_precision: event.datePrecision,
    authoritative: isDecided && event.outcome !== null && (kind === 'council' || kind === 'executive'),
    outcome: event.outcome,
    outcome_text: event.outcomeText,
    decision_mode: event.decisionMode ?? 'not_stated',
    votes_for: event.votes.for,
    votes_against: event.votes.against,
    votes_abstain: event.votes.abstain,
    note:
      event.inferred.length > 0 ? `Not printed with it but worked out: ${event.inferred.join(', ')}.` : null,
  };
  return [...records, record(reading, 'motion_event', row, event.line)];
}

/** The recorded body of that name, or a new one where the name is that of a body and not of a debate. */
function bodyOf(
  reading: Reading,
  { body, line }: ParsedEvent,
  bodies: readonly Body[],
): { id: string | null; records: ImportRecord[] } {
  if (body === null || /\b(?:debate|meeting)$/i.test(body)) return { id: null, records: [] };
  const known = bodies.find(({ name }) => slugify(name) === slugify(body));
  if (known) return { id: known.id, records: [] };
  const id = bodyId(reading.council, body);
  const row = { id, council_id: reading.council, name: body, kind: bodyKinds[bodyKindOf(body)] };
  const link = record(reading, 'body_source', { body_id: id, source_id: reading.source }, line);
  return { id, records: [record(reading, 'body', row, line), link] };
}
