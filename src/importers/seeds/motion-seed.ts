// What a motion's YAML file holds once its schema has been checked; the fields are described there.
import type { Path } from './validate.js';

type Stated<T> = T | null;
type PartialDate = Stated<string | number>;

interface Numbered {
  n?: number;
}

interface Sourced {
  sources: string[];
}

/** Who read it, and who has checked the reading. */
export interface Checked {
  review_state?: string;
  coded_by?: string;
}

export interface ReadingSeed extends Required<Checked> {
  source: string;
  wording: string;
  review?: string;
}

export interface PersonSeed extends Numbered, Sourced {
  role: string;
  name: string;
  is_group?: boolean;
  councillor?: Stated<string>;
  ward?: Stated<string>;
  party?: Stated<string>;
}

export interface EventSeed extends Numbered, Sourced {
  stage: string;
  body?: Stated<string>;
  meeting?: Stated<string>;
  date?: PartialDate;
  authoritative?: boolean;
  outcome?: string;
  outcome_text?: Stated<string>;
  decision_mode?: string;
  votes_for?: Stated<number>;
  votes_against?: Stated<number>;
  votes_abstain?: Stated<number>;
  amendment?: Stated<string>;
  note?: Stated<string>;
  votes?: { councillor: string; option: string }[];
}

export interface FollowUpSeed extends Numbered, Sourced {
  date?: PartialDate;
  state: string;
  note: string;
}

export interface AskSeed extends Numbered, Checked {
  actor: string;
  verb: string;
  addressee?: Stated<string>;
  addressee_inferred?: boolean;
  object: string;
  due?: PartialDate;
  state: string;
  themes?: string[];
  follow_ups?: FollowUpSeed[];
}

export interface CitationSeed extends Checked {
  recommendation?: string;
  review?: string;
  direction: string;
  basis: string;
  strength: string;
  scope: string;
}

export interface ClaimSeed extends Numbered {
  measure: string;
  value?: Stated<string>;
  unit?: Stated<string>;
  place?: Stated<string>;
  period?: Stated<string>;
  source_stated: boolean;
}

export interface ClauseSeed {
  label?: Stated<string>;
  part?: string;
  kind: string;
  kind_inferred?: boolean;
  stance: string;
  lead_in?: Stated<string>;
  summary?: string;
  wording?: string;
  source?: string;
  asks?: AskSeed[];
  citations?: CitationSeed[];
  claims?: ClaimSeed[];
  clauses?: ClauseSeed[];
}

export interface MotionSeed extends Sourced {
  title?: Stated<string>;
  kind: string;
  text_status: string;
  date?: PartialDate;
  note?: Stated<string>;
  people?: PersonSeed[];
  events?: EventSeed[];
  reading?: ReadingSeed;
  clauses?: ClauseSeed[];
}

/** A seed with its place in the file. */
export interface Placed<T> {
  readonly seed: T;
  readonly path: Path;
  /** Its place in the list, from 1. */
  readonly place: number;
}

/** The entries of a list under a key, each with its place. */
export function placed<T>(seeds: readonly T[] | undefined, path: Path, key: string): Placed<T>[] {
  return (seeds ?? []).map((seed, index) => ({ seed, path: [...path, key, index], place: index + 1 }));
}
