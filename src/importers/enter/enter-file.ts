// One register into the store, within the transaction of its run: findings become records, records leave
// in batches. A file of rows of one table is streamed, however long it is.
import type { TableName } from '../../store/tables.js';
import type { Counts, Value, Writer } from '../../store/write.js';
import { documentId } from '../document/source-record.js';
import type { InputFile } from '../input-file.js';
import type { Finding, PageFinding, Reader } from '../reader.js';
import { type TableCounts, writeRecords } from '../run.js';
import { enterBody, enterMeeting } from './bodies.js';
import { councilFor, enterCouncil, enterPoliceUnit, enterSuccessor } from './councils.js';
import type { Desk } from './desk.js';
import { enterListed } from './listed.js';
import { enterOffice } from './people.js';
import { stateSource } from './source.js';
import { enterWard } from './wards.js';

/** Rows that wait before they are written: few enough to stay small, many enough to be fast. */
const batch = 20_000;

/** What a file gave. */
export interface EnteredFile {
  counts: TableCounts;
  notes: string[];
  /** Pages with the texts of motions, each with its council. */
  pages: (PageFinding & { councilId: string })[];
}

/** A file on its way in. */
export interface Entering {
  writer: Writer;
  desk: Desk;
  reader: Reader;
  file: InputFile;
  /** The licence the operator stated for the file. */
  licence: string | null;
  /** Told of how many findings were read. */
  tick: (count: number) => void;
}

/** Enters a file; what is turned away and what is doubtful stands in the desk's book. */
export async function enterFile(entering: Entering): Promise<EnteredFile> {
  const { desk, reader, file, writer, tick } = entering;
  const entered: EnteredFile = { counts: {}, notes: [], pages: [] };
  desk.book.open(reader.source === null ? null : documentId(file.sha256));
  if (file.damage) {
    const { line, got } = file.damage;
    desk.book.reject('source', { file: file.name, line }, { expected: 'text in one encoding', got });
    return entered;
  }
  if (file.isGuess && !/\bencoding\s*=\s*["'][\w-]/.test(file.head.slice(0, 200)))
    entered.notes.push(`nothing in it says how it is encoded; it was read as ${file.encoding}`);
  const licence = stateSource(desk.book, reader, file, entering.licence);
  if (reader.isStream) {
    await streamRows(entering, entered);
    return entered;
  }
  let count = 0;
  for await (const finding of reader.read(file)) {
    enter(desk, finding, licence, entered);
    count += 1;
    tick(count);
    if (desk.book.size >= batch) await flush(writer, desk, entered);
  }
  await flush(writer, desk, entered);
  return entered;
}

function enter(desk: Desk, finding: Finding, licence: string | null, entered: EnteredFile): void {
  const { at } = finding;
  const { book } = desk;
  switch (finding.kind) {
    case 'council':
      enterCouncil(desk, finding, at);
      break;
    case 'successor':
      enterSuccessor(desk, finding, at);
      break;
    case 'police_unit':
      enterPoliceUnit(desk, finding, at);
      break;
    case 'ward':
      enterWard(desk, finding, at);
      break;
    case 'body':
      enterBody(desk, finding, at);
      break;
    case 'meeting':
      enterMeeting(desk, finding, at);
      break;
    case 'office':
      enterOffice(desk, finding, at);
      break;
    case 'listed':
      enterListed(desk, finding, licence, at);
      break;
    case 'record':
      book.state(finding.table, finding.row, at, finding.more);
      break;
    case 'shown':
      book.show(finding.table, finding.id, at);
      break;
    case 'rejected':
      book.reject(finding.table, at, finding.fault);
      break;
    case 'doubt':
      book.doubt(finding.code, at, finding.about);
      break;
    case 'note':
      entered.notes.push(finding.text);
      break;
    case 'page': {
      const council = councilFor(desk, 'motion', finding.council, at);
      if (council) entered.pages.push({ ...finding, councilId: council.id });
    }
  }
}

async function flush(writer: Writer, { book }: Desk, { counts }: EnteredFile): Promise<void> {
  const written = await writeRecords(writer, book.take());
  for (const [table, count] of Object.entries(written)) addCounts(counts, table as TableName, count);
}

function addCounts(counts: TableCounts, table: TableName, { inserted, updated, unchanged }: Counts): void {
  const sum = counts[table] ?? { inserted: 0, updated: 0, unchanged: 0 };
  counts[table] = {
    inserted: sum.inserted + inserted,
    updated: sum.updated + updated,
    unchanged: sum.unchanged + unchanged,
  };
}

async function streamRows(
  { writer, desk, reader, file, tick }: Entering,
  entered: EnteredFile,
): Promise<void> {
  const { book } = desk;
  const findings = reader.read(file)[Symbol.asyncIterator]();
  let first = await findings.next();
  const pass = ({ at, ...finding }: Finding) => {
    if (finding.kind === 'rejected') book.reject(finding.table, at, finding.fault);
    else if (finding.kind === 'note') entered.notes.push(finding.text);
  };
  while (!first.done && first.value.kind !== 'record') {
    pass(first.value);
    first = await findings.next();
  }
  if (first.done || first.value.kind !== 'record') return;
  const { table, row } = first.value;
  const columns = Object.keys(row);
  async function* rows() {
    let count = 0;
    for (let one = first; !one.done; one = await findings.next()) {
      if (one.value.kind === 'record')
        yield { line: one.value.at.line ?? 0, values: valuesOf(one.value.row, columns) };
      else pass(one.value);
      count += 1;
      tick(count);
    }
  }
  const { refused, ...counts } = await writer.mergeStream(table, columns, rows());
  addCounts(entered.counts, table, counts);
  for (const { line, ...fault } of refused) book.reject(table, { file: file.name, line }, fault);
}

function valuesOf(row: Readonly<Record<string, Value>>, columns: readonly string[]): Value[] {
  return columns.map((column) => row[column] ?? null);
}
