// A request that a page cannot answer, with what the reader can do about it.
import { OpenMotionsError } from '../errors.js';

const statuses = { BAD_REQUEST: 400, NOT_FOUND: 404, GONE: 410 } as const;

/** Refuses a request: `message` is printed to the reader, and says what was expected and what was got. */
export class Refusal extends OpenMotionsError {
  readonly code: keyof typeof statuses;
  readonly statusCode: number;
  constructor(code: keyof typeof statuses, message: string) {
    super(message);
    this.code = code;
    this.statusCode = statuses[code];
  }
}
