// What was asked, of an addressee or on a theme, and what came of it: counts by state, each leading to its asks, and
// the asks themselves with what followed. What a motion that was not carried asks is told apart, since no council
// is known to ask it.
import type { VNode } from 'preact';
import { isAdopted } from '../domain/outcome.js';
import { askState, type Word } from '../domain/vocabulary.js';
import type { AskList, ListedAsk } from '../store/queries/ask-list.js';
import { AskItem } from './ask.js';
import { writtenDate } from './date.js';
import type { OtherForm } from './here.js';
import { nameOf } from './motion.js';
import { Pages } from './paging.js';
import { readPage, single } from './question.js';
import { Refusal } from './refusal.js';
import type { PageTable } from './send.js';
import { Term } from './term.js';
import { counted, outcomeWord } from './wording.js';

type State = Word<typeof askState>;

/** How many asks stand on a page, and how many in a table. */
const [asksOfPage, asksOfTable] = [25, 10_000];

/** Which asks a page shows: of a state or of any, and which part of them. */
export interface Asking {
  readonly state: State | null;
  readonly page: number;
  readonly size: number;
}

/** Reads `state` and `page`; a table holds more asks than a page. */
export function readAsking(query: Readonly<Record<string, unknown>>, form: OtherForm | null): Asking {
  return { state: readState(query), page: readPage(query), size: form === 'csv' ? asksOfTable : asksOfPage };
}

function readState(query: Readonly<Record<string, unknown>>): State | null {
  const state = single(query, 'state');
  if (state === undefined) return null;
  if ((askState.values as readonly string[]).includes(state)) return state as State;
  throw new Refusal(
    'BAD_REQUEST',
    `Expected state to be one of ${askState.values.join(', ')}, got “${state}”.`,
  );
}

/** What became of an ask, as the first words of a count. */
const stateWord: Readonly<Record<State, string>> = {
  done: 'Done',
  partly_done: 'Partly done',
  in_progress: 'Begun',
  not_started: 'Not begun',
  refused: 'Refused',
  superseded: 'Replaced',
  no_evidence: 'No source found',
  unknown: 'Not looked for yet',
};

/** The section: `path` is the page’s, `list` the part of the asks it shows. */
export function FollowThrough(props: { path: string; list: AskList; asking: Asking }): VNode {
  const { path, list } = props;
  const { state, page, size } = props.asking;
  const all = sumOf(list.counts);
  const total = sumOf(list.counts.filter((count) => state === null || count.state === state));
  const address = (number: number, of: State | null) => {
    const query = new URLSearchParams({
      ...(of ? { state: of } : {}),
      ...(number > 1 ? { page: String(number) } : {}),
    });
    return `${path}${query.size > 0 ? `?${query}` : ''}#asks`;
  };
  return (
    <section aria-labelledby="asks">
      <h2 id="asks">What was asked, and what came of it</h2>
      <p>
        {counted(all, 'act')} asked for or reported. Beside each stands what became of its motion: only a
        motion that was carried asks anything for its council.
      </p>
      <ul class="states" aria-label="By what became of them">
        {askState.values.map((word) => {
          const count = list.counts.find((each) => each.state === word);
          if (!count) return null;
          return (
            <li key={word} data-state={word} data-count={count.asks}>
              <a
                href={address(1, word === state ? null : word)}
                {...(word === state ? { 'aria-current': 'true' } : {})}
              >
                <b>{count.asks.toLocaleString('en-GB')}</b> {stateWord[word]}
              </a>
            </li>
          );
        })}
      </ul>
      {state ? (
        <p>
          Only those that are:{' '}
          <Term list={askState} word={state}>
            {stateWord[state].toLowerCase()}
          </Term>
          . <a href={address(1, null)}>Show all</a>
        </p>
      ) : null}
      {total === 0 ? <p>No ask is recorded.</p> : null}
      <AsksByMotion asks={list.asks} />
      <Pages page={page} size={size} total={total} noun="ask" address={(number) => address(number, state)} />
    </section>
  );
}

const sumOf = (counts: AskList['counts']) => counts.reduce((sum, { asks }) => sum + asks, 0);

function AsksByMotion({ asks }: { asks: readonly ListedAsk[] }): VNode {
  return (
    <>
      {[...Map.groupBy(asks, ({ motion }) => motion.id)].map(([id, group]) => {
        const [{ motion }] = group as [ListedAsk, ...ListedAsk[]];
        return (
          <article key={id} class="asked-in" data-motion={id}>
            <h3>
              <a href={`/${id}`}>{nameOf({ ...motion, council: motion.council })}</a>
            </h3>
            <p class="who">
              <a href={`/${motion.council.id}`}>{motion.council.shortName}</a>,{' '}
              {writtenDate(motion) ?? 'date not known'} · {standing(motion)}
            </p>
            <ul class="readings">
              {group.map((ask) => (
                <AskItem
                  key={ask.id}
                  ask={ask}
                  stance={ask.clause.stance}
                  where={<a href={`/${id}#${ask.clause.address}`}>Clause {ask.clause.address}</a>}
                />
              ))}
            </ul>
          </article>
        );
      })}
    </>
  );
}

const failed: ReadonlySet<string> = new Set(['lost', 'withdrawn', 'fell', 'lapsed', 'ruled_out']);

function standing({ outcome, isAmendment }: ListedAsk['motion']): VNode {
  const result = outcome === null ? 'no final decision recorded' : outcomeWord[outcome].toLowerCase();
  if (outcome !== null && isAdopted(outcome) && !isAmendment) return <span>{result}</span>;
  return (
    <span class="caution">
      {isAmendment ? `amendment, ${result}` : result}
      {outcome !== null && failed.has(outcome)
        ? ': the council has not asked this'
        : ': not known to be asked by the council'}
    </span>
  );
}

/** The asks as a table, one row each. */
export function askTable(asks: readonly ListedAsk[]): PageTable {
  const columns = [
    ...[
      'id',
      'verb',
      'object',
      'actor_id',
      'addressee_id',
      'addressee_inferred',
      'state',
      'review_state',
      'due',
    ],
    ...[
      'last_follow_up_on',
      'follow_ups',
      'clause_id',
      'motion_id',
      'motion_date',
      'motion_outcome',
      'council_id',
    ],
  ];
  const rows = asks.map((ask) => ({
    id: ask.id,
    verb: ask.verb,
    object: ask.object,
    actor_id: ask.actorId,
    addressee_id: ask.addresseeId,
    addressee_inferred: ask.addresseeInferred,
    state: ask.state,
    review_state: ask.reviewState,
    due: ask.due,
    last_follow_up_on:
      ask.followUps
        .map(({ occurredOn }) => occurredOn)
        .filter((day) => day !== null)
        .sort()
        .at(-1) ?? null,
    follow_ups: ask.followUps.length,
    clause_id: ask.clause.id,
    motion_id: ask.motion.id,
    motion_date: ask.motion.date,
    motion_outcome: ask.motion.outcome,
    council_id: ask.motion.council.id,
  }));
  return { columns, rows };
}
