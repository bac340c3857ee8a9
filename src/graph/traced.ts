// The span of an operation: its name, the hash of its document, its cost and what came of it, without its text and
// its values.
import { type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { errorCodes } from './errors.js';
import type { OperationNote } from './operation-note.js';

const tracer = trace.getTracer('open-motions');

/** Does what answers an operation within its span; without a tracer that records, nothing else happens. */
export function traced<T>(note: OperationNote, work: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan('query', async (span) => {
    try {
      return await work();
    } finally {
      if (span.isRecording()) describe(span, note);
      span.end();
    }
  });
}

function describe(span: Span, { name, document, cost, code, kept }: OperationNote): void {
  if (name !== null) span.updateName(`query ${name}`);
  const told = {
    ...{ 'graphql.operation.type': 'query', 'graphql.operation.name': name },
    ...{ 'graphql.document.id': document, 'graphql.operation.cost': cost },
    ...{ 'graphql.operation.code': code, 'graphql.operation.kept': kept },
  };
  for (const [key, value] of Object.entries(told)) if (value !== null) span.setAttribute(key, value);
  if (code !== 'OK' && errorCodes[code].status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
}
