// How fresh the data is: when it was published and of what moment, and what became of the last attempt.
import type { VNode } from 'preact';
import { ago, writtenInstant } from './date.js';
import { type PublishedManifest, type SnapshotIndex, takenAt } from './snapshot.js';

type Attempt = SnapshotIndex['last_attempt'];

/** What failed, said before anything else; nothing where the last attempt did not. */
export function FailureNotice({ index, now }: { index: SnapshotIndex; now: Date }): VNode | null {
  const { result, at, reason } = index.last_attempt;
  if (result !== 'failed') return null;
  return (
    <p class="notice">
      <b>The last attempt to publish failed</b>, {writtenInstant(at)} ({ago(at, now)}). {reason}{' '}
      {index.latest ? 'What was published before it stays as it was.' : 'Nothing is published yet.'}
    </p>
  );
}

/** The facts of one snapshot and of the last attempt. */
export function Freshness(props: {
  id: string;
  manifest: PublishedManifest;
  index: SnapshotIndex;
  now: Date;
}): VNode {
  const { id, manifest, index, now } = props;
  const published = new Date(takenAt(id)).toISOString();
  return (
    <dl class="facts">
      <div>
        <dt>Published</dt>
        <dd>
          {writtenInstant(published)}, <b>{ago(published, now)}</b>
        </dd>
      </div>
      {manifest.as_of ? (
        <div>
          <dt>The record as it stood on</dt>
          <dd>{writtenInstant(manifest.as_of)}, its latest change</dd>
        </div>
      ) : null}
      <div>
        <dt>Last attempt</dt>
        <dd>
          {writtenInstant(index.last_attempt.at)}, {ago(index.last_attempt.at, now)}:{' '}
          {outcome(index.last_attempt)}
        </dd>
      </div>
      <div>
        <dt>Snapshot</dt>
        <dd>
          <code>{id}</code>
        </dd>
      </div>
      <div>
        <dt>Version</dt>
        <dd>
          schema {manifest.schema_version}, data {manifest.data_version};{' '}
          <a href={`/data/snapshots/${id}/CHANGES.md`}>what is new in the shape</a>
        </dd>
      </div>
    </dl>
  );
}

const outcomes: Readonly<Record<string, string>> = {
  published: 'published',
  'checked, unchanged': 'checked; nothing had changed, so no new snapshot was needed',
};

function outcome({ result, code }: Attempt): string {
  return outcomes[result] ?? `failed${code ? ` (${code})` : ''}; this snapshot is not touched by that`;
}
