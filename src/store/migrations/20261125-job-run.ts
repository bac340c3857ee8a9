import { Migration } from '@mikro-orm/migrations';

// No trigger logs this table: what the job does is no change of the record.
const statements = [
  `CREATE TABLE job_run (
    seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    trigger text COLLATE "C" NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    result text COLLATE "C" NOT NULL,
    snapshot text COLLATE "C",
    code text COLLATE "C",
    reason text COLLATE "C",
    PRIMARY KEY (seq),
    CONSTRAINT job_run_trigger_word CHECK (trigger IN ('schedule', 'hand')),
    CONSTRAINT job_run_result_word CHECK (result IN ('running', 'published', 'unchanged', 'failed', 'cut_short')),
    CONSTRAINT job_run_snapshot_not_empty CHECK (snapshot <> ''),
    CONSTRAINT job_run_code_not_empty CHECK (code <> ''),
    CONSTRAINT job_run_reason_not_empty CHECK (reason <> '')
  )`,
  'CREATE INDEX job_run_started_at_idx ON job_run (started_at)',
  `COMMENT ON TABLE job_run IS 'Every attempt at the nightly job, whoever made it; what is due is told from it.'`,
  `COMMENT ON COLUMN job_run.seq IS 'Order of the attempts.'`,
  `COMMENT ON COLUMN job_run.trigger IS 'What started it.'`,
  `COMMENT ON COLUMN job_run.started_at IS 'When it began.'`,
  `COMMENT ON COLUMN job_run.ended_at IS 'When it ended; null while it runs, and where nobody saw it end.'`,
  `COMMENT ON COLUMN job_run.result IS 'How it ended.'`,
  `COMMENT ON COLUMN job_run.snapshot IS 'The newest snapshot after it; null unless it ended well.'`,
  `COMMENT ON COLUMN job_run.code IS 'The code of the error that stopped it; null where none did.'`,
  `COMMENT ON COLUMN job_run.reason IS 'What that error said, for the operator alone; null where none did.'`,
];

/** Makes the table in which the nightly job keeps its history. */
export class JobRuns extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
