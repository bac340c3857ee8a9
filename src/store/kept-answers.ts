// Answers kept as they were sent, by exactly what was asked. They hold for one data version: with the next
// they are all forgotten, so that none needs an expiry. While the version is not known none is used.
import { createHash } from 'node:crypto';
import type { DataVersion } from './data-version.js';

/** An answer as it was sent. */
export interface KeptAnswer {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  /** Points that whoever asked was charged, and whoever asks again is. */
  readonly cost: number;
  /** What else was said of it, as its encoding. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Which operation it answers, for the log, and where a snapshot holds the same. */
  readonly operation?: {
    readonly name: string | null;
    readonly document: string | null;
    readonly files: readonly string[];
  };
}

/** What was asked, at the data version known before it was answered. */
export interface Question {
  readonly key: string;
  readonly version: string;
}

// What an entry takes beside its key and body.
const overhead = 500;

/** Keeps answers within a bound of memory; the one used least recently goes first. */
export class KeptAnswers {
  private readonly answers = new Map<string, KeptAnswer>();
  private version: string | null = null;
  private held = 0;
  /** How often an answer was found, was not, or was held by its reader already. */
  readonly counts = { hit: 0, miss: 0, held: 0 };

  /** `bytes` is what they may hold altogether, `contract` what else an answer depends on. */
  constructor(
    private readonly bytes: number,
    private readonly versions: DataVersion,
    private readonly contract: string,
  ) {}

  /** What is asked, or null while no data version is known. */
  ask(key: string): Question | null {
    const version = this.versions.current;
    if (version !== this.version) this.forget(version);
    return version === null ? null : { key, version };
  }

  /** The tag of the answer: the same for whoever asks the same of the same data and contract. */
  etag({ key, version }: Question): string {
    const hash = createHash('sha256').update(`${this.contract}\0${version}\0${key}`);
    return `"${hash.digest('base64url').slice(0, 27)}"`;
  }

  find({ key }: Question): KeptAnswer | undefined {
    const found = this.answers.get(key);
    this.counts[found ? 'hit' : 'miss'] += 1;
    if (!found) return undefined;
    this.answers.delete(key);
    this.answers.set(key, found);
    return found;
  }

  keep(question: Question, answer: KeptAnswer): void {
    const size = sizeOf(question.key, answer);
    if (question.version !== this.version || size > this.bytes / 8 || this.answers.has(question.key)) return;
    this.answers.set(question.key, answer);
    this.held += size;
    for (const [key, oldest] of this.answers) {
      if (this.held <= this.bytes) break;
      this.answers.delete(key);
      this.held -= sizeOf(key, oldest);
    }
  }

  private forget(version: string | null): void {
    this.answers.clear();
    this.held = 0;
    this.version = version;
  }
}

// A key takes two bytes a character at most.
const sizeOf = (key: string, { body }: KeptAnswer): number => 2 * key.length + body.length + overhead;
