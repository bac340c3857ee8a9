// The clauses of a document as records. On a recorded motion the wording and its place are added to
// the clause with the same address; what a person wrote there (summary, kind, stance) stays.

import { clauseId } from '../../domain/ids.js';
import type { Value } from '../../store/write.js';
import type { ParsedClause } from '../motion-text/document.js';
import { isKnownName, readNames } from '../motion-text/names.js';
import type { ImportRecord } from '../record.js';
import { rows } from './known.js';
import { firstAddedSeq, type Reading, record, wonder } from './reading.js';

/** A clause as the store holds it. */
export interface HeldClause {
  id: string;
  address: string;
  kind: string;
  text: string | null;
  wording: string;
  source_id: string;
  seq: number;
  held: string | null;
}

export interface ClauseRecords {
  records: ImportRecord[];
  /** Clauses whose wording was held and may now be published. */
  released: string[];
  /** Ids of the clauses whose wording is published. */
  published: Set<string>;
}

/** Every clause of the motion as the store holds it. */
export function heldClauses({ store, motionId }: Reading): Promise<HeldClause[]> {
  return rows<HeldClause>(
    store,
    `SELECT c.id, c.address, c.kind, c.text, c.wording, c.source_id, c.seq, h.text AS held
     FROM clause c LEFT JOIN held_text h ON h.clause_id = c.id WHERE c.motion_id = $1 ORDER BY c.seq`,
    [motionId],
  );
}

/** What the document says of each clause, as records to write. */
export function clauseRecords(reading: Reading, held: readonly HeldClause[]): ClauseRecords {
  const result: ClauseRecords = { records: [], released: [], published: new Set() };
  const byAddress = new Map(held.map((clause) => [clause.address, clause]));
  const clauses = withParents(reading.motion.clauses);
  const base = reading.isNew ? 0 : held.reduce((most, { seq }) => Math.max(most, seq), firstAddedSeq);
  clauses.forEach(({ clause, parent }, index) => {
    const known = byAddress.get(clause.address);
    if (known) compare(reading, clause, known);
    else if (!reading.isNew) wonder(reading, 'CLAUSE_NOT_IN_RECORD', clause.line, clause.address);
    if (known && !mayReplace(reading, clause, known)) return;
    const structure = known ? {} : structureOf(reading, clause, parent, base + index + 1);
    addClause(reading, clause, known, structure, result);
  });
  const addresses = new Set(clauses.map(({ clause }) => clause.address));
  const missing = held.filter(({ address }) => !addresses.has(address)).map(({ address }) => address);
  if (missing.length > 0 && reading.motion.textStatus === 'full')
    wonder(reading, 'CLAUSE_NOT_IN_DOCUMENT', 0, missing.join(', '));
  return result;
}

function addClause(
  reading: Reading,
  clause: ParsedClause,
  known: HeldClause | undefined,
  structure: Record<string, Value>,
  result: ClauseRecords,
): void {
  const id = clauseId(reading.motionId, clause.address);
  const reason = clause.text ? reasonToHold(reading, clause) : null;
  const columns = wordingColumns(reading, clause, known, reason);
  result.records.push(record(reading, 'clause', { id, ...structure, ...columns }, clause.line));
  if (reason !== null) {
    result.records.push(
      record(reading, 'held_text', { clause_id: id, text: clause.text, reason }, clause.line),
    );
    return;
  }
  if (known?.held) result.released.push(id);
  if (clause.text) result.published.add(id);
}

/** Clauses in document order, each with the one it stands under: an address alone cannot tell (12.2.1). */
function withParents(
  clauses: readonly ParsedClause[],
  parent: string | null = null,
): { clause: ParsedClause; parent: string | null }[] {
  return clauses.flatMap((clause) => [{ clause, parent }, ...withParents(clause.children, clause.address)]);
}

/** What a new clause is besides its wording. */
function structureOf(
  { motionId, rights }: Reading,
  clause: ParsedClause,
  parent: string | null,
  seq: number,
): Record<string, Value> {
  return {
    motion_id: motionId,
    parent_id: parent === null ? null : clauseId(motionId, parent),
    seq,
    label: clause.label,
    address: clause.address,
    address_inferred: clause.inferred.includes('address'),
    kind: clause.kind,
    kind_inferred: clause.inferred.includes('kind'),
    stance: clause.stance,
    lead_in: rights.mayPublish ? clause.leadIn : null,
  };
}

function wordingColumns(
  reading: Reading,
  clause: ParsedClause,
  known: HeldClause | undefined,
  reason: string | null,
): Record<string, Value> {
  const wording = reading.wording === 'unknown' && known ? known.wording : reading.wording;
  const text = reason === null && clause.text ? clause.text : null;
  const status = reason === null ? wording : 'held_not_published';
  return {
    text,
    text_status: status,
    wording,
    source_id: reading.source,
    span_start: clause.span.start,
    span_end: clause.span.end,
  };
}

/** Why the wording of a clause may not be published, or null. */
function reasonToHold(reading: Reading, clause: ParsedClause): string | null {
  const unknown = readNames(clause.text).filter(
    ({ name, hasOffice }) => !hasOffice && !isKnownName(name, reading.known.officeHolders),
  );
  if (unknown.length > 0) {
    wonder(reading, 'PERSON_NOT_OFFICE_HOLDER', clause.line, `clause ${clause.address}`);
    return 'It names a person who is not known as an office-holder.';
  }
  return reading.rights.mayPublish ? null : reading.rights.reason;
}

/** A person's reading of a clause stays; where the document reads otherwise, that is a doubt. */
function compare(reading: Reading, clause: ParsedClause, known: HeldClause): void {
  if (known.kind === clause.kind) return;
  wonder(
    reading,
    'KIND_DIFFERS',
    clause.line,
    `clause ${clause.address}: recorded ${known.kind}, read ${clause.kind}`,
  );
}

/** Wording already published from another source stays, and a tabled version never replaces a decided one. */
function mayReplace(reading: Reading, clause: ParsedClause, known: HeldClause): boolean {
  if (known.source_id === reading.source) return true;
  if (known.wording === 'as_decided' && reading.wording === 'as_tabled') {
    wonder(reading, 'VERSION_DIFFERS', clause.line, `clause ${clause.address}`);
    return false;
  }
  const other = known.text ?? known.held;
  if (other === null) return true;
  const isSame = squeezed(other) === squeezed(clause.text);
  if (!isSame) wonder(reading, 'WORDING_DIFFERS', clause.line, `clause ${clause.address}`);
  return isSame && known.text === null && reading.rights.mayPublish;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
