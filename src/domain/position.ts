// The position rule: what one council holds on one recommendation. Nobody enters a position; every
// face of this record takes it from here. Version 1.
import { type EventFacts, eventsBy, isAdopted, type Standing, standing } from './outcome.js';
import {
  basis,
  type coverageResult,
  type direction,
  type evidenceState,
  type motionTextStatus,
  type reviewState,
  type scope,
  strength,
  type Word,
  type wording,
} from './vocabulary.js';

type Basis = Word<typeof basis>;
type Direction = Word<typeof direction>;

/** What the rule needs of a citation, with the place of its clause. */
export interface CitationFacts {
  readonly id: string;
  readonly recommendation: string | null;
  readonly clause: string;
  readonly clauseSeq: number;
  readonly wording: Word<typeof wording>;
  readonly source: string;
  readonly direction: Direction;
  readonly basis: Basis;
  readonly strength: Word<typeof strength>;
  readonly scope: Word<typeof scope>;
  readonly reviewState: Word<typeof reviewState>;
}

/** What the rule needs of a motion of the council that cites the review. */
export interface MotionFacts {
  readonly id: string;
  readonly isAmendment: boolean;
  readonly textStatus: Word<typeof motionTextStatus>;
  readonly events: readonly EventFacts[];
  readonly citations: readonly CitationFacts[];
}

/** One reading that a cell rests on, with the decision and the source that show it. */
export interface Evidence {
  readonly citation: string;
  readonly clause: string;
  readonly motion: string;
  /** The deciding event, else the last event that counts; null where none is recorded. */
  readonly event: string | null;
  /** What that event came to; null where it is no decision or none is recorded. */
  readonly outcome: EventFacts['outcome'];
  readonly source: string;
  readonly direction: Direction;
  readonly basis: Basis;
  readonly strength: CitationFacts['strength'];
  readonly scope: CitationFacts['scope'];
  readonly reviewState: CitationFacts['reviewState'];
}

/** What a council holds on a recommendation; `evidence` begins with the lead citation. */
export interface Position {
  readonly direction: Direction;
  readonly basis: Basis;
  readonly strength: CitationFacts['strength'];
  readonly scope: CitationFacts['scope'];
  readonly wordingAsTabled: boolean;
  readonly evidence: readonly Evidence[];
}

/** A cell of the matrix: a position with its evidence, or which kind of empty it is. */
export interface CellState {
  readonly evidenceState: Word<typeof evidenceState>;
  readonly position: Position | null;
  readonly proposed: readonly Evidence[];
  readonly related: readonly Evidence[];
  readonly suggested: readonly Evidence[];
}

/** What is known of a council and a review when a cell is asked for. */
export interface CouncilFacts {
  readonly motions: readonly MotionFacts[];
  readonly coverage: Word<typeof coverageResult> | null;
  /** The day the review was published, before which no undated motion can have cited it. */
  readonly reviewPublishedOn: string | null;
}

interface Reading {
  readonly motion: MotionFacts;
  readonly citation: CitationFacts;
  readonly standing: Standing;
  /** As every cell that rests on it shows it: one object, however many they are. */
  readonly evidence: Evidence;
}

/** A motion with what its events say of it, told once for all recommendations. */
interface Standed {
  readonly motion: MotionFacts;
  readonly standing: Standing;
  /** The deciding event, else the last event that counts. */
  readonly event: EventFacts | undefined;
}

const positionBases: ReadonlySet<Basis> = new Set<Basis>([
  'named',
  'paraphrased',
  'collective_all',
  'collective_part',
]);

/** What the council holds on the recommendation, by everything recorded or as of a day (YYYY-MM-DD). */
export function cell(recommendation: string, council: CouncilFacts, asOf?: string): CellState {
  const [one] = cells([recommendation], council, asOf);
  return one as CellState;
}

/** What the council holds on each of the recommendations, in their order. */
export function cells(
  recommendations: readonly string[],
  council: CouncilFacts,
  asOf?: string,
): readonly CellState[] {
  const motions = council.motions
    .filter((motion) => existed(motion, council.reviewPublishedOn, asOf))
    .map((motion) => standed(motion, asOf));
  const readings = motions.flatMap(readingsOf).sort(byLead);
  return recommendations.map((recommendation) => {
    const meant = readings.filter(
      ({ citation }) => citation.recommendation === null || citation.recommendation === recommendation,
    );
    return stateOf(meant, motions, council, asOf);
  });
}

// The readings come in the order of their lead.
function stateOf(
  readings: readonly Reading[],
  motions: readonly Standed[],
  council: CouncilFacts,
  asOf?: string,
): CellState {
  const suggested = readings.filter(isSuggested);
  const read = readings.filter((reading) => !isSuggested(reading));
  const related = read.filter((reading) => !positionBases.has(reading.citation.basis));
  const claiming = read.filter((reading) => positionBases.has(reading.citation.basis));
  const made = claiming.filter(makesPosition);
  const proposed = claiming.filter((reading) => !isCouncilsWord(reading));
  const position = made.length > 0 ? positionFrom(made) : null;
  return {
    evidenceState: position
      ? 'found'
      : emptyState(proposed.length > 0, claiming.length > 0, motions, council, asOf),
    position,
    proposed: proposed.map(({ evidence }) => evidence),
    related: related.map(({ evidence }) => evidence),
    suggested: suggested.map(({ evidence }) => evidence),
  };
}

