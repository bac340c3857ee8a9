// What is served, as gauges: the newest snapshot, the data version, and what became of the last publication.
import type { Metrics, Reading } from './metrics.js';

/** The newest attempt to publish, or run of the nightly job. */
export interface Attempt {
  readonly result: string;
  readonly code: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What is known of the record as it is served; null where there is none. */
export interface RecordFacts {
  readonly snapshot: { readonly id: string; readonly takenAt: number } | null;
  readonly dataVersion: number | null;
  readonly lastAttempt: Attempt | null;
  readonly lastRun: Attempt | null;
}

/** Adds the gauges; `facts` is asked once each time the metrics are. */
export function watchRecord(metrics: Metrics, facts: () => Promise<RecordFacts>): void {
  // The gauges are read at the same time, and so from the same answer.
  let asked: Promise<RecordFacts> | null = null;
  const shared = () => {
    asked ??= facts().finally(() => {
      asked = null;
    });
    return asked;
  };
  const add = (name: string, help: string, labels: string[], read: (facts: RecordFacts) => Reading) =>
    metrics.gauge(name, help, labels, async () => read(await shared()));
  add('data_version', 'Raised by every change of published data.', [], ({ dataVersion }) =>
    dataVersion === null ? [] : [[{}, dataVersion]],
  );
  add('snapshot_info', 'The newest snapshot, by its id.', ['id'], ({ snapshot }) =>
    snapshot ? [[{ id: snapshot.id }, 1]] : [],
  );
  add('snapshot_age_seconds', 'Since the newest snapshot was published.', [], ({ snapshot }) =>
    snapshot ? [[{}, (Date.now() - snapshot.takenAt) / 1000]] : [],
  );
  const attempts = [
    ['publication_last', 'The last attempt to publish', 'lastAttempt'],
    ['nightly_run_last', 'The last run of the nightly job', 'lastRun'],
  ] as const;
  for (const [name, help, which] of attempts) {
    add(`${name}_info`, `${help}, by its result and code.`, ['result', 'code'], ({ [which]: last }) =>
      last ? [[{ result: last.result, code: last.code ?? '' }, 1]] : [],
    );
    add(`${name}_timestamp_seconds`, `${help}, in seconds since 1970.`, [], ({ [which]: last }) =>
      last ? [[{}, last.at / 1000]] : [],
    );
  }
}
