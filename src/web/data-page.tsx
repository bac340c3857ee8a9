// The landing page of /data/ for people: what is published, how fresh it is, and how to open it.
import type { VNode } from 'preact';
import { writtenInstant } from './date.js';
import { Page } from './layout.js';
import { type PublishedFile, type PublishedManifest, type SnapshotIndex, takenAt } from './snapshot.js';

interface Props {
  readonly index: SnapshotIndex | null;
  readonly manifest: PublishedManifest | null;
  readonly contactUrl: string | undefined;
}

const what = 'Everything on this site as open data: one file per table, as CSV, JSON and JSON Lines.';

/** The page for what index.json and the newest manifest say. */
export function DataPage({ index, manifest, contactUrl }: Props): VNode {
  return (
    <Page title="Open data · Open Motions" description={what} contactUrl={contactUrl} current="/data/">
      <h1>Open data</h1>
      <p class="standfirst">{what}</p>
      {index?.latest && manifest ? (
        <Snapshot id={index.latest} manifest={manifest} />
      ) : (
        <p class="notice">
          <b>No snapshot is published yet.</b> The operator of this site makes one with{' '}
          <code>npm run -s cli -- publish</code>.
        </p>
      )}
      {index ? <Attempt index={index} /> : null}
      <section aria-labelledby="reuse">
        <h2 id="reuse">Reuse</h2>
        <p class="prose">
          The compilation is CC BY 4.0 and its identifiers are CC0; wording quoted from a source stays under
          that source’s rights, stated per row in <code>sources</code>. What is personal data, and how to
          object, stands in <code>PRIVACY.md</code> of each snapshot. Any site may fetch these files.
        </p>
      </section>
    </Page>
  );
}

function Snapshot({ id, manifest }: { id: string; manifest: PublishedManifest }): VNode {
  const tables = Map.groupBy(
    manifest.files.filter(({ table }) => table !== undefined),
    ({ table }) => table ?? '',
  );
  const rest = manifest.files.filter(({ table }) => table === undefined);
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">The newest snapshot</h2>
      <p class="prose">
        Published {writtenInstant(new Date(takenAt(id)).toISOString())}
        {manifest.as_of ? `, as the record stood on ${writtenInstant(manifest.as_of)}` : ''}. A snapshot never
        changes: cite it by its id, <code>{id}</code>.
      </p>
      <h3>How to open it</h3>
      <p class="prose">
        To compare councils in a spreadsheet, open{' '}
        <a href="/data/latest/spreadsheet/flat_positions.csv">flat_positions.csv</a>: one row per council and
        recommendation, with names in full. The spreadsheet edition opens in Excel and LibreOffice as it is;
        an apostrophe stands before any text that could be taken for a formula.
      </p>
      <p class="prose">
        In a program, read the <a href="/data/latest/csv/flat_positions.csv">canonical CSV</a> as UTF-8 with
        codes as text, or begin at <a href="/data/latest/datapackage.json">datapackage.json</a>, which types
        and describes every column. <a href="/data/latest/jsonl/motions.nested.jsonl">motions.nested.jsonl</a>{' '}
        has one whole motion per line, its clauses as a tree. <a href="/data/latest/README.md">README.md</a>{' '}
        is the data dictionary, and <a href="/data/latest/manifest.json">manifest.json</a> has the size and
        SHA-256 of each file.
      </p>
      <p class="prose">
        To cite the data, name this snapshot; <a href="/data/latest/CITATION.cff">CITATION.cff</a> has the
        rest. To hear of the next one, follow the <a href="/data/feed.xml">Atom feed</a>.
      </p>
      {/* A region that scrolls must be reachable by keyboard. */}
      <section class="scroll" aria-label="Table of files" tabindex={0}>
        <table class="files">
          <caption>Tables of this snapshot</caption>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">Rows</th>
              <th scope="col">Files</th>
            </tr>
          </thead>
          <tbody>
            {[...tables].map(([table, files]) => (
              <tr key={table}>
                <th scope="row">{table}</th>
                <td>{files[0]?.rows?.toLocaleString('en-GB')}</td>
                <td>
                  <FileLinks id={id} files={files} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h3>About the data</h3>
      <p>
        <FileLinks id={id} files={rest} whole />
      </p>
    </section>
  );
}

function FileLinks({ id, files, whole }: { id: string; files: readonly PublishedFile[]; whole?: boolean }) {
  return (
    <>
      {files.map(({ path, bytes }) => (
        <span class="file" key={path}>
          <a href={`/data/snapshots/${id}/${path}`}>{whole ? path : formatOf(path)}</a> {size(bytes)}{' '}
        </span>
      ))}
    </>
  );
}

function Attempt({ index }: { index: SnapshotIndex }): VNode {
  const { at, result, reason } = index.last_attempt;
  return (
    <p class="who">
      Last attempt to publish: {writtenInstant(at)}, {result}
      {reason ? ` (${reason})` : ''}. All {index.snapshots.length} kept snapshots are listed in{' '}
      <a href="/data/index.json">index.json</a>.
    </p>
  );
}

const formats: Readonly<Record<string, string>> = {
  csv: 'CSV',
  json: 'JSON',
  jsonl: 'JSON Lines',
  spreadsheet: 'spreadsheet',
};

function formatOf(path: string): string {
  return formats[path.slice(0, path.indexOf('/'))] ?? path;
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
