// What a clause is (kind: where it stands) and does (stance: what it demands). The heading gives
// the family; the clause's own first verb refines it: "Ask the Leader and Cabinet to" under
// "resolves to" directs the executive. Only the first words are read, never the whole clause.

import type { clauseKind, clauseStance, Word } from '../../domain/vocabulary.js';

type Kind = Word<typeof clauseKind>;
type Stance = Word<typeof clauseStance>;
type Section = 'n' | 'b' | 'r';

// "Ask the Arts Council" begins with an act, not with the council that acts.
const councilSubject =
  "(?!(?:ask|call|urg|request|instruct|invit|writ|lobb|press|work|support|join|meet|to)\\w*\\s)(?:this|the|our)?\\s*(?:[\\w'’&-]+\\s+){0,3}?(?:council(?:\\s+assembly)?|assembly|borough|authority|group)|we|our council";
const opening = new RegExp(
  `^(?:that\\s+)?(?:(?:${councilSubject})\\s+)?(?:(?:and|also|further|therefore|hereby|accordingly|thus|are|is|wishes|would like|strongly|very|deeply|particularly|extremely|gravely|formally|publicly|warmly|fully|urgently|once again|again|now|that)\\s+)*(?:(?:resolves?|agrees?|commits?|undertakes?|pledges?|wishes)\\s+)?(?:to\\s+)?(?:(?:formally|publicly|urgently|immediately|jointly|also|further|continue to)\\s+)*`,
  'i',
);

const thanks = /^(?:thank|welcom|congratulat|applaud|commend|pays? tribute|celebrat|gives? thanks)/i;
const concern =
  /^(?:concern|appalled|alarm|condemn|deplor|regret|dismay|shocked|horrified|saddened|outraged|disappointed|worried|oppos|disturbed|(?:has|have) no confidence)/i;
