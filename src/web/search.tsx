// The page that searches: a form that works by itself, what was found with the words marked, and what the hits
// can be narrowed to. Where scripts run, typing.js asks again while the reader types.
import type { VNode } from 'preact';
import { outcome, spoken, type Word } from '../domain/vocabulary.js';
import {
  type Facet,
  type FacetValue,
  type Found,
  facets,
  type Hit,
  hitsOfPage,
  mostHits,
  type Search,
} from '../store/queries/search.js';
import { type SearchedTable, undecided } from '../store/queries/search-sql.js';
import { searchScript } from './assets.js';
import { writtenDate } from './date.js';
import { Page } from './layout.js';
import { Marked } from './marked.js';
import { nameOf } from './motion.js';
import { Pages } from './paging.js';
import { searchAddress } from './search-question.js';
import { counted, outcomeWord } from './wording.js';

/** A search and what it found; null where nothing was searched for yet. */
export interface SearchReading {
  readonly asked: Search;
  readonly found: Found | null;
}

/** The page. */
export function SearchPage({ asked, found }: SearchReading, contactUrl: string | undefined): VNode {
  return (
    <Page
      title={`Search${asked.words ? `: ${asked.words}` : ''} · Open Motions`}
      description="Search councils, councillors, recommendations, motions and every clause of them."
      contactUrl={contactUrl}
      current="/search"
      script={searchScript}
    >
      <h1>Search the record</h1>
      <search>
        <form class="search-form" action="/search" method="get">
          <label for="q">Words, a “phrase in quotes”, or, -not</label>
          <span class="search-field">
            <input id="q" name="q" type="search" value={asked.words} maxLength={200} autocomplete="off" />
            <button type="submit">Search</button>
          </span>
          {facets.map((facet) =>
            asked.narrowed[facet] === undefined ? null : (
              <input key={facet} type="hidden" name={facet} value={asked.narrowed[facet]} />
            ),
          )}
        </form>
      </search>
      <p id="sum" class="search-sum" role="status">
        {found ? sumOf(asked, found) : ''}
      </p>
      <div id="results">{found ? <Results asked={asked} found={found} /> : <Start />}</div>
    </Page>
  );
}

function Start(): VNode {
  const examples = ['vetting', '"stop and search"', 'Southwark', 'Home Secretary'];
  return (
    <div class="prose">
      <p>
        It looks through councils, councillors, recommendations, motions and each clause of them. A word that
        nobody uses is taken for the known word most like it, and you are told so.
      </p>
      <p>
        Try{' '}
        {examples.map((words, n) => (
          <span key={words}>
            {n > 0 ? ', ' : ''}
            <a href={searchAddress({ words, narrowed: {} })}>{words}</a>
          </span>
        ))}
        .
      </p>
    </div>
  );
}

const isChanged = (asked: Search, found: Found) => found.words.toLowerCase() !== asked.words.toLowerCase();

function sumOf(asked: Search, found: Found): string {
  const least = found.isCut ? 'At least ' : '';
  const taken = isChanged(asked, found) ? ` for “${found.words}”` : '';
  return `${least}${counted(found.total, 'record')} found${taken}.`;
}

function Results({ asked, found }: { asked: Search; found: Found }): VNode {
  return (
    <>
      {isChanged(asked, found) ? (
        <p class="notice">
          No record holds all the words of “{asked.words}”, so known words were taken instead: “{found.words}
          ”.
        </p>
      ) : null}
      {found.isCut ? (
        <p class="notice">
          More than {mostHits.toLocaleString('en-GB')} records of a kind hold these words. That many were
          ranked and counted: one more word, a council or a kind of record makes the answer whole.
        </p>
      ) : null}
      <div class="found">
        <Facets asked={asked} values={found.facets} />
        <div>
          {found.total === 0 ? <Nothing asked={asked} /> : null}
          <ol class="hits" start={(asked.page - 1) * hitsOfPage + 1}>
            {found.hits.map((hit) => (
              <li key={hit.id} data-hit={hit.id} data-kind={hit.kind}>
                <HitLine hit={hit} />
              </li>
            ))}
          </ol>
          <Pages
            page={asked.page}
            size={hitsOfPage}
            total={found.total}
            noun="record"
            address={(page) => searchAddress(asked, { page })}
          />
        </div>
      </div>
    </>
  );
}

