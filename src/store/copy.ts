// Rows on their way into PostgreSQL by COPY, in its text format.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A value as a record states it. */
export type Value = string | number | boolean | null;

/** One row as a line of COPY’s text format, from its values in column order. */
export function copyLine(values: readonly Value[]): string {
  return `${values.map(field).join('\t')}\n`;
}

/** Copies lines into a table or into some of its columns, named as `"clause" ("id", "seq")`. */
export async function copyInto(
  client: pg.ClientBase,
  target: string,
  lines: Iterable<string>,
): Promise<void> {
  await pipeline(Readable.from(chunked(lines)), client.query(copyFrom(`COPY ${target} FROM STDIN`)));
}

// Lines leave in chunks: one write per row costs more than the row.
function* chunked(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk) yield chunk;
}

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function field(value: Value): string {
  if (value === null) return '\\N';
  const text = String(value);
  if (!special.test(text)) return text;
  return text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}
