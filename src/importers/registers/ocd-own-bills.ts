// Meetings, bills and vote events of our Open Civic Data as rows: motions with their movers, steps and votes.
import { slugOf } from '../../domain/ids.js';
import { cell, councilOf, day, extrasOf, type Fields, withSources } from './ocd-parts.js';
import { type Made, text, votesOf } from './popolo-own.js';
import type { Item } from './popolo-shape.js';

/** A meeting of a body. */
export function toMeeting(item: Item): Made[] {
  const [host] = (item.participants ?? []) as Fields[];
  const { date, precision } = day(item.start_date);
  const row = {
    id: text(item.id),
    council_id: councilOf(item.jurisdiction_id),
    body_id: text(host?.id),
    held_on: date,
    date_precision: precision,
    // Where a meeting has no title of its own, its name is that of the body.
    title: item.name === host?.name ? null : text(item.name),
    url: text(item.links?.[0]?.url),
  };
  return withSources('meeting', item, [{ table: 'meeting', row }]);
}

/** A bill: the motion, who put it, its steps and its documents. */
export function toMotion(item: Item): Made[] {
  const id = String(item.id);
  const { kind, text_status, date: stated, amends_id, note } = extrasOf(item);
  const { date, precision } = day(stated);
  const row = {
    id,
    council_id: text(item.from_organization_id),
    slug: slugOf(id),
    title: text(item.title),
    kind: text(kind),
    text_status: text(text_status),
    date,
    date_precision: precision,
    amends_id: text(amends_id),
    note: text(note),
  };
  const actions = (item.actions ?? []) as Fields[];
  const persons = (item.sponsorships ?? []) as Fields[];
  const documents = (item.documents ?? []) as Fields[];
  return [
    ...withSources('motion', item, [{ table: 'motion', row }]),
    ...documents.map(toSource),
    ...persons.map((person, index) => toMotionPerson(id, person, index)),
    ...actions.map((action) => toEvent(id, action)),
  ];
}

function toSource({ id, note, kind, date: stated, links }: Fields): Made {
  const [link] = (links ?? []) as Fields[];
  const { date, precision } = day(stated);
  const row = {
    id: text(id),
    title: text(note),
    kind: text(kind),
    url: text(link?.url),
    media_type: text(link?.media_type),
    published_on: date,
    published_precision: precision,
  };
  return { table: 'source', row };
}

function toMotionPerson(motion: string, person: Fields, index: number): Made {
  const row = {
    id: text(person.id),
    motion_id: motion,
    role: text(person.classification),
    name: text(person.name),
    is_group: person.entity_type === 'organization',
    councillor_id: text(person.person_id),
  };
  return { table: 'motion_person', row, initial: { seq: index + 1 } };
}

function toEvent(motion: string, action: Fields): Made {
  const extras = (action.extras ?? {}) as Fields;
  const { date, precision } = day(action.date);
  const row = {
    id: text(action.id),
    motion_id: motion,
    body_id: text(action.organization_id),
    occurred_on: date,
    date_precision: precision,
    stage: text(extras.stage),
    authoritative: extras.authoritative === true,
    outcome: text(extras.outcome),
    outcome_text: text(extras.outcome_text),
    decision_mode: text(extras.decision_mode),
    meeting_id: text(extras.meeting_id),
    amendment_id: text(extras.amendment_id),
    note: text(extras.note),
  };
  return { table: 'motion_event', row, initial: { seq: cell(action.order) } };
}

/** A vote: the counts of a step, and how each councillor voted. */
export function toVotes(item: Item): Made[] {
  const id = String(item.id);
  const count = (option: string) => cell(item.counts?.find((one) => one.option === option)?.value);
  const row = {
    id,
    motion_id: text(item.bill_id),
    votes_for: count('yes'),
    votes_against: count('no'),
    votes_abstain: count('abstain'),
  };
  return withSources('motion_event', item, [{ table: 'motion_event', row }, ...votesOf(item)]);
}
