// Suggests the acts a motion asks for: one for each operative clause that is not only a stem,
// with the words it rests on. A suggestion counts as nothing until a person accepts it.

import { type Verb, verbs } from './ask-verbs.js';
import type { ParsedClause, SuggestedAsk } from './document.js';
import { withoutOpening } from './kinds.js';
import type { ThemesOf } from './themes.js';

const proper = "\\p{Lu}[\\p{L}'’&-]*";
const offices = new RegExp(
  [
    `(?:Chief |Deputy )?Commissioner of the ${proper}(?: ${proper})*`,
    '(?:Met(?:ropolitan)? )?(?:Police )?Commissioner',
    'Metropolitan Police(?: Service)?|Met(?=\\W|$)|(?:the )?police',
    `Secretary of State for ${proper}(?:,? (?:and )?${proper})*`,
    'Home Secretary|Prime Minister|Chancellor(?: of the Exchequer)?|Foreign Secretary|Health Secretary',
    '(?:HM |UK |Central |National |central |national )?[Gg]overnment|Parliament|Home Office|Treasury',
    'Mayor of London|Mayor’s Office for Policing and Crime|MOPAC|Greater London Authority|London Assembly|London Councils',
    'Transport for London|TfL|Local Government Association|LGA|NHS England',
    'Leader and (?:the )?Cabinet|Leader of the Council|(?:relevant )?Cabinet Members?(?: for (?:[\\p{Lu}&][\\p{L}&]*|and|,)(?:,? (?:and |& )?\\p{Lu}[\\p{L}]*)*)?|Cabinet|Leader|Chief Executive|Executive',
    `(?:${proper} |and ){1,6}(?:Committee|Commission|Panel|Board)`,
    '(?:local |our )?MPs?|Members of Parliament',
    `${proper}(?: ${proper})? Council`,
    `(?:Sir|Dame|Lord|Baroness|Lady) ${proper}(?: ${proper})?`,
  ].join('|'),
  'u',
);
const properName = new RegExp(
  `^\\s+(?:the\\s+)?(${proper}(?:\\s+(?:of\\s+|for\\s+|and\\s+)?${proper}){0,5})`,
  'u',
);
const duty =
  /\b(?:should|must|shall|be\s+(?:asked|requested|instructed|urged)\s+to|is\s+(?:asked|requested|instructed)\s+to)\b/i;
const operative = [
  'supports',
  'resolves_self',
  'directs_executive',
  'directs_committee',
  'calls_on_external',
  'elaborates',
];
const longestQuote = 240;

/** The asks that the clauses of a motion suggest, in document order. */
export function suggestAsks(
  clauses: readonly ParsedClause[],
  themesOf: ThemesOf,
  actor: string | null = null,
  above: ParsedClause | null = null,
): SuggestedAsk[] {
  return clauses.flatMap((clause) => {
    const isStem = clause.children.length > 0 && /[:：]\s*$/.test(clause.text);
    const below = isStem ? relayTo(clause) : actor;
    const own = isStem ? [] : suggestAsk(clause, themesOf, actor, above);
    return [...own, ...suggestAsks(clause.children, themesOf, below, clause)];
  });
}

function suggestAsk(
  clause: ParsedClause,
  themesOf: ThemesOf,
  actor: string | null,
  above: ParsedClause | null,
): SuggestedAsk[] {
  const isDone = clause.stance === 'reports_action';
  const isOperative = operative.includes(clause.kind) && (clause.kind !== 'elaborates' || isOrder(above));
  if (!isDone && !isOperative) return [];
  const head = clause.text.slice(0, 2000);
  const offset = head.length - withoutOpening(head).length;
  const subject =
    clause.kind === 'directs_executive' || clause.kind === 'directs_committee'
      ? subjectOf(head.slice(offset))
      : null;
  const from = offset + (subject?.end ?? 0);
  const act = firstAct(head.slice(from, from + 200));
  if (!act && clause.kind !== 'elaborates') return [];
  const verb = act?.verb ?? 'implement';
  const start = from + (act?.start ?? 0);
  if (start >= head.length) return [];
  const after = head.slice(from + (act?.end ?? 0));
  const quote = { start, end: Math.min(head.length, start + longestQuote) };
  const addressee = act?.toward ? addresseeOf(after, act.toward) : null;
  const state = isDone ? 'done' : 'unknown';
  const doer = subject?.office ?? actor ?? 'council';
  return [
    {
      clause: clause.address,
      actor: doer,
      verb,
      addressee,
      object: objectOf(after) ?? head.slice(0, longestQuote),
      state,
      quote,
      themes: themesOf(head),
      reviewState: 'suggested',
    },
  ];
}

/** Whether a clause that others spell out is itself an order: parts of a note are notes. */
function isOrder(clause: ParsedClause | null): boolean {
  return clause !== null && (clause.stance === 'demands' || clause.stance === 'commits');
}

/** "Ask the Leader and Cabinet to:" hands the acts below it to them. */
function relayTo(clause: ParsedClause): string | null {
  return operative.includes(clause.kind) ? (offices.exec(clause.text)?.[0] ?? null) : null;
}

/** "The Cabinet Member for … should": who is to act, and where the act itself begins. */
function subjectOf(text: string): { office: string; end: number } | null {
  const found = duty.exec(text.slice(0, 220));
  const office = found ? offices.exec(text.slice(0, found.index))?.[0] : undefined;
  return found && office && /^(?:the|our|all)\s/i.test(text)
    ? { office, end: found.index + found[0].length }
    : null;
}

function firstAct(text: string): { verb: Verb; toward: RegExp | null; start: number; end: number } | null {
  const found = verbs.flatMap(({ verb, pattern, toward }) => {
    const match = pattern.exec(text);
    return match ? [{ verb, toward, start: match.index, end: match.index + match[0].length }] : [];
  });
  return found.sort((a, b) => a.start - b.start)[0] ?? null;
}

/** The words behind the verb, if there are any. */
function objectOf(after: string): string | null {
  const object = after.trim().slice(0, longestQuote);
  return /\p{L}/u.test(object) ? object : null;
}

function addresseeOf(after: string, toward: RegExp): string | null {
  const from = toward.exec(after);
  const phrase = from ? after.slice(from.index + from[0].length, from.index + 220) : '';
  return offices.exec(phrase)?.[0] ?? properName.exec(phrase)?.[1] ?? null;
}
