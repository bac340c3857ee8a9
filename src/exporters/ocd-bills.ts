// Motions, votes and meetings in Open Civic Data's words. An amendment is a bill that names in `extras` the
// one it amends, since the format has no word for that.
import { statedPart } from '../domain/partial-date.js';
import { spoken } from '../domain/vocabulary.js';
import { type Ask, type Cell, countsOf, grouped, type Row, stated, voteWord } from './interchange.js';
import { identifierOf, jurisdictionId, sessionOf } from './ocd-ids.js';
import { documentsOf, sourcesOf } from './ocd-sources.js';

function partial(date: Cell | undefined, precision: Cell | undefined): string | null {
  return statedPart({ date, precision } as Parameters<typeof statedPart>[0]);
}

/** Every motion as a bill, with its steps, movers and documents. */
export async function bills(ask: Ask) {
  const actions = grouped(await ask(eventRows), 'motion_id');
  const persons = grouped(await ask('SELECT * FROM motion_person ORDER BY motion_id, seq'), 'motion_id');
  const documents = await documentsOf(ask);
  const sources = await sourcesOf(ask, 'motion');
  const motions = await ask('SELECT *, extract(year FROM date)::int AS year FROM motion ORDER BY id');
  return motions.map((motion) => {
    const { id, council_id, year, title, kind, text_status, amends_id, note } = motion;
    return stated({
      id,
      legislative_session: sessionOf(year),
      identifier: identifierOf(id),
      title,
      from_organization_id: council_id,
      classification: ['motion'],
      actions: actions(id).map(toAction),
      sponsorships: persons(id).map(toSponsorship),
      documents: documents(id),
      sources: sources(id),
      extras: stated({
        kind,
        text_status,
        date: partial(motion.date, motion.date_precision),
        amends_id,
        note,
      }),
    });
  });
}

const eventRows = `SELECT e.*, a.current_outcome AS amendment_outcome, m.title, m.amends_id,
    extract(year FROM m.date)::int AS year
  FROM motion_event e JOIN motion m ON m.id = e.motion_id LEFT JOIN motion a ON a.id = e.amendment_id
  ORDER BY e.motion_id, e.seq`;

function toAction(event: Row) {
  const { stage, authoritative, outcome, outcome_text, decision_mode, meeting_id, amendment_id, note } =
    event;
  return stated({
    id: event.id,
    organization_id: event.body_id,
    description: descriptionOf(event),
    date: partial(event.occurred_on, event.date_precision),
    classification: classificationOf(event),
    order: event.seq,
    extras: stated({
      stage,
      authoritative,
      outcome,
      outcome_text,
      decision_mode,
      meeting_id,
      amendment_id,
      note,
    }),
  });
}

function descriptionOf({ stage, outcome }: Row): string {
  return outcome === null ? spoken(String(stage)) : `${spoken(String(stage))}: ${spoken(String(outcome))}`;
}

const ofStage: Record<string, string> = {
  notice_given: 'filing',
  moved: 'introduction',
  amendment_moved: 'amendment-introduction',
  referred_to_executive: 'executive-receipt',
  referred_to_scrutiny: 'referral-committee',
};

const ofOutcome: Record<string, string> = {
  carried: 'passage',
  carried_as_amended: 'passage',
  lost: 'failure',
  withdrawn: 'withdrawal',
  deferred: 'deferral',
  referred: 'referral',
};

/** The format's words for a step; an empty list where it has none. An amendment's fate is that of its own bill. */
function classificationOf({ stage, outcome, amends_id, amendment_outcome }: Row): string[] {
  const ofMotion = ofOutcome[String(outcome)];
  const ofAmendment = stage === 'amendment_decided' ? ofOutcome[String(amendment_outcome)] : undefined;
  const words = [
    ofStage[String(stage)],
    ofMotion && amends_id !== null ? asAmendment(ofMotion) : ofMotion,
    ofAmendment && asAmendment(ofAmendment),
  ];
  return words.filter((word) => word !== undefined);
}

function asAmendment(word: string): string | undefined {
  return word === 'referral' ? undefined : `amendment-${word}`;
}

/** Who put it; the format has no place for the ward and party they stood for. */
function toSponsorship({ id, name, role, is_group, councillor_id }: Row) {
  return stated({
    id,
    name,
    classification: role,
    primary: role === 'mover',
    entity_type: is_group ? 'organization' : 'person',
    person_id: councillor_id,
  });
}

const results: Record<string, string> = { carried: 'pass', carried_as_amended: 'pass', lost: 'fail' };

/** Every step at which a vote was counted, called or settled. */
export async function voteEvents(ask: Ask) {
  const votes = grouped(
    await ask(`SELECT v.event_id, v.councillor_id, v.option, p.name FROM vote v
      JOIN councillor p ON p.id = v.councillor_id ORDER BY v.event_id, v.councillor_id`),
    'event_id',
  );
  const sources = await sourcesOf(ask, 'motion_event');
  const rows = await ask(eventRows);
  const isVote = (row: Row) =>
    results[String(row.outcome)] !== undefined || countsOf(row).length > 0 || votes(row.id).length > 0;
  return rows
    .filter(isVote)
    .map((row) => ({ ...toVoteEvent(row, votes(row.id)), ...stated({ sources: sources(row.id) }) }));
}

function toVoteEvent(event: Row, votes: readonly Row[]) {
  const passage = event.amends_id === null ? 'bill-passage' : 'amendment-passage';
  return stated({
    id: event.id,
    motion: { text: event.title ?? descriptionOf(event), classification: [passage] },
    start_date: partial(event.occurred_on, event.date_precision),
    result: results[String(event.outcome)],
    organization_id: event.body_id,
    legislative_session: sessionOf(event.year),
    bill_id: event.motion_id,
    votes: votes.map(({ name, councillor_id, option }) => ({
      voter_name: name,
      voter_id: councillor_id,
      option: voteWord[String(option)],
    })),
    counts: countsOf(event),
  });
}

/** Every meeting, with the motions before it. */
export async function events(ask: Ask) {
  const agenda = grouped(
    await ask(`SELECT DISTINCT e.meeting_id, m.id, m.title FROM motion_event e JOIN motion m ON m.id = e.motion_id
      WHERE e.meeting_id IS NOT NULL ORDER BY 1, 2`),
    'meeting_id',
  );
  const sources = await sourcesOf(ask, 'meeting');
  const meetings = await ask(
    'SELECT t.*, b.name AS body_name FROM meeting t JOIN body b ON b.id = t.body_id ORDER BY t.id',
  );
  return meetings.map((meeting) =>
    stated({
      ...toEvent(meeting),
      agenda: agenda(meeting.id).map(toAgendaItem),
      sources: sources(meeting.id),
    }),
  );
}

function toEvent({ id, council_id, body_id, body_name, title, url, held_on, date_precision }: Row) {
  return {
    id,
    name: title ?? body_name,
    jurisdiction_id: jurisdictionId(council_id),
    classification: 'meeting',
    start_date: partial(held_on, date_precision),
    participants: [{ name: body_name, id: body_id, type: 'organization', note: 'host' }],
    links: url === null ? [] : [{ url, note: 'meeting' }],
  };
}

function toAgendaItem({ id, title }: Row) {
  const name = title ?? identifierOf(id);
  return { description: name, related_entities: [{ type: 'bill', id, name }] };
}
