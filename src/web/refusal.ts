// A request that a page cannot answer, with what the reader can do about it.
import { OpenMotionsError } from '../errors.js';

const statuses = { BAD_REQUEST: 400, NOT_FOUND: 404, GONE: 410, UNAVAILABLE: 503 } as const;

/** Refuses a request: `message` is printed to the reader, and says what was expected and what was got. */
export class Refusal extends OpenMotionsError {
  readonly code: keyof typeof statuses;
  readonly statusCode: number;
  /** What a program can act on, printed beside the message. */
  readonly help: Readonly<Record<string, string | null>>;
  constructor(code: keyof typeof statuses, message: string, help: Refusal['help'] = {}) {
    super(message);
    this.code = code;
    this.help = help;
    this.statusCode = statuses[code];
  }
}
