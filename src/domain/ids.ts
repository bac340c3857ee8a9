// Ids are readable paths, minted once from durable facts and never changed when a fact is corrected.
// A "path" is an id without its first segment: it carries a record's place into the ids of its parts
// (motion → clause → ask → follow-up). Suffixes (-2) follow the order of recording and are never
// counted again; merges leave redirects, deletions leave tombstones.

/** The first segment of the id of every table's records. */
export const idKind = {
  licence: 'licence',
  source: 'source',
  theme: 'theme',
  party: 'party',
  police_unit: 'police-unit',
  council: 'council',
  ward: 'ward',
  councillor: 'councillor',
  listed_councillor: 'listed-councillor',
  body: 'body',
  meeting: 'meeting',
  membership: 'membership',
  organisation: 'organisation',
  review: 'review',
  recommendation: 'recommendation',
  motion: 'motion',
  motion_person: 'person',
  motion_event: 'event',
  vote: 'vote',
  clause: 'clause',
  ask: 'ask',
  follow_up: 'follow-up',
  citation: 'citation',
  claim: 'claim',
  coverage: 'coverage',
} as const;

/** A table whose records have an id of their own. */
export type IdTable = keyof typeof idKind;

// Letters that NFKD does not take apart, as people with these names write them in ASCII.
const plainLetter: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  œ: 'oe',
};

/** A name as a segment of an id: `Nunhead & Queen’s Road` → `nunhead-queens-road`; may be empty. */
export function slugify(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’‘ʼ`´]/g, '')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[ßæðøþđħıłœ]/g, (letter) => plainLetter[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** The table that an id is of, by its first segment; undefined where it is of none. */
export function tableOfId(id: string): IdTable | undefined {
  const kind = id.slice(0, id.indexOf('/'));
  return (Object.keys(idKind) as IdTable[]).find((table) => idKind[table] === kind);
}

/** An id without its first segment: `motion/brent/2023-07-10/x` → `brent/2023-07-10/x`. */
export function pathOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** The last segment of an id: `council/brent` → `brent`. */
export function slugOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** The id itself, or with the first suffix (-2, -3, …) that is not taken. */
export function distinct(id: string, isTaken: (id: string) => boolean): string {
  let candidate = id;
  for (let n = 2; isTaken(candidate); n += 1) candidate = `${id}-${n}`;
  return candidate;
}

const segment = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;

function mint(table: IdTable, ...parts: (string | number)[]): string {
  const path = parts.join('/');
  if (!path.split('/').every((part) => segment.test(part))) {
    throw new RangeError(`an id cannot be made of "${path}": every part needs a letter or digit`);
  }
  return `${idKind[table]}/${path}`;
}

/** `licence/mit` */
export const licenceId = (slug: string) => mint('licence', slug);

/** `source/wembley-matters-2023-07-09`: the slug given when the source was first recorded. */
export const sourceId = (slug: string) => mint('source', slug);

/** `theme/stop-and-search` */
export const themeId = (slug: string) => mint('theme', slug);

/** `party/labour` */
export const partyId = (slug: string) => mint('party', slug);

/** `police-unit/as`, from the code. */
export const policeUnitId = (code: string) => mint('police_unit', code.toLowerCase());

/** `council/southwark` */
export const councilId = (slug: string) => mint('council', slug);

/** `ward/E05011107`, from the GSS code. */
export const wardId = (gssCode: string) => mint('ward', gssCode);

/** `ward/southwark/st-giles`, where no source read so far gives its code. */
export const uncodedWardId = (council: string, name: string) => mint('ward', pathOf(council), slugify(name));

/** `councillor/brent/liz-dixon`: the council is the one where they were first seen. */
export const councillorId = (council: string, name: string) =>
  mint('councillor', pathOf(council), slugify(name));

/** `listed-councillor/brent/dollis-hill/liz-dixon` */
export const listedCouncillorId = (council: string, ward: string | null, name: string) =>
  mint('listed_councillor', pathOf(council), ...(ward ? [slugify(ward)] : []), slugify(name));

/** `body/southwark/cabinet` */
export const bodyId = (council: string, name: string) => mint('body', pathOf(council), slugify(name));

/** `meeting/southwark/2023-03-22/council-assembly`; a second one that day ends in -2. */
export const meetingId = (body: string, date: string | null, n = 1) =>
  mint('meeting', pathOf(body).split('/')[0] ?? '', date ?? 'undated', numbered(slugOf(body), n));

/** `membership/brent/liz-dixon/1` */
export const membershipId = (council: string, councillor: string, n: number) =>
  mint('membership', pathOf(council), slugOf(councillor), n);

/** `organisation/london-councils`, or `organisation/southwark/leader-and-cabinet` for an office of a council. */
export const organisationId = (name: string, council?: string) =>
  mint('organisation', ...(council ? [pathOf(council)] : []), slugify(name));

/** `review/casey-2023` */
export const reviewId = (slug: string) => mint('review', slug);

/** `recommendation/casey-2023/vetting` */
export const recommendationId = (review: string, slug: string) =>
  mint('recommendation', pathOf(review), slug);

/** `motion/brent/2023-07-10/casey-review-metropolitan-police`; unknown parts of the date are left out. */
export const motionId = (council: string, date: string | null, slug: string) =>
  mint('motion', pathOf(council), date ?? 'undated', slug);

/** `…/amendment-a`, the id of a motion that amends another. */
export const amendmentId = (motion: string, letter: string) =>
  mint('motion', pathOf(motion), `amendment-${slugify(letter)}`);

/** `person/<motion path>/mover-1` */
export const motionPersonId = (motion: string, role: string, n: number) =>
  mint('motion_person', pathOf(motion), `${role}-${n}`);

/** `event/<motion path>/decided-by-executive`; the second one of that stage ends in -2. */
export const eventId = (motion: string, stage: string, n = 1) =>
  mint('motion_event', pathOf(motion), numbered(slugify(stage), n));

/** `vote/<event path>/liz-dixon` */
export const voteId = (event: string, councillor: string) => mint('vote', pathOf(event), slugOf(councillor));

/** `clause/<motion path>/2.b.iv` */
export const clauseId = (motion: string, address: string) => mint('clause', pathOf(motion), address);

/** `ask/<clause path>/1` */
export const askId = (clause: string, n: number) => mint('ask', pathOf(clause), n);

/** `follow-up/<ask path>/1` */
export const followUpId = (ask: string, n: number) => mint('follow_up', pathOf(ask), n);

/** `citation/<clause path>/vetting`, or `…/all` for all recommendations together. */
export const citationId = (clause: string, recommendation: string | null) =>
  mint('citation', pathOf(clause), recommendation === null ? 'all' : slugOf(recommendation));

/** `claim/<clause path>/1` */
export const claimId = (clause: string, n: number) => mint('claim', pathOf(clause), n);

/** `coverage/camden/casey-2023` */
export const coverageId = (council: string, review: string) =>
  mint('coverage', pathOf(council), pathOf(review));

function numbered(name: string, n: number): string {
  return n === 1 ? name : `${name}-${n}`;
}
