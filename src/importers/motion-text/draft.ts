// A clause while it is being read: the pieces of text it is made of, and where it stands so far.

import { addressPart, joinAddress, roman } from '../../domain/clause-tree.js';
import type { clauseKind, Word } from '../../domain/vocabulary.js';
import type { ParsedClause, Passage, Span } from './document.js';
import { type Doubt, doubt } from './doubts.js';
import { isSubjectOnly, readVerb, type Section as SectionLetter } from './headings.js';
import { addressedTo, isMixed, kindUnder, operativeKind, stanceOf } from './kinds.js';

type Kind = Word<typeof clauseKind>;

/** What stands above clauses: an unnumbered heading, or nothing. */
export interface Section {
  letter: SectionLetter | null;
  kind: Kind | null;
  /** The heading as printed, which each of its clauses reads after. */
  leadIn: string | null;
}

export interface Draft {
  line: number;
  label: string | null;
  /** The address part of a label that was not printed but that its list leads up to. */
  impliedPart: string | null;
  marker: Span | null;
  pieces: Passage[];
  section: Section;
  /** Set for a numbered heading: the family it opens for the clauses below it. */
  opens: { letter: SectionLetter; kind: Kind } | null;
  leadIn: string | null;
  /** A line such as "This includes:" that stands after this clause and before its parts. */
  pendingLeadIn: string | null;
  parent: Draft | null;
  children: Draft[];
}

/** The clauses of a motion from its drafts, with addresses, kinds and text. */
export function finishClauses(roots: readonly Draft[], doubts: Doubt[]): ParsedClause[] {
  const taken = new Map<string, number>();
  return finishList(roots, null, null, { taken, doubts });
}

interface Finishing {
  /** How often an address was wanted; no printed label holds a hyphen, so the suffixed ones are free. */
  taken: Map<string, number>;
  doubts: Doubt[];
}

function finishList(
  drafts: readonly Draft[],
  parent: ParsedClause | null,
  above: Draft | null,
  state: Finishing,
): ParsedClause[] {
  const own = new Set(drafts.flatMap((draft) => (hasOwnPart(draft) ? [partKey(draft)] : [])));
  const positions = new Map<string, number>();
  return drafts.map((draft) => {
    const address = addressOf(draft, parent, own, positions, state);
    const clause = finishClause(draft, address, parent, above);
    if (isMixedKind(clause)) state.doubts.push(doubt('KIND_UNSURE', clause.line));
    clause.children = finishList(draft.children, clause, draft, state);
    return clause;
  });
}

function addressOf(
  draft: Draft,
  parent: ParsedClause | null,
  own: Set<string>,
  positions: Map<string, number>,
  { taken, doubts }: Finishing,
): string {
  const letter = parent ? '' : (draft.section.letter ?? '');
  const position = (positions.get(letter) ?? 0) + 1;
  positions.set(letter, position);
  const part = hasOwnPart(draft)
    ? ownPart(draft, parent)
    : (draft.impliedPart ?? freePart(position, letter, parent !== null, own));
  const wanted = joinAddress(parent?.address ?? null, part, letter);
  const count = (taken.get(wanted) ?? 0) + 1;
  taken.set(wanted, count);
  if (count === 1) return wanted;
  doubts.push(doubt('ADDRESS_REPEATED', draft.line));
  return `${wanted}-${count}`;
}

/** A part by position that no printed label of the same list has. */
function freePart(position: number, letter: string, isBelow: boolean, own: Set<string>): string {
  let count = position;
  const spell = (ordinal: number) => (letter && !isBelow ? String(ordinal) : roman(ordinal));
  while (own.has(`${letter}${spell(count)}`)) count += 1;
  own.add(`${letter}${spell(count)}`);
  return spell(count);
}

