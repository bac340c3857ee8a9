// Suggested asks, their themes and citations as records. A person's reading of the same clause goes first: what
// somebody has coded is not suggested again.

import { askId, citationId, clauseId, organisationId, slugify } from '../../domain/ids.js';
import { spoken } from '../../domain/vocabulary.js';
import type { SuggestedAsk, SuggestedCitation, SuggestedTheme } from '../motion-text/document.js';
import type { ImportRecord } from '../record.js';
import { rows } from './known.js';
import { type Reading, record, wonder } from './reading.js';

/** The handle under which suggestions are coded. */
const importer = 'importer';

interface HeldAsk {
  id: string;
  clause_id: string;
  seq: number;
  verb: string;
  addressee_id: string | null;
  coded_by: string;
  review_state: string;
}

interface Organisation {
  id: string;
  name: string;
  office: string | null;
  council_id: string | null;
}

/** The citations nobody has made yet, for the clauses that stand in the store. */
export async function citationRecords(
  reading: Reading,
  isRecorded: (clause: string) => boolean,
): Promise<ImportRecord[]> {
  const held = await rows<{ id: string; coded_by: string; review_state: string }>(
    reading.store,
    'SELECT t.id, t.coded_by, t.review_state FROM citation t JOIN clause c ON c.id = t.clause_id WHERE c.motion_id = $1',
    [reading.motionId],
  );
  const taken = new Set(held.filter(isReviewed).map(({ id }) => id));
  return reading.motion.citations
    .map((citation) => toCitation(reading, citation))
    .filter(({ row }) => isRecorded(String(row.clause_id)) && !taken.has(String(row.id)));
}

function toCitation(reading: Reading, citation: SuggestedCitation): ImportRecord {
  const clause = clauseId(reading.motionId, citation.clause);
  return record(reading, 'citation', {
    id: citationId(clause, citation.recommendation),
    clause_id: clause,
    review_id: citation.review,
    recommendation_id: citation.recommendation,
    direction: citation.direction,
    basis: citation.basis,
    strength: citation.strength,
    scope: citation.scope,
    quote_start: citation.quote.start,
    quote_end: citation.quote.end,
    review_state: 'suggested',
    coded_by: importer,
  });
}

/** The asks nobody has made yet; their object is in our words where the clause's are not published. */
export async function askRecords(
  reading: Reading,
  isRecorded: (clause: string) => boolean,
  published: ReadonlySet<string>,
): Promise<ImportRecord[]> {
  const { store, motionId, council } = reading;
  const held = await rows<HeldAsk>(
    store,
    `SELECT a.id, a.clause_id, a.seq, a.verb, a.addressee_id, a.coded_by, a.review_state
     FROM ask a JOIN clause c ON c.id = a.clause_id WHERE c.motion_id = $1 ORDER BY a.seq`,
    [motionId],
  );
  const organisations = await rows<Organisation>(
    store,
    'SELECT id, name, office, council_id FROM organisation WHERE council_id IS NULL OR council_id = $1 ORDER BY id',
    [council],
  );
  return reading.motion.asks.flatMap((ask) => {
    const clause = clauseId(motionId, ask.clause);
    const actor =
      ask.actor === 'council'
        ? organisationId(council.slice('council/'.length))
        : find(organisations, ask.actor);
    if (!isRecorded(clause)) return [];
    if (actor === null || !organisations.some(({ id }) => id === actor)) {
      wonder(reading, 'ACTOR_UNKNOWN', 0, `clause ${ask.clause}: ${ask.actor}`);
      return [];
    }
    const addressee = ask.addressee === null ? null : find(organisations, ask.addressee);
    const others = held.filter(({ clause_id }) => clause_id === clause);
    if (others.some((one) => isReviewed(one) && isSameAct(one, ask, addressee))) return [];
    const own = others.find((one) => !isReviewed(one) && one.verb === ask.verb);
    const seq = own?.seq ?? others.reduce((most, one) => Math.max(most, one.seq), 0) + 1;
    const object = published.has(clause) ? ask.object : inOurWords(ask, organisations, addressee);
    const id = own?.id ?? askId(clause, seq);
    return [
      toAsk(reading, ask, { id, clause, seq, actor, addressee, object }),
      ...ask.themes.map((theme) => toTheme(reading, id, theme)),
    ];
  });
}

interface Resolved {
  id: string;
  clause: string;
  seq: number;
  actor: string;
  addressee: string | null;
  object: string;
}

function toAsk(
  reading: Reading,
  ask: SuggestedAsk,
  { id, clause, seq, actor, addressee, object }: Resolved,
): ImportRecord {
  return record(reading, 'ask', {
    id,
    clause_id: clause,
    seq,
    actor_id: actor,
    verb: ask.verb,
    addressee_id: addressee,
    addressee_inferred: false,
    object,
    state: ask.state,
    review_state: 'suggested',
    coded_by: importer,
    quote_start: ask.quote.start,
    quote_end: ask.quote.end,
  });
}

function toTheme(reading: Reading, ask: string, { theme, quote }: SuggestedTheme): ImportRecord {
  const row = {
    ask_id: ask,
    theme_id: theme,
    quote_start: quote?.start ?? null,
    quote_end: quote?.end ?? null,
  };
  return record(reading, 'suggested_theme', row);
}

/** What somebody coded, or has looked at since it was suggested, is no longer the importer's to change. */
function isReviewed({ coded_by, review_state }: { coded_by: string; review_state: string }): boolean {
  return coded_by !== importer || review_state !== 'suggested';
}

function isSameAct(held: HeldAsk, ask: SuggestedAsk, addressee: string | null): boolean {
  const isSameAddressee = held.addressee_id === null || addressee === null || held.addressee_id === addressee;
  return held.verb === ask.verb && isSameAddressee;
}

function inOurWords(
  ask: SuggestedAsk,
  organisations: readonly Organisation[],
  addressee: string | null,
): string {
  const whom = organisations.find(({ id }) => id === addressee)?.name;
  return `${spoken(ask.verb)}${whom ? `, ${whom}` : ''}: as clause ${ask.clause} words it`;
}

// What papers write for a body whose recorded name is longer.
const shortNames: Record<string, string> = {
  met: 'metropolitan-police-service',
  'met-police': 'metropolitan-police-service',
  'metropolitan-police': 'metropolitan-police-service',
  'met-commissioner': 'commissioner-of-the-metropolitan-police',
  'metropolitan-police-commissioner': 'commissioner-of-the-metropolitan-police',
  government: 'uk-government',
  'hm-government': 'uk-government',
  'central-government': 'uk-government',
  mopac: 'mayors-office-for-policing-and-crime',
};

/** The one organisation known by a name or office; the council's own offices come first. */
function find(organisations: readonly Organisation[], printed: string): string | null {
  const name = slugify(printed).replace(/^the-/, '');
  const wanted = shortNames[name] ?? name;
  const found = organisations.filter(
    (one) => slugify(one.name) === wanted || (one.office !== null && slugify(one.office) === wanted),
  );
  const own = found.filter(({ council_id }) => council_id !== null);
  const fitting = own.length > 0 ? own : found;
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
}
