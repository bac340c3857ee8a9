// What an import says about itself: one JSON shape for programs, lines for people.

import { type Place, sentence } from '../../errors.js';
import type { TableName } from '../../store/tables.js';
import type { Counts } from '../../store/write.js';
import type { RegisterDoubt, Rejection } from '../enter/book.js';
import type { RegisterReport } from '../import-registers.js';
import type { Field, ParsedDocument, ParsedMotion, Passage } from '../motion-text/document.js';
import type { Doubt } from '../motion-text/doubts.js';
import type { TableCounts } from '../run.js';

/** What became of one file. */
export interface FileReport {
  file: string;
  document: ParsedDocument;
  /** One sentence: what was done with it. */
  result: string;
  /** Whether nothing of it was kept. */
  isRejected: boolean;
  counts: TableCounts;
}

/** What became of the rows of a table. */
export interface TableReport extends Counts {
  rejected: number;
}

/** One file in the report. */
export interface ReportedFile {
  file: string;
  /** The word `--format` takes for it. */
  format: string;
  headline: string | null;
  publishedOn: string | null;
  result: string;
  isRejected: boolean;
  counts: TableCounts;
  /** What a person should know of the file. */
  notes: string[];
}

/** The report as `--json` prints it; entries name their file where there are several. */
export interface ImportReport {
  motions: ParsedMotion[];
  doubts: (Doubt | RegisterDoubt)[];
  unplaced: Passage[];
  fields: Field[];
  files: ReportedFile[];
  counts: Counts;
  /** The counts by table. */
  tables: Partial<Record<TableName, TableReport>>;
  /** What was turned away, at most the first thousand. */
  rejected: Rejection[];
  rejectedCount: number;
  dryRun: boolean;
  /** Whether the run was kept. */
  kept: boolean;
}

const none: Counts = { inserted: 0, updated: 0, unchanged: 0 };

/** The sums over all tables and files. */
export function addCounts(all: readonly TableCounts[]): Counts {
  return all
    .flatMap((counts) => Object.values(counts))
    .reduce(
      (sum, one) => ({
        inserted: sum.inserted + one.inserted,
        updated: sum.updated + one.updated,
        unchanged: sum.unchanged + one.unchanged,
      }),
      none,
    );
}

const mostShown = 1000;

/** The report over registers and documents. */
export function joinReports(
  registers: readonly RegisterReport[],
  documents: readonly FileReport[],
  { dryRun, acceptPartial }: { dryRun: boolean; acceptPartial: boolean },
): ImportReport {
  const isOne = registers.length + documents.length === 1;
  const named = <T extends object>(list: (document: ParsedDocument) => readonly T[]) =>
    documents.flatMap(({ file, document }) => list(document).map((one) => (isOne ? one : { file, ...one })));
  const rejected = [
    ...registers.flatMap((register) => register.rejected),
    ...documents.filter(({ isRejected }) => isRejected).map(refusedDocument),
  ];
  const counts = [...registers, ...documents].map((one) => one.counts);
  return {
    motions: named((document) => document.motions),
    doubts: [...registers.flatMap(({ doubts }) => doubts), ...named((document) => document.doubts)],
    unplaced: named((document) => document.unplaced),
    fields: named((document) => document.fields),
    files: [...registers.map(toRegister), ...documents.map(toDocument)],
    counts: addCounts(counts),
    tables: tablesOf(counts, rejected),
    rejected: rejected.slice(0, mostShown),
    rejectedCount: rejected.length,
    dryRun,
    kept: !dryRun && (rejected.length === 0 || acceptPartial),
  };
}

function refusedDocument({ file, result }: FileReport): Rejection {
  return { table: 'motion', expected: 'a motion that can be placed', got: result, at: { file } };
}

