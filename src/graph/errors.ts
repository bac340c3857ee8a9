// The closed list of codes an answer may carry, and how a fault becomes one. A fault of the server is
// told as INTERNAL and nothing more: never a statement, never a stack.
import { GraphQLError } from 'graphql';

interface CodeMeaning {
  /** HTTP status of an answer that holds nothing but this. */
  status: number;
  about: string;
}

/** Every `extensions.code`: its HTTP status and what it means. */
export const errorCodes = {
  BAD_REQUEST: { status: 400, about: 'The HTTP request does not hold a GraphQL request.' },
  GRAPHQL_PARSE_FAILED: { status: 400, about: 'The document is not GraphQL; the place is in `locations`.' },
  GRAPHQL_VALIDATION_FAILED: { status: 400, about: 'The document asks for what the schema does not have.' },
  BAD_USER_INPUT: { status: 400, about: 'An argument or a variable has a value that cannot be used.' },
  INVALID_CURSOR: {
    status: 400,
    about: 'The cursor was made for another list, filter or order, or is damaged.',
  },
  PAGE_TOO_LARGE: {
    status: 400,
    about: 'A page was asked for that is larger than the limit; nothing is cut silently.',
  },
  QUERY_TOO_COMPLEX: {
    status: 400,
    about: 'The document is larger, deeper or costlier than the limit it names.',
  },
  QUERY_TIMEOUT: { status: 503, about: 'The request ran too long and was stopped, its statement too.' },
  RATE_LIMITED: {
    status: 429,
    about: 'Too much was asked from one address; Retry-After says when to go on.',
  },
  SNAPSHOT_NOT_FOUND: { status: 404, about: 'No snapshot has that name.' },
  DOCUMENT_NOT_FOUND: { status: 404, about: 'No document is kept under that id; send the document itself.' },
  METHOD_NOT_ALLOWED: {
    status: 405,
    about: 'This method does not answer this kind of operation; see Allow.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    about: 'What the document asks for cannot be streamed in the media type asked for.',
  },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, about: 'The body is in a media type this endpoint does not read.' },
  UNAVAILABLE: {
    status: 503,
    about: 'The database cannot be reached just now, or too many ask at the same time; see Retry-After.',
  },
  INTERNAL: { status: 500, about: 'A fault of ours; quote the requestId when you report it.' },
} as const satisfies Record<string, CodeMeaning>;

export type ErrorCode = keyof typeof errorCodes;

/** A fault of a request, with a code of the list and whatever helps to mend the request. */
export function refuse(code: ErrorCode, message: string, help: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code, ...help, http: { status: errorCodes[code].status } },
  });
}

/** Whether a text is a code of the list. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code);
}

const unreachable = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|08...|53300|57P0[123])$/;

// graphql-js stops comparing the fields of a selection that repeats them many hundred times.
const tooManyToCompare = 'Validation aborted.';

function codeOf(given: unknown, message: string, original: unknown): ErrorCode {
  if (message === tooManyToCompare || /contains more tha[nt] \d+ tokens/.test(message))
    return 'QUERY_TOO_COMPLEX';
  if (isErrorCode(given)) return given;
  if (given === 'OPERATION_RESOLUTION_FAILURE') return 'BAD_REQUEST';
  if (given === 'PERSISTED_QUERY_NOT_SUPPORTED' || given === 'PERSISTED_QUERY_NOT_FOUND')
    return 'DOCUMENT_NOT_FOUND';
  const { code } = (original ?? {}) as { code?: unknown };
  if (code === '57014') return 'QUERY_TIMEOUT';
  return typeof code === 'string' && unreachable.test(code) ? 'UNAVAILABLE' : 'INTERNAL';
}

/** The code and message of an error as told outside; what is not deliberate says nothing of itself. */
export function tell(
  given: unknown,
  message: string,
  original: unknown,
): { code: ErrorCode; message: string } {
  const code = codeOf(given, message, original);
  if (message === tooManyToCompare) {
    return { code, message: 'A field is repeated too often in one selection; ask for it once.' };
  }
  const silent =
    !isErrorCode(given) && (code === 'INTERNAL' || code === 'UNAVAILABLE' || code === 'QUERY_TIMEOUT');
  return { code, message: silent || given === 'INTERNAL' ? errorCodes[code].about : message };
}
