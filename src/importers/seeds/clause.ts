// The clauses of a motion's file with their asks, citations and claims. An address is made of the
// printed labels, or of the `part` an editor gives where none is printed.
import { addressPart, joinAddress } from '../../domain/clause-tree.js';
import { askId, citationId, claimId, clauseId, followUpId } from '../../domain/ids.js';
import type { Collector } from './collector.js';
import {
  type AskSeed,
  type Checked,
  type CitationSeed,
  type ClaimSeed,
  type ClauseSeed,
  type FollowUpSeed,
  type Placed,
  placed,
  type ReadingSeed,
} from './motion-seed.js';
import { partial } from './partial.js';
import type { Path } from './validate.js';

/** Where a clause stands: the motion, how it was read, and the clause above it. */
interface Parent {
  readonly motion: string;
  readonly reading: ReadingSeed;
  readonly address: string | null;
  readonly path: Path;
  /** Counts the clauses in the order of the document. */
  readonly next: () => number;
}

/** Adds all clauses of a motion. */
export function addClauses(
  into: Collector,
  motion: string,
  reading: ReadingSeed,
  clauses: ClauseSeed[] | undefined,
): void {
  let seq = 0;
  const next = () => {
    seq += 1;
    return seq;
  };
  addBranch(into, { motion, reading, address: null, path: [], next }, clauses);
}

function addBranch(into: Collector, parent: Parent, clauses: ClauseSeed[] | undefined): void {
  for (const clause of placed(clauses, parent.path, 'clauses')) {
    const printed = addressPart(clause.seed.label ?? '');
    const part = clause.seed.part ?? printed;
    if (part === '') {
      into.fault(clause.path, { expected: 'a part of the address for a clause without a label' });
      continue;
    }
    const address = joinAddress(parent.address, part);
    const inferred = printed === '' || !part.endsWith(printed);
    addClause(into, parent, clause, address, inferred);
    addBranch(into, { ...parent, address, path: clause.path }, clause.seed.clauses);
  }
}

function addClause(
  into: Collector,
  { motion, reading, address: above, next }: Parent,
  { seed, path }: Placed<ClauseSeed>,
  address: string,
  inferred: boolean,
): void {
  const id = clauseId(motion, address);
  into.add(
    'clause',
    path,
    {
      id,
      motion_id: motion,
      parent_id: above === null ? null : clauseId(motion, above),
      seq: next(),
      label: seed.label,
      address,
      address_inferred: inferred,
      kind: seed.kind,
      kind_inferred: seed.kind_inferred ?? false,
      stance: seed.stance,
      lead_in: seed.lead_in,
      summary: seed.summary,
    },
    // Where a document has been imported since, its wording and its source are the better ones.
    {
      text_status: 'summary_only',
      wording: seed.wording ?? reading.wording,
      source_id: seed.source ?? reading.source,
    },
  );
  for (const ask of placed(seed.asks, path, 'asks')) addAsk(into, id, reading, ask);
  for (const citation of placed(seed.citations, path, 'citations')) addCitation(into, id, reading, citation);
  for (const claim of placed(seed.claims, path, 'claims')) addClaim(into, id, claim);
}

function addAsk(
  into: Collector,
  clause: string,
  reading: ReadingSeed,
  { seed, path, place }: Placed<AskSeed>,
) {
  const n = seed.n ?? place;
  const id = askId(clause, n);
  const due = seed.due === undefined ? null : partial(seed.due);
  into.add('ask', path, {
    id,
    clause_id: clause,
    seq: n,
    actor_id: seed.actor,
    verb: seed.verb,
    addressee_id: seed.addressee,
    addressee_inferred: seed.addressee_inferred ?? false,
    object: seed.object,
    state: seed.state,
    ...(due ? { due: due.date, due_precision: due.precision } : {}),
    ...checked(seed, reading),
  });
  for (const [index, theme] of (seed.themes ?? []).entries()) {
    into.add('ask_theme', [...path, 'themes', index], { ask_id: id, theme_id: theme });
  }
  for (const followUp of placed(seed.follow_ups, path, 'follow_ups')) addFollowUp(into, id, followUp);
}

function addFollowUp(into: Collector, ask: string, { seed, path, place }: Placed<FollowUpSeed>): void {
  const n = seed.n ?? place;
  const id = followUpId(ask, n);
  const when = seed.date === undefined ? null : partial(seed.date);
  into.add(
    'follow_up',
    path,
    {
      id,
      ask_id: ask,
      seq: n,
      state: seed.state,
      note: seed.note,
      ...(when ? { occurred_on: when.date, date_precision: when.precision } : {}),
    },
    { date_precision: 'unknown' },
  );
  into.addSources('follow_up', path, id, seed.sources);
}

function addCitation(
  into: Collector,
  clause: string,
  reading: ReadingSeed,
  { seed, path }: Placed<CitationSeed>,
) {
  const { recommendation = null, review = reading.review, direction, basis, strength, scope } = seed;
  if (review === undefined) {
    into.fault(path, { expected: 'a review, here or in the reading of the file' });
    return;
  }
  into.add('citation', path, {
    id: citationId(clause, recommendation),
    clause_id: clause,
    review_id: review,
    recommendation_id: recommendation,
    direction,
    basis,
    strength,
    scope,
    ...checked(seed, reading),
  });
}

function addClaim(into: Collector, clause: string, { seed, path, place }: Placed<ClaimSeed>): void {
  const { n = place, ...claim } = seed;
  into.add('claim', path, { id: claimId(clause, n), clause_id: clause, seq: n, ...claim });
}

function checked(seed: Checked, reading: ReadingSeed) {
  return {
    review_state: seed.review_state ?? reading.review_state,
    coded_by: seed.coded_by ?? reading.coded_by,
  };
}
