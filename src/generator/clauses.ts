// The clauses of a generated motion: numbered parts that note, believe and resolve, with asks, claims and
// wording that is published or held as the rights of its source say.
import { addressPart, joinAddress, spellOrdinal } from '../domain/clause-tree.js';
import { askId, claimId, clauseId, followUpId, organisationId, themeId } from '../domain/ids.js';
import type { Loader } from '../store/load.js';
import type { Values } from '../store/write.js';
import { type Ground, type Held, officeId } from './ground.js';
import { type Random, random } from './random.js';
import { emitSourced } from './register.js';
import { type Purpose, type Setting, sentence } from './sentences.js';

/** A motion whose clauses are made. */
export interface Draft {
  readonly motion: string;
  readonly ground: Ground;
  readonly held: Held;
  readonly setting: Setting;
  /** Motions of one campaign share it, and most of their sentences. */
  readonly campaign: string;
  readonly count: number;
  /** Whether the wording decided is known, instead of the one that was tabled. */
  readonly isDecided: boolean;
  readonly isSummarised: boolean;
}

const sections = [
  {
    leadIn: 'This Council notes:',
    purposes: ['notes', 'notes', 'notes', 'concern_or_condemnation', 'thanks_or_welcomes'],
  },
  { leadIn: 'This Council believes:', purposes: ['believes'] },
  { leadIn: 'This Council resolves:', purposes: ['resolves'] },
] as const satisfies readonly { leadIn: string; purposes: readonly Purpose[] }[];

/** Adds the clauses of a motion and answers the ids of those that resolve. */
export function addClauses(loader: Loader, chance: Random, draft: Draft): string[] {
  const resolving: string[] = [];
  const add = clauseAdder(loader, chance, draft, resolving);
  const counts = split(draft.count - sections.length, chance);
  sections.forEach(({ leadIn, purposes }, n) => {
    const section = add(null, String(n + 1), null, leadIn);
    let last: string | undefined;
    let [letters, romans] = [0, 0];
    for (let k = 0; k < (counts[n] ?? 0); k += 1) {
      if (last && k > 1 && chance.chance(0.2)) {
        romans += 1;
        add(last, `${spellOrdinal('roman', romans)}.`, 'elaborates');
      } else {
        letters += 1;
        romans = 0;
        last = add(section, `${spellOrdinal('letter', letters)}.`, chance.pick<Purpose>(purposes));
      }
    }
  });
  return resolving;
}

// Clauses are added in the order of the document; each call answers the address of its clause.
function clauseAdder(loader: Loader, chance: Random, draft: Draft, resolving: string[]) {
  const { motion, held } = draft;
  let seq = 0;
  let offset = 0;
  return (parent: string | null, label: string, purpose: Purpose | null, leadIn = ''): string => {
    seq += 1;
    const address = joinAddress(parent, addressPart(label));
    const id = clauseId(motion, address);
    const text = purpose ? worded(draft, seq, purpose, chance) : leadIn;
    const kind = kindOf(purpose, text);
    const place = { motion_id: motion, parent_id: parent && clauseId(motion, parent), seq, label, address };
    loader.add('clause', {
      ...{ id, ...place, kind, stance: stanceOf(purpose), source_id: held.source },
      ...publishable(loader, draft, id, text),
      ...{ span_start: offset, span_end: offset + text.length },
    });
    offset += text.length + 1;
    if (purpose === 'resolves') resolving.push(id);
    if (purpose) addReadings(loader, chance, draft, id, purpose, kind);
    return address;
  };
}

// At least one part to note, one to believe and two to resolve; the rest falls where it falls.
function split(parts: number, chance: Random): number[] {
  const notes = 1 + Math.floor((parts - 4) * (0.3 + 0.3 * chance.next()));
  const believes = 1 + Math.floor((parts - 3 - notes) * 0.4);
  return [notes, believes, parts - notes - believes];
}

