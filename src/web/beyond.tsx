// What the councils ask for beyond the review, compared by theme and by addressee: how many acts of each
// council, and below each act in words.
import type { VNode } from 'preact';
import { spoken } from '../domain/vocabulary.js';
import type { AskBeyond } from '../store/queries/asks-beyond-review.js';
import { askStanding } from './councils.js';
import { type CompareView, labelOf } from './view.js';
import { counted } from './wording.js';

// More acts of one theme than this are counted and not printed.
const printed = 40;

/** The section; nothing where nothing is asked beyond the review. */
export function Beyond({ view, councils }: { view: CompareView; councils: readonly string[] }): VNode | null {
  const asks = view.asks.filter(({ council }) => councils.includes(council));
  if (asks.length === 0) return null;
  const asking = councils.filter((council) => asks.some((ask) => ask.council === council));
  const byTheme = grouped(asks, ({ themes }) => (themes.length > 0 ? themes : ['No theme given']));
  const byAddressee = grouped(asks, ({ addressee }) => [addressee ?? 'Nobody named']);
  return (
    <section class="beyond" aria-labelledby="beyond">
      <h2 id="beyond">Asked beyond the review</h2>
      <p class="prose">
        {counted(asks.length, 'act')} that the motions on this review ask for without tying them to one of its
        recommendations. An act with several themes is counted under each.
      </p>
      <section class="scroll" aria-label="Acts by theme and addressee" tabindex={0}>
        <table class="counts">
          <thead>
            <tr>
              <th scope="col">Acts</th>
              {asking.map((council) => (
                <th key={council} scope="col">
                  {labelOf(view.labels.councils, council).shortName}
                </th>
              ))}
            </tr>
          </thead>
          <CountRows heading="By theme" groups={byTheme} councils={asking} />
          <CountRows heading="By addressee" groups={byAddressee} councils={asking} />
        </table>
      </section>
      {byTheme.map(([theme, acts]) => (
        <details key={theme}>
          <summary>
            {theme}: {counted(acts.length, 'act')} in words
          </summary>
          <ul>
            {acts.slice(0, printed).map((ask) => (
              <Act key={ask.id} view={view} ask={ask} />
            ))}
          </ul>
          {acts.length > printed ? <p class="who">The first {printed}; all are in the JSON.</p> : null}
        </details>
      ))}
    </section>
  );
}

type Groups = readonly (readonly [string, readonly AskBeyond[]])[];

function grouped(asks: readonly AskBeyond[], names: (ask: AskBeyond) => readonly string[]): Groups {
  const pairs = asks.flatMap((ask) => names(ask).map((name) => [name, ask] as const));
  return [...Map.groupBy(pairs, ([name]) => name)]
    .map(([name, members]) => [name, members.map(([, ask]) => ask)] as const)
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'));
}

function CountRows(props: { heading: string; groups: Groups; councils: readonly string[] }): VNode {
  return (
    <tbody>
      <tr class="group">
        <th scope="rowgroup" colspan={props.councils.length + 1}>
          {props.heading}
        </th>
      </tr>
      {props.groups.map(([name, acts]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {props.councils.map((council) => {
            const count = acts.filter((ask) => ask.council === council).length;
            return <td key={council}>{count === 0 ? <span class="empty">none</span> : count}</td>;
          })}
        </tr>
      ))}
    </tbody>
  );
}

function Act({ view, ask }: { view: CompareView; ask: AskBeyond }): VNode {
  const { shortName } = labelOf(view.labels.councils, ask.council);
  return (
    <li>
      {shortName}, <a href={`/${ask.motion}#${ask.address}`}>clause {ask.address}</a>:{' '}
      <b>{spoken(ask.verb)}</b>: {ask.object}{' '}
      <span class="who">
        {ask.actor}
        {ask.addressee ? ` → ${ask.addressee}${ask.addresseeInferred ? ' (inferred)' : ''}` : ''} ·{' '}
        {askStanding(ask)}
      </span>
    </li>
  );
}