/** Supporting a cause is a word; supporting people is an act of the council's own. */
const support =
  /^(?:endors\w*|support(?:s|ing)?|back(?:s|ing)?)\s+(?!(?:(?:the|its|our|their|all|any|every|local|young|vulnerable|older|disabled|those|these|more)\s+)*(?:residents?|families|family|victims?|survivors?|children|pupils|students|people|staff|workers|carers|business(?:es)?|traders|tenants|schools|communit(?:y|ies)|them|groups|volunteers|households|officers|organisations|charities|veterans|refugees)\b)\S|^(?:endors\w*|support\w*|back(?:s|ing)?)\s+(?:(?:the|this|these|full|fully|in full|all|calls?|for|aims?|of|its|their)\s+)*(?:\w+['’]?s?\s+){0,3}?(?:campaigns?|calls?|recommendations?|reviews?|reports?|principles?|declaration|charter|pledge|bill|motion|aims|proposals?|implementation|demands?)\b/i;
const asking =
  /^(?:(?!asking\b[^.;]{0,60}\b(?:what|whether|how|which)\b)ask|request|instruct|direct|mandat|call(?:s|ing)?\s+(?:up)?on|urg|invit|recommend|requir(?!\w*\s+(?:an?|that|every|each|all)\b)|lobb|demand|press(?:es)?\s|task)\w*\s*(?:up)?(?:on)?\s*/i;
const shall =
  /\b(?:should|must|shall|be\s+(?:asked|requested|instructed|urged|called upon|invited)|is\s+(?:asked|requested|instructed|urged)|are\s+(?:asked|requested|urged)|writes?|to\s+(?:write|report|bring|work))\b/i;

const executive =
  /\b(?:leaders?|cabinet|executive(?! summary)|cabinet members?|portfolio holders?|lead members?|chief executive|officers|(?:strategic |corporate |service )?directors?|head of|administration)\b/i;
const committee =
  /\b(?:scrutiny|committees?|commissions?|panel|working group|task group|task and finish|sub-committee)\b/i;
const outside =
  /\b(?:government|secretary|minister|ministers|parliament|mps?|home office|treasury|chancellor|mayor of london|london assembly|police|met|commissioner|mopac|transport for london|tfl|nhs|lga|local government association|home affairs|select committee|company|commons|lords|ofsted|electoral commission|ombudsman|london councils|companies|employers|landlords|department)\b/i;

const actors =
  '(?:police|met|service|force|government|mayor|commissioner|minister|secretary|department|council|authority|authorities|they|it|home office|parliament|company|companies|operators|providers|landlords)';
const duty = new RegExp(
  `\\b${actors}['’]?\\s+(?:now\\s+|also\\s+|therefore\\s+)?(?:must|should|ought to|needs to urgently)\\b`,
  'i',
);
const demand = /\b(?:calls? (?:up)?on|urges?|demands?)\b/i;
const done = new RegExp(
  `^(?:that\\s+)?(?:${councilSubject}|the (?:leader|cabinet member|chief executive)[^,.]{0,60})\\s+(?:has|have)\\s+(?:already\\s+|recently\\s+|now\\s+|also\\s+)*(?:written|called|met|asked|requested|launched|set up|established|invited|lobbied|signed|held|responded|raised|begun|started|appointed|commissioned|introduced)\\b`,
  'i',
);

/** What a council resolves to note or to thank for is a note and thanks, wherever it stands. */
const preambleVerbs: [RegExp, Kind][] = [
  [/^(?:notes?|recogni[sz]es?|acknowledges?|observes?)\b/i, 'notes'],
  [/^(?:thanks?|welcomes?|congratulates?|commends?|applauds?)\b/i, 'thanks_or_welcomes'],
  [/^(?:condemns?|deplores?|regrets?)\b/i, 'concern_or_condemnation'],
  [/^believes?\b/i, 'believes'],
];

/** A clause from its own first verb on, without "That this Council therefore resolves to". */
export function withoutOpening(text: string): string {
  return text.replace(opening, '');
}

/** Whom a phrase addresses first: the council's own executive, one of its committees, or others. */
export function addressedTo(phrase: string): 'executive' | 'committee' | 'outside' | null {
  const near = phrase.slice(0, 160);
  const places = (
    [
      ['executive', executive],
      ['committee', committee],
      ['outside', outside],
    ] as const
  )
    .map(([who, pattern]) => ({ who, at: pattern.exec(near)?.index ?? -1 }))
    .filter((place) => place.at >= 0)
    .sort((a, b) => a.at - b.at);
  return places[0]?.who ?? null;
}

/** The kind of an operative clause from its own words. */
export function operativeKind(text: string): Kind {
  const words = withoutOpening(text);
  if (support.test(words)) return 'supports';
  const asked = asking.exec(words);
  if (asked) return askedKind(asked[0], words.slice(asked[0].length));
  const office = namedBody.exec(words)?.[1];
  const acts = office === undefined ? null : addressedTo(office);
  if (acts === 'executive' || acts === 'committee') return kindFor(acts, 'resolves_self');
  const subject =
    /^(?:the\s+)?[\p{L}'’&,. -]{0,140}?(?=\b(?:should|must|shall|be|is|are|writes?|to)\b)/iu.exec(words)?.[0];
  const who = subject && /^(?:the|our|all|officers)\s/i.test(words) ? addressedTo(subject) : null;
  const rest = words.slice(subject?.length ?? 0, (subject?.length ?? 0) + 40);
  if (who && shall.test(rest)) return kindFor(who, 'resolves_self');
  return /^be\s+(?:called upon|urged|asked|requested|invited)\b/i.test(rest)
    ? 'calls_on_external'
    : 'resolves_self';
}

/** "The Scrutiny Committee review": a body by its name, and what it is to do. */
const namedBody =
  /^(?:[Tt]hat\s+)?(?:[Tt]he|[Oo]ur)\s+((?:\p{Lu}[\p{L}'’&-]*\s+(?:(?:and|for|of|the|&)\s+)*)+)\p{Ll}/u;

/** Only those are asked who are named before what they are asked to do; an invitation is an act of one's own. */
function askedKind(verb: string, whom: string): Kind {
  const named = /^(.{2,}?)\bto\b/is.exec(whom.slice(0, 160))?.[1] ?? whom;
  const who = addressedTo(named);
  const isOwn = who === 'executive' || who === 'committee';
  return /^invit/i.test(verb) && !isOwn ? 'resolves_self' : kindFor(who, 'calls_on_external');
}

/** The kind of a clause under a heading of one family, from its own first words. */
export function kindUnder(section: Section, headingKind: Kind, text: string): Kind {
  if (section === 'r') {
    const preamble = preambleVerbs.find(([pattern]) => pattern.test(withoutOpening(text)))?.[1];
    const own = preamble ?? operativeKind(text);
    return own === 'resolves_self' ? headingKind : own;
  }
  const words = withoutOpening(text);
  if (thanks.test(words)) return 'thanks_or_welcomes';
  if (concern.test(words)) return 'concern_or_condemnation';
  return headingKind;
}

/** What a clause of a kind does. */
export function stanceOf(kind: Kind, text: string): Stance {
  if (kind === 'heading' || kind === 'lead_in' || kind === 'title') return 'none';
  if (kind === 'resolves_self') return 'commits';
  if (kind === 'directs_executive' || kind === 'directs_committee' || kind === 'calls_on_external')
    return 'demands';
  if (done.test(text)) return 'reports_action';
  return duty.test(text) || demand.test(text) ? 'demands' : 'states';
}

/** Whether a clause under notes or beliefs goes on to resolve something, as "… and therefore calls on". */
export function isMixed(text: string): boolean {
  return /\b(?:and|;)\s+(?:therefore|hereby|accordingly)\s+(?:calls?|resolves?|asks?|urges?|requests?|instructs?)\b/i.test(
    text,
  );
}

function kindFor(who: ReturnType<typeof addressedTo>, otherwise: Kind): Kind {
  if (who === 'executive') return 'directs_executive';
  if (who === 'committee') return 'directs_committee';
  return who === 'outside' ? 'calls_on_external' : otherwise;
}
