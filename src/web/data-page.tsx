// The page of the published data for people: of all of it, at /data/, or of one snapshot at its own address. What is in
// it, how fresh it is, how to open it, how to cite it and what one may do with it.
import type { VNode } from 'preact';
import { FailureNotice, Freshness } from './data-freshness.js';
import { OpeningSection } from './data-opening.js';
import { size, TablesSection } from './data-tables.js';
import { writtenInstant } from './date.js';
import { Page } from './layout.js';
import { type ShownSnapshot, type SnapshotIndex, takenAt } from './snapshot.js';

interface Props {
  readonly index: SnapshotIndex | null;
  readonly shown: ShownSnapshot | null;
  /** Whether the page is about this one snapshot rather than about whatever is newest. */
  readonly isOfOne?: boolean;
  readonly publicUrl: string;
  readonly contactUrl: string | undefined;
  readonly now: Date;
}

const what =
  'The whole record as files, published each night: every table as CSV, JSON, JSON Lines, Parquet and for ' +
  'spreadsheets, all of them as one SQLite file and one archive.';

/** The page for what index.json and a snapshot say. */
export function DataPage(props: Props): VNode {
  const { index, shown, isOfOne = false, contactUrl, now } = props;
  const title = isOfOne && shown ? `Snapshot ${shown.id}` : 'Open data';
  return (
    <Page title={`${title} · Open Motions`} description={what} contactUrl={contactUrl} current="/data/">
      <h1>{isOfOne ? 'Open data of one day' : 'Open data'}</h1>
      <p class="standfirst">{what}</p>
      {index && shown ? <Jump isOfOne={isOfOne} /> : null}
      {index ? <FailureNotice index={index} now={now} /> : null}
      {isOfOne && shown && index?.latest !== shown.id ? (
        <p class="notice">
          This is not the newest snapshot. <a href="/data/">The newest one</a> may hold more and correct this.
        </p>
      ) : null}
      {index && shown ? <Body {...props} index={index} shown={shown} /> : <NothingYet />}
    </Page>
  );
}

function Jump({ isOfOne }: { isOfOne: boolean }): VNode {
  return (
    <nav class="jump" aria-label="On this page">
      {isOfOne ? null : <a href="#open">Open it</a>}
      <a href="#tables">What is in it</a>
      <a href="#columns">Every column</a>
      <a href="#cite">Cite it</a>
      <a href="#reuse">Reuse it</a>
      <a href="#trust">Check it</a>
      <a href="#kept">Kept snapshots</a>
    </nav>
  );
}

function NothingYet(): VNode {
  return (
    <p class="notice">
      <b>No snapshot is published yet.</b> The operator of this site makes one with{' '}
      <code>npm run -s cli -- publish</code>.
    </p>
  );
}

function Body(props: Props & { index: SnapshotIndex; shown: ShownSnapshot }): VNode {
  const { index, shown, isOfOne, publicUrl, now } = props;
  const { id, manifest, tables } = shown;
  const base = `/data/snapshots/${id}`;
  return (
    <>
      <section aria-labelledby="fresh">
        <h2 id="fresh">{isOfOne ? 'This snapshot' : 'The newest snapshot'}</h2>
        <Freshness id={id} manifest={manifest} index={index} now={now} />
        <Whole base={base} shown={shown} />
      </section>
      {isOfOne ? null : <OpeningSection publicUrl={publicUrl} />}
      <section aria-labelledby="tables">
        <h2 id="tables">What is in it</h2>
        <TablesSection base={base} files={manifest.files} tables={tables} />
      </section>
      <Cite id={id} publicUrl={publicUrl} />
      <Reuse base={base} />
      <Trust base={base} />
      <Others index={index} />
    </>
  );
}

function Whole({ base, shown }: { base: string; shown: ShownSnapshot }): VNode {
  const { manifest, archiveBytes } = shown;
  const sizes = new Map(manifest.files.map(({ path, bytes }) => [path, bytes]));
  const file = (path: string, text: string) => (
    <li>
      <a href={`${base}/${path}`}>{text}</a>
      <span class="who"> {size(sizes.get(path) ?? archiveBytes)}</span>
    </li>
  );
  return (
    <ul class="whole">
      {file('all.zip', 'Everything in one archive')}
      {file('sqlite/open-motions.sqlite', 'All tables in one SQLite file')}
      {file('jsonl/motions.nested.jsonl', 'Whole motions, one per line, clauses as a tree')}
      {file('README.md', 'Data dictionary')}
      {file('datapackage.json', 'Data Package: every column typed')}
    </ul>
  );
}

