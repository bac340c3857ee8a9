// The page of a motion: what became of it, its life before the bodies it came to, and its clauses with what
// each asks, cites and claims.
import type { VNode } from 'preact';
import { isAdopted } from '../domain/outcome.js';
import { motionKind, motionTextStatus, spoken } from '../domain/vocabulary.js';
import type { MotionRecord, PersonRecord } from '../store/queries/motion-record.js';
import { Amendments } from './amendments.js';
import { ClauseTree } from './clause-tree.js';
import { writtenDate } from './date.js';
import { rolePhrase } from './evidence.js';
import { Page } from './layout.js';
import { distinctSources, Fact, RecordHead, Shown, Sources } from './record.js';
import type { PageTable } from './send.js';
import { Term } from './term.js';
import { Timeline } from './timeline.js';
import { counted, outcomeWord } from './wording.js';

/** The page. */
export function MotionPage(motion: MotionRecord, contactUrl: string | undefined): VNode {
  const { council } = motion;
  const name = nameOf(motion);
  return (
    <Page
      title={`${name} · ${council.shortName} · Open Motions`}
      description={`${council.name}: ${standingOf(motion)} Clause by clause, with sources.`}
      contactUrl={contactUrl}
    >
      <RecordHead
        kicker={
          <>
            <a href={`/${council.id}`}>{council.name}</a> ·{' '}
            {motion.kind === 'not_stated' ? 'motion' : spoken(motion.kind)}
          </>
        }
      >
        {name}
      </RecordHead>
      <p class="standfirst">{standingOf(motion)}</p>
      {motion.title === null ? <p class="notice">No source read so far gives its title.</p> : null}
      <MotionFacts motion={motion} />
      {motion.note ? <p class="prose">{motion.note}</p> : null}
      <section aria-labelledby="life">
        <h2 id="life">What became of it</h2>
        <Timeline events={motion.events} amendments={motion.amendments} />
      </section>
      <Amendments amendments={motion.amendments} />
      <Clauses motion={motion} />
      <p class="onward">
        <a href={`/lineage/${motion.id}`}>Who else put these words, and what each changed</a>
      </p>
      <Sources sources={distinctSources(motion.sources, motion.clauseSources)} />
    </Page>
  );
}

/** The title, or where no source gives one, whose motion it is and of when. */
export function nameOf(motion: {
  readonly title: string | null;
  readonly date: string | null;
  readonly precision: MotionRecord['precision'];
  readonly council: { readonly shortName: string };
}): string {
  const date = writtenDate(motion);
  return motion.title ?? `Motion of ${motion.council.shortName}, ${date ?? 'date not known'}`;
}

// About a line of a list.
const openingLength = 90;

/** The title as a list of news prints it; without one, how the motion begins, marked as no title. */
export function listedName(
  motion: Parameters<typeof nameOf>[0] & { readonly opening: string | null },
): string {
  const { title, opening } = motion;
  if (title !== null || opening === null) return nameOf(motion);
  if (opening.length <= openingLength) return `Untitled: ${opening}`;
  return `Untitled: ${opening.slice(0, openingLength).replace(/\W+\w*$/, '')} …`;
}

/** What was decided and since when, in a sentence that says no more than the events do. */
function standingOf({ outcome, since, events, decidingEvent, stage }: MotionRecord): string {
  if (outcome === null) {
    const undecided = events.some((event) => event.outcome === 'unknown');
    if (undecided) return 'Decided, but no source read so far says how.';
    return `No final decision is recorded${stage ? `; the last recorded step is: ${spoken(stage)}` : ''}.`;
  }
  const first = events.find((event) => event.occurredOn === since && event.authoritative);
  const from = since && writtenDate({ date: since, precision: first?.precision ?? 'day' });
  const by = first?.body ? ` (${first.body})` : '';
  const last = events.find(({ id }) => id === decidingEvent);
  const later =
    last && last.id !== first?.id ? writtenDate({ date: last.occurredOn, precision: last.precision }) : null;
  return (
    `${outcomeWord[outcome]}${from ? ` ${isAdopted(outcome) ? 'since' : 'on'} ${from}${by}` : ', date not known'}.` +
    (later ? ` Decided again${last?.body ? ` by ${last.body}` : ''} on ${later}, with the same outcome.` : '')
  );
}

function MotionFacts({ motion }: { motion: MotionRecord }): VNode {
  const { amends, textStatus, people } = motion;
  return (
    <dl class="facts">
      {amends ? (
        <Fact name="Amends">
          <a href={`/${amends.id}`}>{amends.title ?? 'another motion'}</a>
        </Fact>
      ) : null}
      <Fact name="Put by">
        {people.length === 0 ? null : people.map((person) => <Person key={person.id} person={person} />)}
      </Fact>
      <Fact name="First before the council">{writtenDate(motion)}</Fact>
      <Fact name="Kind">
        <Term list={motionKind} word={motion.kind}>
          {spoken(motion.kind)}
        </Term>
      </Fact>
      <Fact name="How much was read">
        <Term list={motionTextStatus} word={textStatus}>
          {motionTextStatus.meaning[textStatus]}
        </Term>
      </Fact>
    </dl>
  );
}

function Person({ person }: { person: PersonRecord }): VNode {
  const standing = [person.ward, person.party].filter(Boolean).join(', ');
  return (
    <p>
      {rolePhrase[person.role]}{' '}
      {person.councillor ? <a href={`/${person.councillor}`}>{person.name}</a> : person.name}
      {standing ? ` (${standing}, on the day)` : ''}. <Shown sources={person.sources} lead="Shown by" />
    </p>
  );
}

function Clauses({ motion }: { motion: MotionRecord }): VNode {
  const { clauses, clauseSources } = motion;
  const asks = clauses.reduce((sum, clause) => sum + clause.asks.length, 0);
  const isSummary = clauses.every(
    ({ text, textStatus: status }) => text === null && status === 'summary_only',
  );
  const [only] = clauseSources.length === 1 ? clauseSources : [];
  return (
    <section aria-labelledby="clauses">
      <h2 id="clauses">Clause by clause</h2>
      {clauses.length === 0 ? (
        <p>No clause is recorded: {motionTextStatus.meaning[motion.textStatus]}</p>
      ) : (
        <p class="who">
          {counted(clauses.length, 'clause')}, {counted(asks, 'act')} asked for or reported. Labels are as
          printed; an address or a kind that was worked out is marked as inferred.{' '}
          {isSummary ? 'Each clause is summed up in our words; its wording is not held here. ' : ''}
          {only ? <Shown sources={[only]} lead="All read in" /> : null}
        </p>
      )}
      <ClauseTree clauses={clauses} parent={null} isSaid={isSummary} />
    </section>
  );
}

/** Its clauses as a table, one row each. */
export function motionTable({ id, clauses }: MotionRecord): PageTable {
  const columns = [
    ...['clause_id', 'motion_id', 'address', 'address_inferred', 'label', 'kind', 'kind_inferred', 'stance'],
    ...['summary', 'text', 'text_status', 'wording', 'asks', 'citations'],
  ];
  const rows = clauses.map((clause) => ({
    clause_id: clause.id,
    motion_id: id,
    address: clause.address,
    address_inferred: clause.addressInferred,
    label: clause.label,
    kind: clause.kind,
    kind_inferred: clause.kindInferred,
    stance: clause.stance,
    summary: clause.summary,
    text: clause.text,
    text_status: clause.textStatus,
    wording: clause.wording,
    asks: clause.asks.length,
    citations: clause.citations.length,
  }));
  return { columns, rows };
}
