// Reads documents into the store: bytes to text, text to motions, motions to the records they are
// about. All files of a run are written in one transaction; a dry run writes nothing at all.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import type { changeReason, Word } from '../domain/vocabulary.js';
import { UsageError } from '../errors.js';
import { openStore, type Store } from '../store/store.js';
import { deriveTextMatches } from '../store/text-matches.js';
import { type Author, type Writer, writing } from '../store/write.js';
import { type DecodedFile, decodeFile } from './decode.js';
import { councilNamed, type Known, licenceNamed, readKnown } from './document/known.js';
import { planDocument } from './document/plan.js';
import type { ReadDocument } from './document/reading.js';
import { addCounts, type FileReport, type ImportReport, tellReport } from './document/report.js';
import { writeDocument } from './document/write.js';
import type { ParsedDocument } from './motion-text/document.js';
import { doubt, doubtMeaning } from './motion-text/doubts.js';
import { parseMotionText } from './motion-text/parse.js';

/** What to import, and where to. */
export interface FileImport {
  /** The database, migrated and seeded. */
  url: string;
  /** Paths of the documents; - is standard input. */
  files: readonly string[];
  /** Slug, id, GSS or register code of the council; read from each text where left out. */
  council?: string;
  /** Slug or id of the licence under which the wording may be published. */
  licence?: string;
  dryRun: boolean;
  /** Why what the store holds already changes; by default because a source says more or something else. */
  reason?: Word<typeof changeReason>;
  /** Whether the caller prints the report as JSON, so that progress is told through `log`. */
  json?: boolean;
  stdin?: Readable;
  log?: (line: string) => void;
}

/** What an import did: for programs, for people, and how many files were turned away. */
export interface FileImportResult {
  report: ImportReport;
  text: string;
  rejected: number;
}

// Any number that no other lock of this project uses: two imports must not mint one motion twice.
const lock = 5_304_512;

/**
 * Imports documents, each attached to the motion it is about or as a new one.
 * @throws UsageError for a council or licence that is not recorded.
 */
export async function importFiles(job: FileImport): Promise<FileImportResult> {
  const store = openStore(job.url, { max: 1 });
  try {
    const reports = job.dryRun ? await readAll(store, job) : await writeAll(store, job);
    if (!job.dryRun) await deriveTextMatches(store);
    const report = joined(reports, job.dryRun);
    // People read these lines in the text; a program's standard output is kept for its report.
    if (job.json) for (const file of report.files) job.log?.(`${file.file}: ${file.result}`);
    return {
      report,
      text: tellReport(report),
      rejected: job.dryRun ? 0 : report.files.filter(({ isRejected }) => isRejected).length,
    };
  } finally {
    await store.close();
  }
}

/** A dry run goes as far as telling which motion each text is about. */
async function readAll(store: Store, job: FileImport): Promise<FileReport[]> {
  const known = await readKnown(store.pool);
  const licence = job.licence === undefined ? null : await licenceNamed(store.pool, job.licence);
  const reports: FileReport[] = [];
  for (const one of await readDocuments(job, known)) {
    const plan = await planDocument(store.pool, known, one, licence);
    const would = plan.readings.map(
      ({ isNew, motionId }) => `would be ${isNew ? 'recorded as' : 'attached to'} ${motionId}`,
    );
    const result = [...would, ...plan.refusals].join('; ') || 'no motion was found in it';
    reports.push({
      file: one.file,
      document: one.document,
      result: `${result} (dry run)`,
      isRejected: false,
      counts: {},
    });
  }
  return reports;
}

async function writeAll(store: Store, job: FileImport): Promise<FileReport[]> {
  const known = await readKnown(store.pool);
  const licence = job.licence === undefined ? null : await licenceNamed(store.pool, job.licence);
  const documents = await readDocuments(job, known);
  const author: Author = {
    by: 'importer',
    reason: job.reason ?? 'source_changed',
    note: 'a document was imported',
  };
  return writing(store, author, async (writer: Writer) => {
    await writer.client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    const reports: FileReport[] = [];
    for (const one of documents) reports.push(await writeDocument(writer, known, one, licence));
    return reports;
  });
}

async function readDocuments(job: FileImport, known: Known): Promise<ReadDocument[]> {
  const council = job.council === undefined ? {} : { council: councilNamed(job.council, known) };
  const documents: ReadDocument[] = [];
  if (job.files.filter((file) => file === '-').length > 1)
    throw new UsageError('expected standard input (-) once, got it several times');
  for (const file of job.files) {
    const decoded = decodeFile(await readBytes(file, job.stdin));
    const document = readDocument(decoded, known, council);
    documents.push({ file: file === '-' ? 'standard input' : basename(file), decoded, document });
  }
  return documents;
}

/** A file that is not text is told, not guessed at. */
function readDocument(decoded: DecodedFile, known: Known, council: { council?: string }): ParsedDocument {
  if (decoded.foreign !== null) {
    const doubts = [
      doubt('FORMAT_NOT_READ', 0, `${doubtMeaning.FORMAT_NOT_READ} (it is ${decoded.foreign})`),
    ];
    return { motions: [], doubts, unplaced: [], fields: [], headline: null, publishedOn: null };
  }
  const document = parseMotionText(decoded.text, { ...known, ...council }, decoded.asides);
  if (decoded.isGuess)
    document.doubts.unshift(
      doubt('ENCODING_GUESSED', 0, `${doubtMeaning.ENCODING_GUESSED} (${decoded.encoding})`),
    );
  return document;
}

async function readBytes(file: string, stdin: Readable | undefined): Promise<Uint8Array> {
  if (file !== '-' || !stdin)
    return readFile(file).catch((error: NodeJS.ErrnoException) => {
      const why = error.code === 'EISDIR' ? 'it is a folder' : (error.code ?? 'it cannot be read');
      throw new UsageError(`expected a document that can be read, got ${file}: ${why}`);
    });
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function joined(files: readonly FileReport[], dryRun: boolean): ImportReport {
  const isOne = files.length === 1;
  const named = <T extends object>(list: (document: ParsedDocument) => readonly T[]) =>
    files.flatMap(({ file, document }) => list(document).map((one) => (isOne ? one : { file, ...one })));
  return {
    motions: named((document) => document.motions),
    doubts: named((document) => document.doubts),
    unplaced: named((document) => document.unplaced),
    fields: named((document) => document.fields),
    files: files.map(({ file, document, result, isRejected, counts }) => ({
      file,
      headline: document.headline,
      publishedOn: document.publishedOn,
      result,
      isRejected,
      counts,
    })),
    counts: addCounts(files.map(({ counts }) => counts)),
    dryRun,
  };
}