// A motion none of whose events is dated cannot be placed in time: it is kept from the day the review
// came out, and gives no outcome.
function existed(motion: MotionFacts, reviewPublishedOn: string | null, asOf?: string): boolean {
  if (asOf === undefined || eventsBy(motion.events, asOf).length > 0) return true;
  const undated = motion.events.every((event) => event.occurredOn === null);
  return undated && reviewPublishedOn !== null && asOf >= reviewPublishedOn;
}

function standed(motion: MotionFacts, asOf?: string): Standed {
  const state = standing(motion.events, asOf);
  const events = eventsBy(motion.events, asOf);
  const event = events.find(({ id }) => id === state.decidingEvent) ?? events.at(-1);
  return { motion, standing: state, event };
}

function readingsOf({ motion, standing, event }: Standed): Reading[] {
  return motion.citations
    .filter(({ reviewState }) => reviewState !== 'retired')
    .map((citation) => ({ motion, citation, standing, evidence: evidenceOf(motion, citation, event) }));
}

function evidenceOf(motion: MotionFacts, citation: CitationFacts, event: EventFacts | undefined): Evidence {
  return {
    citation: citation.id,
    clause: citation.clause,
    motion: motion.id,
    event: event?.id ?? null,
    outcome: event?.outcome ?? null,
    source: citation.source,
    direction: citation.direction,
    basis: citation.basis,
    strength: citation.strength,
    scope: citation.scope,
    reviewState: citation.reviewState,
  };
}

function isSuggested(reading: Reading): boolean {
  return reading.citation.reviewState === 'suggested';
}

// An amendment’s text reaches the council’s word only through the motion it amends.
function isCouncilsWord(reading: Reading): boolean {
  return !reading.motion.isAmendment && isAdopted(reading.standing.outcome);
}

// Of a motion carried as amended, only wording read as decided is what the council said.
function makesPosition(reading: Reading): boolean {
  if (!isCouncilsWord(reading)) return false;
  return reading.standing.outcome === 'carried' || reading.citation.wording === 'as_decided';
}

function positionFrom(readings: readonly Reading[]): Position {
  const [lead] = readings as [Reading, ...Reading[]];
  return {
    direction: combined(readings.map((reading) => reading.citation.direction)),
    basis: lead.citation.basis,
    strength: lead.citation.strength,
    scope: lead.citation.scope,
    wordingAsTabled: lead.citation.wording === 'as_tabled',
    evidence: readings.map(({ evidence }) => evidence),
  };
}

// The lead citation: by basis, then strength, in the order the vocabularies list them, then clause order.
function byLead(a: Reading, b: Reading): number {
  return (
    basis.values.indexOf(a.citation.basis) - basis.values.indexOf(b.citation.basis) ||
    strength.values.indexOf(a.citation.strength) - strength.values.indexOf(b.citation.strength) ||
    compare(a.motion.id, b.motion.id) ||
    a.citation.clauseSeq - b.citation.clauseSeq ||
    compare(a.citation.id, b.citation.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** One direction for several readings; noting gives way to any stance, and only opposition mixes. */
export function combined(directions: readonly Direction[]): Direction {
  const has = (word: Direction) => directions.includes(word);
  const supporting = has('supports') || has('supports_with_conditions');
  if (has('mixed') || (has('opposes') && supporting)) return 'mixed';
  if (has('opposes')) return 'opposes';
  if (has('supports_with_conditions')) return 'supports_with_conditions';
  if (has('supports')) return 'supports';
  return has('notes_only') ? 'notes_only' : 'none_expressed';
}

function emptyState(
  isProposed: boolean,
  isClaimed: boolean,
  motions: readonly Standed[],
  council: CouncilFacts,
  asOf?: string,
): CellState['evidenceState'] {
  if (isProposed) return 'not_adopted';
  const carried = motions.filter(
    ({ motion, standing: { outcome } }) => isOnReview(motion) && !motion.isAmendment && isAdopted(outcome),
  );
  // A claim that makes no position here was carried in wording nobody has read.
  if (!isClaimed && carried.some(({ motion }) => motion.textStatus === 'full')) return 'silent';
  if (carried.length > 0) return 'source_unavailable';
  if (council.coverage === 'source_unavailable') return 'source_unavailable';
  if (council.coverage !== 'found') return council.coverage ?? 'not_searched';
  // What the search found was read whole and says nothing here, or came later than the day asked for.
  const readWhole = motions.length > 0 && motions.every(({ motion }) => motion.textStatus === 'full');
  return readWhole || asOf !== undefined ? 'searched_none_found' : 'source_unavailable';
}

// What a program suggests does not make a motion one on the review.
function isOnReview(motion: MotionFacts): boolean {
  return motion.citations.some(
    (citation) => citation.reviewState !== 'suggested' && citation.reviewState !== 'retired',
  );
}
