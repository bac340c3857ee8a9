// One motion's YAML file → the records of the motion, its people, its events and its clauses.
import { eventId, motionPersonId, slugOf, voteId } from '../../domain/ids.js';
import { addClauses } from './clause.js';
import { Collector } from './collector.js';
import type { SeedContent } from './content.js';
import { identify, type MotionIdentity, readYaml } from './motion-file.js';
import { motionSchema } from './motion-schema.js';
import { type EventSeed, type MotionSeed, type PersonSeed, placed } from './motion-seed.js';
import { partial } from './partial.js';
import { validator } from './validate.js';

const validate = validator(motionSchema());

/** The records of a motion's file; `file` is its path under the seeds folder. */
export function readMotion(file: string, text: string): SeedContent {
  const identity = identify(file);
  if (!identity) {
    const expected = 'a name such as motions/southwark/2023-03-22-safer-southwark-communities.yaml';
    return { records: [], faults: [{ expected, got: file, at: { file } }] };
  }
  const yaml = readYaml(file, text);
  if (yaml.faults.length > 0) return { records: [], faults: yaml.faults };
  const into = new Collector(file, yaml);
  const faults = validate(yaml.value);
  for (const { path, ...fault } of faults) into.fault(path, fault);
  if (faults.length === 0) addMotion(into, identity, yaml.value as MotionSeed);
  return into.content;
}

function addMotion(into: Collector, { id, council, date, amends }: MotionIdentity, seed: MotionSeed): void {
  const heard = partial(seed.date === undefined ? date : seed.date);
  into.add('motion', [], {
    id,
    council_id: council,
    slug: slugOf(id),
    title: seed.title,
    kind: seed.kind,
    text_status: seed.text_status,
    date: heard.date,
    date_precision: heard.precision,
    amends_id: amends,
    note: seed.note,
  });
  into.addSources('motion', [], id, seed.sources);
  addPeople(into, id, seed.people);
  addEvents(into, id, seed.events);
  if (seed.reading) addClauses(into, id, seed.reading, seed.clauses);
}

function addPeople(into: Collector, motion: string, people: PersonSeed[] | undefined): void {
  const counted = counter();
  for (const { seed, path, place } of placed(people, [], 'people')) {
    const id = motionPersonId(motion, seed.role, counted(seed.role, seed.n));
    into.add('motion_person', path, {
      id,
      motion_id: motion,
      seq: place,
      role: seed.role,
      name: seed.name,
      is_group: seed.is_group ?? false,
      councillor_id: seed.councillor,
      ward_id: seed.ward,
      party_id: seed.party,
    });
    into.addSources('motion_person', path, id, seed.sources);
  }
}

function addEvents(into: Collector, motion: string, events: EventSeed[] | undefined): void {
  const counted = counter();
  for (const { seed, path, place } of placed(events, [], 'events')) {
    const id = eventId(motion, seed.stage, counted(seed.stage, seed.n));
    const { stage, body, meeting, amendment, date, sources, votes, n, ...plain } = seed;
    const when = date === undefined ? {} : dated(date);
    into.add(
      'motion_event',
      path,
      {
        id,
        motion_id: motion,
        seq: place,
        stage,
        body_id: body,
        meeting_id: meeting,
        amendment_id: amendment,
        ...when,
        ...plain,
      },
      { date_precision: 'unknown', authoritative: false, decision_mode: 'not_stated' },
    );
    into.addSources('motion_event', path, id, sources);
    for (const { seed: vote, path: at } of placed(votes, path, 'votes')) {
      const key = voteId(id, vote.councillor);
      into.add('vote', at, { id: key, event_id: id, councillor_id: vote.councillor, option: vote.option });
    }
  }
}

function dated(stated: string | number | null) {
  const { date, precision } = partial(stated);
  return { occurred_on: date, date_precision: precision };
}

/** Counts the ones of a kind; a number that a seed states is taken as it is. */
function counter() {
  const seen = new Map<string, number>();
  return (kind: string, stated?: number): number => {
    const n = stated ?? (seen.get(kind) ?? 0) + 1;
    seen.set(kind, Math.max(n, seen.get(kind) ?? 0));
    return n;
  };
}
