// The page of a source: what it is, under which rights, how much of it was read, and what rests on it.
import type { VNode } from 'preact';
import { completeness, sourceKind, spoken } from '../domain/vocabulary.js';
import type { SourceRecord } from '../store/queries/source-record.js';
import { writtenDate, writtenInstant } from './date.js';
import { Page } from './layout.js';
import { nameOf } from './motion.js';
import { Elsewhere, Fact, RecordHead } from './record.js';
import type { PageTable } from './send.js';
import { Term } from './term.js';

/** The page. */
export function SourcePage(source: SourceRecord, contactUrl: string | undefined): VNode {
  return (
    <Page
      title={`${source.title} · Open Motions`}
      description={`A source of this record: ${source.title}. What it is and what rests on it.`}
      contactUrl={contactUrl}
    >
      <RecordHead kicker="Source">{source.title}</RecordHead>
      {source.url ? (
        <p class="standfirst">
          <Elsewhere url={source.url} />
        </p>
      ) : (
        <p class="notice">No address is known at which it can be read.</p>
      )}
      <SourceFacts source={source} />
      {source.note ? <p class="prose">{source.note}</p> : null}
      <Resting source={source} />
    </Page>
  );
}

function SourceFacts({ source }: { source: SourceRecord }): VNode {
  const { licence, retrievedAt } = source;
  return (
    <dl class="facts">
      <Fact name="Kind">
        <Term list={sourceKind} word={source.kind}>
          {spoken(source.kind)}
        </Term>
      </Fact>
      <Fact name="Publisher">{source.publisher}</Fact>
      <Fact name="Published">{writtenDate({ date: source.publishedOn, precision: source.precision })}</Fact>
      <Fact name="How much was read">
        <Term list={completeness} word={source.completeness}>
          {completeness.meaning[source.completeness]}
        </Term>
      </Fact>
      {retrievedAt ? <Fact name="Fetched">{writtenInstant(new Date(retrievedAt).toISOString())}</Fact> : null}
      <Fact name="Licence its publisher states">
        {licence?.url ? <Elsewhere url={licence.url}>{licence.name}</Elsewhere> : (licence?.name ?? 'none')}
      </Fact>
      <Fact name="Rights in its wording">{source.rights}</Fact>
      {source.sha256 ? (
        <Fact name="SHA-256 of what was read">
          <code>{source.sha256}</code>
        </Fact>
      ) : null}
    </dl>
  );
}

function Resting({ source }: { source: SourceRecord }): VNode {
  return (
    <section aria-labelledby="rests">
      <h2 id="rests">What rests on it</h2>
      <p>
        {source.shows.length === 0
          ? 'No record names it.'
          : `Records that name it: ${source.shows.map(({ table, records }) => `${spoken(table)}, ${records}`).join('; ')}.`}
      </p>
      {source.motions.length > 0 ? (
        <ul class="listing">
          {source.motions.map((motion) => (
            <li key={motion.id} data-motion={motion.id}>
              <a href={`/${motion.id}`}>{nameOf(motion)}</a>{' '}
              <span class="who">
                {motion.council.shortName}, {writtenDate(motion) ?? 'date not known'}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** The motions of which it shows anything, one row each. */
export function sourceTable({ id, motions }: SourceRecord): PageTable {
  const columns = ['source_id', 'motion_id', 'title', 'date', 'precision', 'council'];
  const rows = motions.map((motion) => ({
    source_id: id,
    motion_id: motion.id,
    title: motion.title,
    date: motion.date,
    precision: motion.precision,
    council: motion.council.shortName,
  }));
  return { columns, rows };
}