function Nothing({ asked }: { asked: Search }): VNode {
  const isNarrowed = facets.some((facet) => asked.narrowed[facet] !== undefined);
  return (
    <p>
      Nothing in the record holds these words.{' '}
      {isNarrowed ? (
        <a href={searchAddress({ ...asked, narrowed: {} })}>Search all of the record</a>
      ) : (
        'Fewer or other words may find more'
      )}
      . That a council’s motion is not found does not mean that there is none:{' '}
      <a href="/coverage">see which councils were searched</a>.
    </p>
  );
}

const kindName: Readonly<Record<SearchedTable, string>> = {
  council: 'Council',
  councillor: 'Councillor',
  recommendation: 'Recommendation',
  motion: 'Motion',
  clause: 'Clause',
};

function HitLine({ hit }: { hit: Hit }): VNode {
  const [council] = hit.councils;
  const title = hit.motion && council ? nameOf({ ...hit, council }) : (hit.title ?? hit.id);
  const isTitled = hit.kind !== 'clause' && hit.kind !== 'recommendation' && hit.title !== null;
  return (
    <>
      <p class="kicker">{factsOf(hit).join(' · ')}</p>
      <h2>
        <a href={hit.kind === 'clause' ? `/${hit.motion}#${hit.address}` : `/${hit.id}`}>
          {isTitled ? <Marked text={hit.extract} /> : title}
        </a>
      </h2>
      {isTitled || hit.extract === '' ? null : (
        <p class="extract">
          <Marked text={hit.extract} />
        </p>
      )}
    </>
  );
}

// What a motion decided is said beside each of its clauses, so that a lost one is not read as the council’s word.
function factsOf(hit: Hit): string[] {
  const councils = hit.councils.map(({ shortName }) => shortName).join(', ');
  const kind =
    hit.kind === 'clause' ? `Clause ${hit.address}` : hit.isAmendment ? 'Amendment' : kindName[hit.kind];
  const about =
    hit.motion === null
      ? [hit.kind === 'council' ? '' : councils, hit.review?.shortName ?? '']
      : [councils, writtenDate(hit) ?? 'date not known', standing(hit)];
  return [kind, ...about].filter(Boolean);
}

function standing({ outcome, isAmendment, kind }: Hit): string {
  const result = outcome === null ? 'no final decision recorded' : outcomeWord[outcome].toLowerCase();
  return isAmendment && kind === 'clause' ? `amendment, ${result}` : result;
}

const facetHeading: Readonly<Record<Facet, string>> = {
  kind: 'Kind of record',
  council: 'Council',
  year: 'Year of the motion',
  outcome: 'Outcome of the motion',
  theme: 'Theme of what is asked',
  addressee: 'Who is asked',
};

function Facets({ asked, values }: { asked: Search; values: readonly FacetValue[] }): VNode {
  return (
    <nav class="facets" aria-label="Narrow the search">
      {facets.map((facet) => {
        const chosen = asked.narrowed[facet];
        const offered = values.filter((each) => each.facet === facet);
        if (chosen !== undefined) {
          const name = offered.find(({ value }) => value === chosen)?.name ?? chosen;
          return <Chosen key={facet} asked={asked} facet={facet} name={facetWord(facet, name)} />;
        }
        return offered.length === 0 ? null : (
          <Offered key={facet} asked={asked} facet={facet} values={offered} />
        );
      })}
    </nav>
  );
}

function Chosen({ asked, facet, name }: { asked: Search; facet: Facet; name: string }): VNode {
  return (
    <div data-facet={facet}>
      <h2>{facetHeading[facet]}</h2>
      <p>
        <b>{name}</b>{' '}
        <a href={searchAddress(asked, { facet })}>
          Remove<span class="unseen"> the choice of {name}</span>
        </a>
      </p>
    </div>
  );
}

function Offered(props: { asked: Search; facet: Facet; values: readonly FacetValue[] }): VNode {
  const { asked, facet, values } = props;
  return (
    <div data-facet={facet}>
      <h2>{facetHeading[facet]}</h2>
      <ul>
        {values.map(({ value, name, hits }) => (
          <li key={value} data-value={value} data-hits={hits}>
            <a href={searchAddress(asked, { facet, value })}>{facetWord(facet, name)}</a>{' '}
            <span class="who">{hits.toLocaleString('en-GB')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function facetWord(facet: Facet, name: string): string {
  if (facet === 'kind') return kindName[name as SearchedTable];
  if (facet !== 'outcome') return name;
  if (name === undecided) return 'No final decision recorded';
  return outcome.values.includes(name as Word<typeof outcome>)
    ? outcomeWord[name as Word<typeof outcome>]
    : spoken(name);
}
