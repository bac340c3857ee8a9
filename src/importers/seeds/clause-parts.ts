// What a clause asks, cites and claims. Numbers in ids are places in the list unless a seed says
// otherwise: new ones are added at the end, so that those given before stay.
import { askId, citationId, claimId, followUpId } from '../../domain/ids.js';
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

/** Adds the asks, citations and claims of a clause. */
export function addClauseParts(
  into: Collector,
  clause: string,
  reading: ReadingSeed,
  { seed, path }: Pick<Placed<ClauseSeed>, 'seed' | 'path'>,
): void {
  for (const ask of placed(seed.asks, path, 'asks')) addAsk(into, clause, reading, ask);
  for (const citation of placed(seed.citations, path, 'citations'))
    addCitation(into, clause, reading, citation);
  for (const claim of placed(seed.claims, path, 'claims')) addClaim(into, clause, claim);
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
