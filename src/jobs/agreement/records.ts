// Reading back the canonical CSV files. Text inside a cell ends its lines with LF alone, so CR and LF together
// stand at the end of a record and nowhere else, and records can be told apart before they are parsed.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse/sync';

const recordEnd = '\r\n';

/** The records of a file as they are written, without the header. */
export async function* recordsOf(path: string): AsyncGenerator<string, void, undefined> {
  let rest = '';
  let isHeader = true;
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const records = (rest + chunk).split(recordEnd);
    rest = records.pop() ?? '';
    for (const record of records) {
      if (isHeader) isHeader = false;
      else yield record;
    }
  }
  if (rest !== '') throw new Error(`${path} ends in the middle of a record`);
}

/** The cells of some records; an empty cell is ''. */
export function cellsOf(records: readonly string[]): string[][] {
  if (records.length === 0) return [];
  return parse(records.join(recordEnd) + recordEnd, {
    record_delimiter: recordEnd,
    relax_column_count: true,
  });
}

/** The first cell of a record: the key, or its first part. Ids hold nothing that CSV would quote. */
export function firstCell(record: string): string {
  const end = record.indexOf(',');
  return end < 0 ? record : record.slice(0, end);
}

/** A sequence of records of which those that begin with a key can be taken, where both are in the same order. */
export class Grouped {
  readonly #records: AsyncGenerator<string, void, undefined>;
  #next: string | undefined;
  #isOpen = false;

  constructor(path: string) {
    this.#records = recordsOf(path);
  }

  /** Takes the next records whose first cell is the key. */
  async take(key: string): Promise<string[]> {
    const found: string[] = [];
    for (
      let next = await this.#peek();
      next !== undefined && firstCell(next) === key;
      next = await this.#peek()
    ) {
      found.push(next);
      this.#isOpen = false;
    }
    return found;
  }

  /** The record that nobody has taken; undefined at the end. */
  left(): Promise<string | undefined> {
    return this.#peek();
  }

  async #peek(): Promise<string | undefined> {
    if (!this.#isOpen) this.#next = (await this.#records.next()).value ?? undefined;
    this.#isOpen = true;
    return this.#next;
  }
}
