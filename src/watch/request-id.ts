// The id by which a request is spoken of: in its answer, in the log, in a trace. A proxy that has named it already
// is followed.
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

// Letters that mean nothing in a log, a page or a header; UUIDs, ULIDs and the ids of most proxies are of them.
const form = /^[\w.:+/=-]{1,128}$/;

/** The id a request brings in `x-request-id`, where it is one, and a new one otherwise. */
export function requestId({ headers }: { headers: IncomingHttpHeaders }): string {
  const brought = headers['x-request-id'];
  return typeof brought === 'string' && form.test(brought) ? brought : randomUUID();
}
