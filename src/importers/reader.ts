// The one contract of every reader of a register or an interchange format. A reader knows its format and
// nothing of the store: it says what a file states, finding by finding, each with the place it stands at.
// Whom or what a finding is about is settled by `enter/`, the same way for every format.
import type { councilType, sourceKind, verification, Word } from '../domain/vocabulary.js';
import type { Fault, Place } from '../errors.js';
import type { TableName } from '../store/tables.js';
import type { Values } from '../store/write.js';
import type { InputFile } from './input-file.js';
import type { ImportRecord } from './record.js';
import type { RegisterDoubtCode } from './registers/doubts.js';

/** What a council is known by; the first that leads to one decides. */
export interface CouncilRef {
  /** Code of the local authority register, SWK. */
  register?: string | undefined;
  /** Present or former GSS code. */
  gss?: string | undefined;
  name?: string | undefined;
  /** An address on its site. */
  url?: string | undefined;
}

/** What a register says of a council; what it leaves out is not stated. */
export interface CouncilFinding {
  kind: 'council';
  council: CouncilRef;
  /** Official name. */
  name?: string | undefined;
  shortName?: string | undefined;
  otherNames?: readonly string[];
  /** GSS codes it had, or has beside the recorded one. */
  otherGss?: readonly string[];
  /** A register that states the type may name a council that is not recorded. */
  type?: Word<typeof councilType>;
  nation?: string | undefined;
  region?: string | undefined;
  policeUnit?: string | undefined;
  democracySite?: string | undefined;
  startDate?: string | undefined;
  endDate?: string | undefined;
}

/** Which councils took the place of a council. */
export interface SuccessorFinding {
  kind: 'successor';
  council: CouncilRef;
  by: readonly string[];
}

export interface WardFinding {
  kind: 'ward';
  gss?: string | undefined;
  name: string;
  /** Null where the file states none. */
  council: CouncilRef | null;
  /** Whether the file's makers worked out the council from blocks of codes. */
  isInferred?: boolean;
  seats?: number | undefined;
  seatsStatus?: Word<typeof verification>;
  startDate?: string | undefined;
}

export interface PoliceUnitFinding {
  kind: 'police_unit';
  code: string;
  name: string;
  force: string;
}

/** A body of a council, as its own site lists it. */
export interface BodyFinding {
  kind: 'body';
  council: CouncilRef;
  name: string;
}

export interface MeetingFinding {
  kind: 'meeting';
  council: CouncilRef;
  body: string;
  date: string | null;
  url?: string | undefined;
  title?: string | undefined;
}

/** Somebody in a role at a council. */
export interface OfficeFinding {
  kind: 'office';
  council: CouncilRef;
  name: string;
  identifiers: readonly { scheme: string; value: string }[];
  ward?: { name?: string | undefined; gss?: string | undefined } | undefined;
  party?: { name?: string | undefined; ecCode?: string | undefined } | undefined;
  body?: string | undefined;
  role: string;
  startDate?: string | undefined;
  endDate?: string | undefined;
  /** The day on which the file shows the role held; where left out, the day of the import counts if told. */
  shownOn?: string | undefined;
}

/** A councillor of a share-alike compilation. */
export interface ListedFinding {
  kind: 'listed';
  council: CouncilRef;
  ward?: string | undefined;
  name: string;
  party?: string | undefined;
  ecCode?: string | undefined;
  nextElection?: string | undefined;
}

/** A page of a council's papers, for the reader of motion texts. */
export interface PageFinding {
  kind: 'page';
  council: CouncilRef;
  name: string;
  html: string;
}

/** A row of one of our own tables, written as it stands. */
export interface RecordFinding {
  kind: 'record';
  table: TableName;
  row: Values;
  /** What only a new record starts from, and where its columns stand. */
  more?: Pick<ImportRecord, 'initial' | 'placeOf'>;
}

/** That the file shows a record whose row it gave. */
export interface ShownFinding {
  kind: 'shown';
  table: TableName;
  id: string;
}

/** Something of the file that cannot be kept. */
export interface RejectedFinding {
  kind: 'rejected';
  table: TableName;
  fault: Omit<Fault, 'at'>;
}

/** Something that is not certain, and so is left out or left as it is. */
export interface DoubtFinding {
  kind: 'doubt';
  code: RegisterDoubtCode;
  about: string;
}

/** Something a person should know of the file, such as columns that this record has no place for. */
export interface NoteFinding {
  kind: 'note';
  text: string;
}

/** One thing a file states. */
export type Finding = { at: Place } & (
  | CouncilFinding
  | SuccessorFinding
  | WardFinding
  | PoliceUnitFinding
  | BodyFinding
  | MeetingFinding
  | OfficeFinding
  | ListedFinding
  | PageFinding
  | RecordFinding
  | ShownFinding
  | RejectedFinding
  | DoubtFinding
  | NoteFinding
);

/** What a reader recognises a file by. */
export interface Head {
  readonly name: string;
  /** The first characters. */
  readonly text: string;
  /** The columns of the first line, in lower case, where the file looks like a table. */
  readonly columns: readonly string[];
}

/** What the source of a format's files is recorded as. */
export interface SourceFacts {
  readonly title: string;
  readonly publisher?: string;
  /** A licence that goes with every file of the format. */
  readonly licence?: { id: string; name: string; summary: string };
  readonly kind?: Word<typeof sourceKind>;
  readonly rights?: string;
}

/** The reader of one outside format. */
export interface Reader {
  /** The word `--format` takes. */
  readonly format: string;
  /** What files of it are, in a few words. */
  readonly about: string;
  /** Files of a lower rank are read first, since others point at what they bring. */
  readonly rank: number;
  /** What its files are recorded as; null where its rows bring their own sources. */
  readonly source: SourceFacts | null;
  /** Whether every finding is a row of one table with the same columns, so that a file may be of any length. */
  readonly isStream?: boolean;
  recognises(head: Head): boolean;
  read(file: InputFile): AsyncIterable<Finding>;
}
