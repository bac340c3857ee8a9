// Every error this project raises on purpose: a code, what was expected, what was got, and where.

/** The place a fault was seen: a file with a line, a record's path, or both. */
export interface Place {
  file?: string;
  line?: number;
  path?: string;
}

/** What an error says beyond its message. */
export interface Fault {
  expected: string;
  got?: string;
  at?: Place;
}

/** Base of all deliberate errors; `code` is stable and documented in the README. */
export abstract class OpenMotionsError extends Error {
  abstract readonly code: string;
  /** The exit code of the command line: 1 refused or failed, 2 wrong use. */
  readonly exitCode: 1 | 2 = 1;
}

/** One or more settings of the environment cannot be used; all of them are listed at once. */
export class ConfigError extends OpenMotionsError {
  readonly code = 'BAD_SETTINGS';
  override readonly exitCode = 2;
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(['These settings cannot be used:', ...faults.map((fault) => `  ${sentence(fault)}`)].join('\n'));
    this.faults = faults;
  }
}

/** The database cannot be started, reached or used as it is. */
export class StoreError extends OpenMotionsError {
  readonly code:
    | 'DATABASE_UNAVAILABLE'
    | 'MIGRATIONS_PENDING'
    | 'DATABASE_UNSUPPORTED'
    | 'DATABASE_NOT_EMPTY';
  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** An import was refused; nothing of the run was kept. Lists every fault found, each with its place. */
export class ImportError extends OpenMotionsError {
  readonly code = 'IMPORT_REFUSED';
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
    super(
      [`Import refused, nothing was kept: ${count}.`, ...faults.map((fault) => `  ${sentence(fault)}`)].join(
        '\n',
      ),
    );
    this.faults = faults;
  }
}

/** A review of suggestions was refused; nothing was decided. Lists every fault found. */
export class ReviewError extends OpenMotionsError {
  readonly code = 'REVIEW_REFUSED';
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(
      ['Review refused, nothing was decided.', ...faults.map((fault) => `  ${sentence(fault)}`)].join('\n'),
    );
    this.faults = faults;
  }
}

/** A merge or a redaction was refused; nothing was changed. Lists every fault found. */
export class EditError extends OpenMotionsError {
  readonly code = 'EDIT_REFUSED';
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(['Refused, nothing was changed.', ...faults.map((fault) => `  ${sentence(fault)}`)].join('\n'));
    this.faults = faults;
  }
}

/** A snapshot could not be published; the previous one stays as it was. */
export class PublishError extends OpenMotionsError {
  readonly code: 'AUDIT_FAILED' | 'DISAGREEMENT' | 'NIGHTLY_LOCKED' | 'PUBLISH_LOCKED' | 'PUBLISH_FAILED';
  constructor(code: PublishError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A snapshot cannot be rebuilt by this release or from this store, so nothing can be said of it. */
export class VerifyError extends OpenMotionsError {
  readonly code = 'NOT_VERIFIABLE';
}

/** The command line was used wrongly: an unknown command, option or argument. */
export class UsageError extends OpenMotionsError {
  readonly code = 'WRONG_USE';
  override readonly exitCode = 2;
}

/** One fault as a line a person can act on: `seeds/wards.csv:12: expected …, got …`. */
export function sentence(fault: Fault): string {
  const { file, line, path } = fault.at ?? {};
  const place = [file && line ? `${file}:${line}` : file, path].filter(Boolean).join(' ');
  const got = fault.got === undefined ? '' : `, got ${fault.got}`;
  return `${place ? `${place}: ` : ''}expected ${fault.expected}${got}`;
}

/**
 * A fault of ours as it is logged, with where it arose. What PostgreSQL says repeats the values of a statement,
 * so of its errors the code alone is told.
 */
export function tellFault(error: Error): string {
  const { severity, code } = error as { severity?: unknown; code?: unknown };
  const told = error.stack ?? error.message;
  if (severity === undefined || typeof code !== 'string') return told;
  const frames = told.split('\n').filter((line) => /^ {4}at /.test(line));
  return [`PostgreSQL error ${code}`, ...frames].join('\n');
}
