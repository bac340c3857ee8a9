// One motion of one document on its way into the store: what was read, where it goes, what may be said.

import type { Word, wording } from '../../domain/vocabulary.js';
import type { Place } from '../../errors.js';
import type { TableName } from '../../store/tables.js';
import type { Value } from '../../store/write.js';
import type { DecodedFile } from '../decode.js';
import type { ParsedDocument, ParsedMotion } from '../motion-text/document.js';
import { type Doubt, type DoubtCode, doubt, doubtMeaning } from '../motion-text/doubts.js';
import type { ImportRecord } from '../record.js';
import type { Known, Reader } from './known.js';

/** A file as read, before anything is written. */
export interface ReadDocument {
  file: string;
  decoded: DecodedFile;
  document: ParsedDocument;
}

/** A motion of a document with where it goes. */
export interface Reading {
  store: Reader;
  known: Known;
  motion: ParsedMotion;
  /** The council's id: without one nothing is written. */
  council: string;
  motionId: string;
  /** The motion it amends; null where it is no amendment. */
  amends: string | null;
  /** Whether no recorded motion was recognised, so that all of it is new. */
  isNew: boolean;
  source: string;
  /** The licence under which the wording may be published, or why it may not. */
  rights: Rights;
  wording: Word<typeof wording>;
  file: string;
  doubts: Doubt[];
}

/** Whether wording may be published among ours; if not, the reason held with it and the doubt raised. */
export type Rights = { mayPublish: true } | { mayPublish: false; reason: string; code: DoubtCode };

// Lists of a recorded motion belong to whoever curates it: what a document adds is numbered from
// here, so that a list that grows in the seeds never meets it.
export const firstAddedSeq = 1000;

/** A record of this document with the line it came from. */
export function record(
  reading: Pick<Reading, 'file'>,
  table: TableName,
  row: Record<string, Value>,
  line = 0,
): ImportRecord {
  const at: Place = line > 0 ? { file: reading.file, line } : { file: reading.file };
  return { table, row, at };
}

/** Raises a doubt, saying what it is about behind the table's own sentence. */
export function wonder({ doubts }: Pick<Reading, 'doubts'>, code: DoubtCode, line: number, about = ''): void {
  doubts.push(about ? doubt(code, line, `${doubtMeaning[code]} (${about})`) : doubt(code, line));
}

/** Which version of the motion a document prints, told by the events it shows. */
export function wordingOf({ outcome, events }: ParsedMotion): Reading['wording'] {
  if (outcome === 'carried') return 'as_decided';
  if (outcome === 'lost' || outcome === 'withdrawn' || outcome === 'lapsed') return 'as_tabled';
  const isYetToCome =
    outcome === null && events.some(({ stage }) => stage === 'on_agenda' || stage === 'notice_given');
  return isYetToCome ? 'as_tabled' : 'unknown';
}
