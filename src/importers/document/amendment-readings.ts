// An amendment is a motion that amends another, with its own mover, words and fate. It is read as one, so
// that the same rules write it. Its parent says when it was decided; how is the amendment's own.

import { amendmentId, slugify } from '../../domain/ids.js';
import type { ParsedAmendment, ParsedClause, ParsedEvent } from '../motion-text/document.js';
import { rows } from './known.js';
import { type Reading, wonder, wordingOf } from './reading.js';

interface HeldAmendment {
  id: string;
  movers: string[];
}

/** The amendments of a motion as readings of their own, by the line each begins on. */
export async function amendmentReadings(reading: Reading): Promise<Map<number, Reading>> {
  const held = await rows<HeldAmendment>(
    reading.store,
    `SELECT m.id, array_remove(array_agg(p.name ORDER BY p.seq), NULL) AS movers FROM motion m
     LEFT JOIN motion_person p ON p.motion_id = m.id AND p.role <> 'seconder'
     WHERE m.amends_id = $1 GROUP BY m.id ORDER BY m.id`,
    [reading.motionId],
  );
  const readings = new Map<number, Reading>();
  const taken = new Set<string>();
  for (const amendment of reading.motion.amendments) {
    const known = knownAs(reading, amendment, held, taken);
    const id = known ?? mint(reading, amendment, [...held.map((one) => one.id), ...taken]);
    taken.add(id);
    if (known === undefined && !reading.isNew)
      wonder(reading, 'AMENDMENT_NOT_RECORDED', amendment.line, id.slice(id.lastIndexOf('/') + 1));
    readings.set(amendment.line, toReading(reading, amendment, id, known === undefined));
  }
  return readings;
}

/** The recorded amendment that is meant: of the same label, else the only one of the same mover. */
function knownAs(
  { motionId }: Reading,
  { label, movers }: ParsedAmendment,
  held: readonly HeldAmendment[],
  taken: ReadonlySet<string>,
): string | undefined {
  const free = held.filter(({ id }) => !taken.has(id));
  if (label !== null) return free.find(({ id }) => id === amendmentId(motionId, label))?.id;
  const names = movers.filter(({ role }) => role !== 'seconder').map(({ name }) => slugify(name));
  const same = free.filter(({ movers: known }) => known.some((name) => names.includes(slugify(name))));
  if (same.length === 1) return same[0]?.id;
  return names.length === 0 ? free[0]?.id : undefined;
}

function mint({ motionId }: Reading, { label }: ParsedAmendment, used: readonly string[]): string {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const labels = label === null ? letters : [label, ...letters.map((letter) => `${label}-${letter}`)];
  const ids = labels.map((one) => amendmentId(motionId, one));
  return ids.find((id) => !used.includes(id)) ?? amendmentId(motionId, `${used.length + 1}`);
}

function toReading(parent: Reading, amendment: ParsedAmendment, id: string, isNew: boolean): Reading {
  const { label, movers, outcome, outcomeText, decisionMode, votes, line } = amendment;
  const events: ParsedEvent[] = [];
  const meeting = parent.motion.events.find(
    (event) => event.stage === 'amendment_decided' && event.line === line,
  );
  if (outcome !== null)
    events.push({
      stage: 'decided',
      body: meeting?.body ?? null,
      date: meeting?.date ?? null,
      datePrecision: meeting?.datePrecision ?? 'unknown',
      outcome,
      outcomeText,
      decisionMode,
      votes,
      inferred: meeting?.inferred ?? [],
      line,
    });
  const motion: Reading['motion'] = {
    ...parent.motion,
    title: label === null ? 'Amendment' : `Amendment ${label}`,
    kind: 'amendment',
    textStatus: amendment.lines.length > 0 ? 'full' : 'summary_only',
    movers,
    outcome,
    events,
    amendments: [],
    clauses: clausesOf(amendment),
    asks: [],
    citations: [],
  };
  const wording = wordingOf(motion);
  return { ...parent, motion, motionId: id, isNew, wording, amends: parent.motionId };
}

/** Its words line by line. They spell out a change to the motion above, and the council says none of them itself. */
function clausesOf({ lines }: ParsedAmendment): ParsedClause[] {
  return lines.map(({ text, line, start, end }, index) => ({
    address: String(index + 1),
    label: null,
    kind: 'elaborates',
    stance: 'none',
    leadIn: null,
    text,
    inferred: ['address', 'kind'],
    line,
    span: { start, end },
    marker: null,
    children: [],
  }));
}
