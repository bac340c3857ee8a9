// The events a document shows as records. The steps of a recorded motion are curated: one it holds
// gains a source, a decision later than all it holds is added, anything else is only told.

import { bodyId, eventId, slugify } from '../../domain/ids.js';
import { spoken } from '../../domain/vocabulary.js';
import type { ParsedEvent } from '../motion-text/document.js';
import { bodyKindOf } from '../motion-text/history.js';
import type { ImportRecord } from '../record.js';
import { rows } from './known.js';
import { firstAddedSeq, type Reading, record, wonder } from './reading.js';
import { voteRecords } from './vote-records.js';

interface HeldEvent {
  id: string;
  seq: number;
  stage: string;
  occurred_on: string | null;
  amendment_id: string | null;
  decision_mode: string;
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

/** The steps in the life of the motion that the document shows; amendments are given by their lines. */
export async function eventRecords(
  reading: Reading,
  amendments: ReadonlyMap<number, Reading>,
): Promise<ImportRecord[]> {
  const held = await rows<HeldEvent>(
    reading.store,
    'SELECT id, seq, stage, occurred_on, amendment_id, decision_mode FROM motion_event WHERE motion_id = $1 ORDER BY seq',
    [reading.motionId],
  );
  const bodies = await rows<Body>(
    reading.store,
    'SELECT id, name FROM body WHERE council_id = $1 ORDER BY id',
    [reading.council],
  );
  const base = reading.isNew ? 0 : held.reduce((most, { seq }) => Math.max(most, seq), firstAddedSeq);
  const added: ParsedEvent[] = [];
  const records: ImportRecord[] = [];
  for (const event of reading.motion.events) {
    const amendment = event.stage === 'amendment_decided' ? amendments.get(event.line) : undefined;
    const known = held.find((one) => isSameStep(one, event, amendment?.motionId ?? null));
    if (!known && !mayAdd(reading, event, held, amendment)) continue;
    const same = [...held, ...added].filter(({ stage }) => stage === event.stage);
    const id = known?.id ?? eventId(reading.motionId, event.stage, same.length + 1);
    if (!known) {
      added.push(event);
      const { motionId: amendment_id = null } = amendment ?? {};
      records.push(...newEvent(reading, event, { id, seq: base + added.length, amendment_id }, bodies));
    }
    records.push(linkTo(reading, id, event), ...(await votesOf(reading, event, id, known)));
  }
  return records;
}

function isSameStep(held: HeldEvent, { stage, date }: ParsedEvent, amendment: string | null): boolean {
  const isOther = amendment !== null && held.amendment_id !== null && held.amendment_id !== amendment;
  return held.stage === stage && held.occurred_on === date && !isOther;
}

/** Votes by name stand under an event that is recorded as such a vote; where its mode is open, they tell it. */
async function votesOf(
  reading: Reading,
  { date, votes, line, stage }: ParsedEvent,
  id: string,
  known: HeldEvent | undefined,
): Promise<ImportRecord[]> {
  if (stage === 'amendment_decided' || votes.recorded.length === 0) return [];
  const mode = known?.decision_mode ?? 'recorded_vote';
  if (!['recorded_vote', 'casting_vote', 'not_stated'].includes(mode)) {
    wonder(reading, 'VOTES_UNSURE', line, `the record says ${spoken(mode)}`);
    return [];
  }
  const named = await voteRecords(reading, { event: id, date, recorded: votes.recorded, line });
  const row = { id, decision_mode: 'recorded_vote' };
  return mode === 'not_stated' && named.length > 0
    ? [record(reading, 'motion_event', row, line), ...named]
    : named;
}

function linkTo(reading: Reading, id: string, { line }: ParsedEvent): ImportRecord {
  return record(reading, 'motion_event_source', { motion_event_id: id, source_id: reading.source }, line);
}

function mayAdd(
  reading: Reading,
  event: ParsedEvent,
  held: readonly HeldEvent[],
  amendment: Reading | undefined,
): boolean {
  // An amendment is a motion of its own. The steps of a recorded motion stay; the amendment tells its fate.
  if (event.stage === 'amendment_decided') {
    if (!amendment && !held.some(({ stage }) => stage === event.stage))
      wonder(reading, 'AMENDMENT_NOT_RECORDED', event.line);
    return amendment !== undefined && reading.isNew;
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
  { id, seq, amendment_id }: { id: string; seq: number; amendment_id: string | null },
  bodies: readonly Body[],
): ImportRecord[] {
  const { id: body, records } = bodyOf(reading, event, bodies);
  const isDecided = event.stage === 'decided' || event.stage === 'decided_by_executive';
  const kind = event.body === null ? 'council' : bodyKindOf(event.body);
  const isRecorded = event.votes.recorded.length > 0 && event.decisionMode !== 'casting_vote';
  const isAmendment = event.stage === 'amendment_decided';
  const row = {
    id,
    motion_id: reading.motionId,
    seq,
    stage: event.stage,
    amendment_id,
    body_id: body,
    occurred_on: event.date,
    date_precision: event.datePrecision,
    authoritative: isDecided && event.outcome !== null && (kind === 'council' || kind === 'executive'),
    outcome: event.outcome,
    outcome_text: isAmendment ? null : event.outcomeText,
    decision_mode: isAmendment
      ? 'not_stated'
      : isRecorded
        ? 'recorded_vote'
        : (event.decisionMode ?? 'not_stated'),
    votes_for: isAmendment ? null : event.votes.for,
    votes_against: isAmendment ? null : event.votes.against,
    votes_abstain: isAmendment ? null : event.votes.abstain,
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
