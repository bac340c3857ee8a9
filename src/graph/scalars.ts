// The scalars of this graph. Values of the store pass through as text: a council's days have no time
// zone, and a source's address is never corrected.
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

interface Shape {
  name: string;
  description: string;
  specifiedByURL: string;
  expected: string;
  accepts: (text: string) => boolean;
}

function textScalar({ name, description, specifiedByURL, expected, accepts }: Shape): GraphQLScalarType {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw new GraphQLError(`${name} expects ${expected}.`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whether a text is an instant with its offset. */
export function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

export const DateScalar = textScalar({
  name: 'Date',
  description:
    'A day of the calendar, YYYY-MM-DD, without a time zone. A `…Precision` field beside it says how much is stated.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date.html',
  expected: 'a day written YYYY-MM-DD, for example "2023-03-22"',
  accepts: isDay,
});

export const DateTime = textScalar({
  name: 'DateTime',
  description: 'An instant in UTC, for example 2026-11-21T22:00:00.000Z.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  expected: 'an instant such as "2026-11-21T22:00:00Z"',
  accepts: isInstant,
});

export const URI = textScalar({
  name: 'URI',
  description: 'An address as its publisher gives it; never corrected, so it may no longer answer.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3986',
  expected: 'an address',
  accepts: (text) => text.length > 0,
});