/** 12.2 below 12 is 12.2, not 12.12.2. */
function ownPart(draft: Draft, parent: ParsedClause | null): string {
  const part = addressPart(draft.label ?? '');
  const split = part.replace(/^(\d+)([a-z]+)$/, '$1.$2');
  const above = parent ? [parent.address, parent.address.replace(/^[nbr](?=\d)/, '')] : [];
  const prefix = above.find((one) => split.startsWith(`${one}.`));
  return prefix === undefined ? split : split.slice(prefix.length + 1);
}

function partKey(draft: Draft): string {
  return `${draft.parent ? '' : (draft.section.letter ?? '')}${addressPart(draft.label ?? '')}`;
}

/** A bullet is printed but does not count, so its address is by position. */
function hasOwnPart(draft: Draft): boolean {
  return draft.label !== null && /[a-z0-9]/i.test(draft.label) && draft.label !== 'o';
}

function finishClause(
  draft: Draft,
  address: string,
  parent: ParsedClause | null,
  above: Draft | null,
): ParsedClause {
  const text = textOf(draft.pieces);
  const { kind, inferred } = kindOf(draft, text, parent, above);
  const stance = kind === 'elaborates' && parent ? parent.stance : stanceOf(kind, text);
  const first = draft.pieces[0];
  const span = {
    start: first?.start ?? draft.marker?.end ?? 0,
    end: draft.pieces.at(-1)?.end ?? draft.marker?.end ?? 0,
  };
  const unprinted = hasOwnPart(draft) ? [] : ['address'];
  if (inferred) unprinted.push('kind');
  return {
    address,
    label: draft.label,
    kind,
    stance,
    leadIn: draft.leadIn,
    text,
    inferred: unprinted,
    line: draft.line,
    span,
    marker: draft.marker,
    children: [],
  };
}

/** One piece is kept verbatim; several are joined with single spaces. */
function textOf(pieces: readonly Passage[]): string {
  if (pieces.length < 2) return pieces[0]?.text ?? '';
  return pieces.map((piece) => piece.text.replace(/[\s\u00a0]+/g, ' ')).join(' ');
}

function kindOf(
  draft: Draft,
  text: string,
  parent: ParsedClause | null,
  above: Draft | null,
): { kind: Kind; inferred: boolean } {
  if (draft.opens) return { kind: 'heading', inferred: false };
  if (above?.opens) return { kind: kindUnder(above.opens.letter, above.opens.kind, text), inferred: false };
  if (parent && above) {
    return {
      kind: completes(parent) || parent.kind === 'elaborates' ? parent.kind : 'elaborates',
      inferred: false,
    };
  }
  const { letter, kind } = draft.section;
  if (letter && kind) return { kind: kindUnder(letter, kind, text), inferred: draft.section.leadIn === null };
  const verb = readVerb(text);
  const isOperative = /^(?:that|to)\s/i.test(text) || isSubjectOnly(draft.section.leadIn ?? '');
  if (!verb) return { kind: isOperative ? operativeKind(text) : 'notes', inferred: true };
  return { kind: kindUnder(verb.section, verb.kind, text), inferred: true };
}

/** Whether a clause leaves its sentence to its parts: "ask the Cabinet to:", "request that officers:". */
function completes({ text, kind }: ParsedClause): boolean {
  if (/\b(?:to|that|by|for|on)\s*[:：]\s*[-–—]?$/i.test(text)) return true;
  const isAsked = kind.startsWith('directs_') || kind === 'calls_on_external';
  // "consult:" says whom, "ask that officers:" says what they are asked to do.
  const namesWhom = isAsked && addressedTo(text) !== null;
  return (
    namesWhom &&
    /(?<!\b(?:includ\w+|such as|namely|following|these|this|which|means|of|as))\s*[:：]$/i.test(text)
  );
}

function isMixedKind(clause: ParsedClause): boolean {
  const isPreamble = ['notes', 'believes', 'thanks_or_welcomes', 'concern_or_condemnation'].includes(
    clause.kind,
  );
  return isPreamble && isMixed(clause.text);
}
