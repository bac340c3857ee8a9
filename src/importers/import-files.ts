// Reads files into the store: registers by the reader that knows them, everything else as the text of
// motions. All files of a run are written in one transaction. Where anything was turned away, nothing is
// kept, unless the operator accepts a part; a dry run keeps nothing at all.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { changeReason, Word } from '../domain/vocabulary.js';
import { UsageError } from '../errors.js';
import { openStore } from '../store/store.js';
import { deriveTextMatches } from '../store/text-matches.js';
import { type Author, type Writer, writing } from '../store/write.js';
import { type DecodedFile, decodeFile } from './decode.js';
import { councilNamed, type Known, licenceNamed, readKnown } from './document/known.js';
import { planDocument } from './document/plan.js';
import type { ReadDocument } from './document/reading.js';
import { type FileReport, type ImportReport, joinReports, tellReport } from './document/report.js';
import { writeDocument } from './document/write.js';
import {
  formats,
  importRegisters,
  type KnownFile,
  type RegisterReport,
  recognise,
} from './import-registers.js';
import { type InputFile, openInput } from './input-file.js';
import type { ParsedDocument } from './motion-text/document.js';
import { doubt, doubtMeaning } from './motion-text/doubts.js';
import { parseMotionText } from './motion-text/parse.js';

/** What to import, and where to. */
export interface FileImport {
  /** The database, migrated and seeded. */
  url: string;
  /** Paths of the files; - is standard input. */
  files: readonly string[];
  /** Slug, id, GSS or register code of the council; read from each file where left out. */
  council?: string;
  /** Slug or id of the licence under which the files, and the wording in them, may be published. */
  licence?: string;
  /** The format of every file, where its content should not decide: motion, or that of a reader. */
  format?: string;
  /** The day on which the files were true, YYYY-MM-DD. */
  on?: string;
  dryRun: boolean;
  /** Why what the store holds already changes; by default because a source says more or something else. */
  reason?: Word<typeof changeReason>;
  /** Keeps what can be kept where something was turned away. */
  acceptPartial?: boolean;
  /** Whether the caller prints the report as JSON, so that progress is told through `log`. */
  json?: boolean;
  stdin?: Readable;
  log?: (line: string) => void;
  /** Told of how many lines of a register were read so far. */
  tick?: (file: string, count: number) => void;
}

/** What an import did: for programs, for people, and how much was turned away. */
export interface FileImportResult {
  report: ImportReport;
  text: string;
  rejected: number;
}

// Any number that no other lock of this project uses: two imports must not mint one motion twice.
const lock = 5_304_512;

/**
 * Imports files: registers first, then documents, each attached to the motion it is about or as a new one.
 * @throws UsageError for a council, licence or format that is not known.
 */
export async function importFiles(job: FileImport): Promise<FileImportResult> {
  if (job.format !== undefined && job.format !== 'motion' && !formats.includes(job.format))
    throw new UsageError(`expected a format of motion, ${formats.join(', ')}, got ${job.format}`);
  const store = openStore(job.url, { max: 1 });
  const spool = await mkdtemp(join(tmpdir(), 'open-motions-import-'));
  try {
    const inputs = await openInputs(job, spool);
    const author: Author = {
      by: 'importer',
      reason: job.reason ?? 'source_changed',
      note: 'a document was imported',
    };
    const report = await writing(
      store,
      author,
      (writer) => importAll(writer, job, inputs),
      ({ kept }) => kept,
    );
    if (report.kept) await deriveTextMatches(store);
    // People read these lines in the text; a program's standard output is kept for its report.
    if (job.json) for (const file of report.files) job.log?.(`${file.file}: ${file.result}`);
    return { report, text: tellReport(report), rejected: report.rejectedCount };
  } finally {
    await rm(spool, { recursive: true, force: true });
    await store.close();
  }
}

interface Inputs {
  registers: KnownFile[];
  documents: InputFile[];
}

async function openInputs({ files, format, stdin }: FileImport, spool: string): Promise<Inputs> {
  if (files.filter((file) => file === '-').length > 1)
    throw new UsageError('expected standard input (-) once, got it several times');
  const inputs: Inputs = { registers: [], documents: [] };
  for (const path of files) {
    const file = await openInput(
      path === '-' && stdin ? await spooled(stdin, spool) : path,
      path === '-' ? 'standard input' : basename(path),
    );
    const known = format === 'motion' ? null : recognise(file, format);
    if (known) inputs.registers.push(known);
    else inputs.documents.push(file);
  }
  return inputs;
}

/** Standard input is read twice like any other file, so it is kept on disk meanwhile. */
async function spooled(stdin: Readable, folder: string): Promise<string> {
  const path = join(folder, 'standard-input');
  await writeFile(path, stdin);
  return path;
}

async function importAll(writer: Writer, job: FileImport, inputs: Inputs): Promise<ImportReport> {
  await writer.client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
  const before = await readKnown(writer.client);
  const council = job.council === undefined ? undefined : councilNamed(job.council, before);
  const licence = job.licence === undefined ? null : await licenceNamed(writer.client, job.licence);
  const options = { council, licence, on: job.on };
  const registers = await importRegisters(writer, inputs.registers, options, job.tick ?? (() => {}));
  const known = inputs.registers.length > 0 ? await readKnown(writer.client) : before;
  const documents = [
    ...registers.flatMap((register) => readPages(register, known)),
    ...(await readDocuments(inputs.documents, known, council)),
  ];
  const reports: FileReport[] = [];
  for (const one of documents)
    reports.push(
      job.dryRun
        ? await planOnly(writer, known, one, licence)
        : await writeDocument(writer, known, one, licence),
    );
  return joinReports(registers, reports, { dryRun: job.dryRun, acceptPartial: job.acceptPartial === true });
}

/** A dry run goes as far as telling which motion each text is about. */
async function planOnly(
  writer: Writer,
  known: Known,
  one: ReadDocument,
  licence: string | null,
): Promise<FileReport> {
  const plan = await planDocument(writer.client, known, one, licence);
  const would = plan.readings.map(
    ({ isNew, motionId }) => `would be ${isNew ? 'recorded as' : 'attached to'} ${motionId}`,
  );
  const result = [...would, ...plan.refusals].join('; ') || 'no motion was found in it';
  return {
    file: one.file,
    document: one.document,
    result: `${result} (dry run)`,
    isRejected: false,
    counts: {},
  };
}

/** Pages of a register that hold the text of a motion; the others are no business of this record. */
function readPages({ file, pages }: RegisterReport, known: Known): ReadDocument[] {
  return pages.flatMap(({ name, html, councilId }) => {
    const decoded = decodeFile(Buffer.from(html));
    const document = readDocument(decoded, known, { council: councilId });
    return document.motions.length > 0 ? [{ file: `${file} ${name}`, decoded, document }] : [];
  });
}

async function readDocuments(
  files: readonly InputFile[],
  known: Known,
  council: string | undefined,
): Promise<ReadDocument[]> {
  const documents: ReadDocument[] = [];
  for (const { name, path } of files) {
    const decoded = decodeFile(await readFile(path));
    const document = readDocument(decoded, known, council === undefined ? {} : { council });
    documents.push({ file: name, decoded, document });
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