function Cite({ id, publicUrl }: { id: string; publicUrl: string }): VNode {
  const year = id.slice(0, 4);
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">Cite it</h2>
      <p class="prose">A snapshot never changes, so name the one you used:</p>
      <p class="prose citation">
        Open Motions contributors ({year}). <cite>Open Motions</cite>, snapshot {id}.{' '}
        <span class="cited-address">{`${publicUrl}/data/snapshots/${id}/`}</span>. CC BY 4.0.
      </p>
      <p class="prose">
        <a href={`/data/snapshots/${id}/CITATION.cff`}>CITATION.cff</a> says the same to reference managers.
      </p>
    </section>
  );
}

function Reuse({ base }: { base: string }): VNode {
  return (
    <section aria-labelledby="reuse">
      <h2 id="reuse">Reuse it</h2>
      <dl class="facts">
        <div>
          <dt>The compilation, our summaries and readings</dt>
          <dd>
            <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>: do what you like and name
            Open Motions
          </dd>
        </div>
        <div>
          <dt>Ids and codes</dt>
          <dd>
            <a href="https://creativecommons.org/publicdomain/zero/1.0/">CC0 1.0</a>: no condition
          </dd>
        </div>
        <div>
          <dt>Quoted wording</dt>
          <dd>
            stays under the rights of its source, row by row: <code>sources.licence_id</code>,{' '}
            <code>sources.rights</code>
          </dd>
        </div>
        <div>
          <dt>Councillors of other compilations</dt>
          <dd>
            each row under the licence it names: <code>listed_councillors.licence_id</code>
          </dd>
        </div>
      </dl>
      <p class="prose">
        <a href={`${base}/LICENCE.md`}>LICENCE.md</a> has the whole of it.{' '}
        <a href={`${base}/PRIVACY.md`}>PRIVACY.md</a> says what is held of people, why, and how to object.
      </p>
    </section>
  );
}

function Trust({ base }: { base: string }): VNode {
  return (
    <section aria-labelledby="trust">
      <h2 id="trust">Check it</h2>
      <p class="prose">
        Before a snapshot is public it is audited, compared with what GraphQL answers at the same moment, and
        validated by tools that did not write it:{' '}
        <a href={`${base}/validation/report.json`}>validation/report.json</a> says which, on which hash, with
        what result. <a href={`${base}/manifest.json`}>manifest.json</a> and{' '}
        <a href={`${base}/SHA256SUMS`}>SHA256SUMS</a> have the SHA-256 of each file and the snapshot before
        it.
      </p>
      <p class="prose">
        For programs: <a href={`${base}/csv/csv-metadata.json`}>CSV on the Web</a>,{' '}
        <a href={`${base}/catalog.jsonld`}>DCAT</a>, <a href={`${base}/dataset.jsonld`}>schema.org</a>,{' '}
        <a href="/data/index.json">index.json</a> of all snapshots, and an{' '}
        <a href="/data/feed.xml">Atom feed</a> of new ones.
      </p>
    </section>
  );
}

// More are in index.json.
const listed = 30;

function Others({ index }: { index: SnapshotIndex }): VNode {
  const { snapshots, retention } = index;
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">Kept snapshots</h2>
      <p class="prose">
        {retention} {snapshots.length} {snapshots.length === 1 ? 'is' : 'are'} kept now.
      </p>
      <ul class="listing">
        {snapshots.slice(0, listed).map(({ id, rows }) => (
          <li key={id}>
            <a href={`/data/snapshots/${id}/`}>{writtenInstant(new Date(takenAt(id)).toISOString())}</a>
            {rows === undefined ? '' : `, ${rows.toLocaleString('en-GB')} rows`}
          </li>
        ))}
      </ul>
      {snapshots.length > listed ? (
        <p>
          The others are listed in <a href="/data/index.json">index.json</a>.
        </p>
      ) : null}
    </section>
  );
}