function tablesOf(all: readonly TableCounts[], rejected: readonly Rejection[]): ImportReport['tables'] {
  const tables: ImportReport['tables'] = {};
  const of = (table: TableName) => {
    tables[table] ??= { inserted: 0, updated: 0, unchanged: 0, rejected: 0 };
    return tables[table];
  };
  for (const counts of all)
    for (const [table, one] of Object.entries(counts) as [TableName, Counts][]) {
      const sum = of(table);
      sum.inserted += one.inserted;
      sum.updated += one.updated;
      sum.unchanged += one.unchanged;
    }
  for (const { table } of rejected) of(table).rejected += 1;
  return tables;
}

function toRegister({ file, format, counts, rejected, notes }: RegisterReport): ReportedFile {
  const { inserted, updated, unchanged } = addCounts([counts]);
  const rows = `${inserted} inserted, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected`;
  const isNothing = inserted + updated + unchanged + rejected.length === 0;
  return {
    file,
    format,
    headline: null,
    publishedOn: null,
    result: isNothing && notes.length > 0 ? notes.join('; ') : `read as ${format}: ${rows}`,
    isRejected: rejected.length > 0,
    counts,
    notes,
  };
}

function toDocument({ file, document, result, isRejected, counts }: FileReport): ReportedFile {
  const { headline, publishedOn } = document;
  return { file, format: 'motion', headline, publishedOn, result, isRejected, counts, notes: [] };
}

/** The report as lines to read. */
export function tellReport(report: ImportReport): string {
  const files = report.files.flatMap(({ file, result, notes }) => [
    `${file}: ${result}`,
    ...notes.filter((note) => !result.includes(note)).map((note) => `  note: ${note}`),
  ]);
  const motions = report.dryRun ? report.motions.flatMap(tellMotion) : [];
  const doubts = report.doubts.map((one) => `  ${place(one)}${one.code}: ${one.message}`);
  const unplaced = report.unplaced.map((one) => `  ${place(one)}${one.text.slice(0, 80)}`);
  return [
    ...files,
    ...motions,
    ...tellTables(report),
    ...(doubts.length > 0 ? ['Doubts:', ...shortened(doubts)] : ['No doubts.']),
    ...(unplaced.length > 0 ? ['Text that was not placed:', ...unplaced] : []),
    ...tellRejected(report),
  ].join('\n');
}

const mostTold = 50;

function shortened(lines: readonly string[], all = lines.length): string[] {
  const rest = all - mostTold;
  return rest > 0 ? [...lines.slice(0, mostTold), `  … and ${rest} more (--json lists them)`] : [...lines];
}

function tellTables({ tables, files }: ImportReport): string[] {
  if (files.every(({ format }) => format === 'motion')) return [];
  return Object.entries(tables).map(
    ([table, { inserted, updated, unchanged, rejected }]) =>
      `${table}: ${inserted} inserted, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected`,
  );
}

function tellRejected({ rejected, rejectedCount, kept, dryRun }: ImportReport): string[] {
  const told = rejected.map((one) => `  ${sentence(one)}`);
  const fate = dryRun
    ? []
    : [kept ? 'What was not rejected is kept.' : 'Nothing was kept; --accept-partial keeps the rest.'];
  return rejectedCount === 0 ? [] : ['Rejected:', ...shortened(told, rejectedCount), ...fate];
}

function tellMotion({ council, title, clauses, outcome, date }: ParsedMotion): string[] {
  const about = [council ?? 'council unknown', date ?? 'no date', outcome ?? 'no outcome'].join(', ');
  return [`${title ?? '(no title)'} (${about})`, ...clauses.flatMap((clause) => tellClause(clause, 1))];
}

function tellClause(clause: ParsedMotion['clauses'][number], depth: number): string[] {
  const words = clause.text.length > 70 ? `${clause.text.slice(0, 70)}…` : clause.text;
  const inferred = clause.inferred.length > 0 ? ` (inferred: ${clause.inferred.join(', ')})` : '';
  const line = `${'  '.repeat(depth)}${clause.address} ${clause.kind}${inferred}: ${words}`;
  return [line, ...clause.children.flatMap((child) => tellClause(child, depth + 1))];
}

function place({ file, line = 0, path }: Place): string {
  const where = [file, line > 0 ? `line ${line}` : '', path].filter(Boolean).join(', ');
  return where ? `${where}: ` : '';
}