// Most sentences are the campaign’s, some of them with a change of the council’s own; others are its own.
function worded(draft: Draft, seq: number, purpose: Purpose, chance: Random): string {
  const isOwn = chance.chance(0.25);
  const stream = isOwn ? chance : random(draft.campaign, seq, purpose);
  const text = sentence(purpose, stream, draft.setting);
  if (isOwn || !chance.chance(0.2)) return text;
  return text.replace(/\.$/, chance.pick([' without delay.', ' in this area.', ', and to report back.']));
}

function publishable(loader: Loader, draft: Draft, id: string, text: string): Values {
  const wording = draft.isDecided ? 'as_decided' : 'as_tabled';
  const summary = `In short: ${text.charAt(0).toLowerCase()}${text.slice(1, 90).replace(/\s+\S*$/, '')}`;
  if (draft.isSummarised) return { wording, text_status: 'summary_only', summary };
  if (draft.held.isOpen) return { wording, text_status: wording, text };
  loader.add('held_text', { clause_id: id, text, reason: 'No licence is recorded for its source.' });
  return { wording, text_status: 'held_not_published', summary };
}

function kindOf(purpose: Purpose | null, text: string): string {
  if (purpose === null) return 'lead_in';
  if (purpose !== 'resolves') return purpose;
  if (/Cabinet|Leader/.test(text)) return 'directs_executive';
  if (/scrutiny/.test(text)) return 'directs_committee';
  if (/call on|invite/.test(text)) return 'calls_on_external';
  return /endorse/.test(text) ? 'supports' : 'resolves_self';
}

function stanceOf(purpose: Purpose | null): string {
  if (purpose === null) return 'none';
  return purpose === 'resolves' ? 'demands' : 'states';
}

const verbs: Record<string, readonly string[]> = {
  directs_executive: ['write_to', 'request'],
  directs_committee: ['summon_or_invite', 'report_back'],
  calls_on_external: ['call_on', 'hold_to_account'],
  supports: ['endorse'],
  resolves_self: ['adopt_policy', 'fund', 'work_with', 'maintain_or_extend'],
};
const actors: Record<string, string> = {
  directs_executive: 'Cabinet',
  directs_committee: 'Overview and Scrutiny Committee',
};

function addReadings(
  loader: Loader,
  chance: Random,
  draft: Draft,
  clause: string,
  purpose: Purpose,
  kind: string,
) {
  const { topic } = draft.setting;
  if (purpose === 'notes' && chance.chance(0.08)) {
    loader.add('claim', {
      ...{ id: claimId(clause, 1), clause_id: clause, seq: 1, measure: chance.pick(topic.concerns) },
      ...{ value: String(chance.below(90)), unit: 'per cent', source_stated: chance.chance(0.3) },
    });
  }
  if (purpose !== 'resolves' || !chance.chance(0.6)) return;
  const id = askId(clause, 1);
  const state = chance.pick(['unknown', 'unknown', 'unknown', 'in_progress', 'done', 'no_evidence']);
  loader.add('ask', {
    ...{ id, clause_id: clause, seq: 1, actor_id: officeId(draft.ground.id, actors[kind] ?? 'Council') },
    ...{
      verb: chance.pick(verbs[kind] ?? ['request']),
      addressee_id: organisationId(chance.pick(topic.addressees)),
    },
    ...{
      object: chance.pick(topic.measures),
      state,
      review_state: chance.pick(states),
      coded_by: 'generator',
    },
  });
  loader.add('ask_theme', { ask_id: id, theme_id: themeId(topic.slug) });
  if (state !== 'done') return;
  const followUp = {
    id: followUpId(id, 1),
    ask_id: id,
    seq: 1,
    occurred_on: draft.held.on,
    date_precision: 'day',
  };
  emitSourced(loader, 'follow_up', { ...followUp, state, note: 'The letter was sent.' }, draft.held.source);
}

/** How readings have been checked, by how often. */
export const states = ['drafted', 'checked_once', 'checked_once', 'checked_twice', 'suggested'] as const;
