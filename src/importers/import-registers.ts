// The registers of a run: every file that a reader knows, in the order in which they stand on each other,
// within the transaction of the run.
import type { Writer } from '../store/write.js';
import { Book, type RegisterDoubt, type Rejection } from './enter/book.js';
import type { Desk, EnterOptions } from './enter/desk.js';
import { type EnteredFile, enterFile } from './enter/enter-file.js';
import { emptyRegister, readRegister } from './enter/known.js';
import type { InputFile } from './input-file.js';
import type { Head, Reader } from './reader.js';
import { headerOf } from './registers/csv-rows.js';
import { rankOf, readerOf, readers } from './registers/readers.js';

/** A file with the reader that knows it. */
export interface KnownFile {
  file: InputFile;
  reader: Reader;
  rank: number;
}

/** What became of a register file. */
export interface RegisterReport extends EnteredFile {
  file: string;
  format: string;
  rejected: Rejection[];
  doubts: RegisterDoubt[];
}

/** The words `--format` takes beside `motion`. */
export const formats: readonly string[] = readers.map(({ format }) => format);

/** The reader of a file, by the format the operator names or by its content; null for a motion's text. */
export function recognise(file: InputFile, format: string | undefined): KnownFile | null {
  const head: Head = { name: file.name, text: file.head, columns: headerOf(file.head) };
  const reader = format ? readers.find((one) => one.format === format) : readerOf(head);
  return reader ? { file, reader, rank: rankOf(reader, head) } : null;
}

/** Enters the registers of a run. */
export async function importRegisters(
  writer: Writer,
  files: readonly KnownFile[],
  options: EnterOptions & { licence: string | null },
  tick: (file: string, count: number) => void,
): Promise<RegisterReport[]> {
  const reports: RegisterReport[] = [];
  let desk: Desk | null = null;
  for (const { file, reader } of files.toSorted((a, b) => a.rank - b.rank)) {
    // Rows of our own tables are written past what is known, so that it is read again behind them.
    if (!desk || reader.isStream) desk = await openDesk(writer, options, reader.isStream === true);
    const { book } = desk;
    const [doubts, rejected] = [book.doubts.length, book.rejected.length];
    const { licence } = options;
    const tickFile = (count: number) => tick(file.name, count);
    const entered = await enterFile({ writer, desk, reader, file, licence, tick: tickFile });
    reports.push({
      file: file.name,
      format: reader.format,
      ...entered,
      doubts: book.doubts.slice(doubts),
      rejected: book.rejected.slice(rejected),
    });
    if (reader.isStream) desk = null;
  }
  return reports;
}

async function openDesk(writer: Writer, options: EnterOptions, isStream: boolean): Promise<Desk> {
  // A stream of rows is read against nothing but the tables themselves.
  const known = isStream ? emptyRegister() : await readRegister(writer.client);
  return { known, book: new Book(), options };
}
