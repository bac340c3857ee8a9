// What an import says about itself: one JSON shape for programs, lines for people.

import type { Counts } from '../../store/write.js';
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

/** The report as `--json` prints it; entries name their file where there are several. */
export interface ImportReport {
  motions: ParsedMotion[];
  doubts: Doubt[];
  unplaced: Passage[];
  fields: Field[];
  files: (Omit<FileReport, 'document'> & Pick<ParsedDocument, 'headline' | 'publishedOn'>)[];
  counts: Counts;
  dryRun: boolean;
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

/** The report as lines to read. */
export function tellReport(report: ImportReport): string {
  const files = report.files.map(({ file, result }) => `${file}: ${result}`);
  const motions = report.dryRun ? report.motions.flatMap(tellMotion) : [];
  const doubts = report.doubts.map((one) => `  ${place(one)}${one.code}: ${one.message}`);
  const unplaced = report.unplaced.map((one) => `  ${place(one)}${one.text.slice(0, 80)}`);
  return [
    ...files,
    ...motions,
    ...(doubts.length > 0 ? ['Doubts:', ...doubts] : ['No doubts.']),
    ...(unplaced.length > 0 ? ['Text that was not placed:', ...unplaced] : []),
  ].join('\n');
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

function place(one: { line: number; file?: string }): string {
  const line = one.line > 0 ? `line ${one.line}` : '';
  const where = [one.file, line].filter(Boolean).join(', ');
  return where ? `${where}: ` : '';
}
