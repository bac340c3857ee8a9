// The people a clause names. A record of councils is no place for private people: a name that is not
// a known office-holder's holds its clause back from publication until somebody has looked.

const word = "\\p{Lu}[\\p{L}'’-]+";
const name = `${word}(?: (?:(?:de|da|van|von|al|el|bin) )*${word}){0,2}`;
const full = `${word}(?: (?:(?:de|da|van|von|al|el|bin) )*${word}){1,2}`;

/** The word before or after a name that tells of an office held. */
const offices =
  /\b(?:Councillor|Cllr|Commissioner|Secretary|Minister|Chancellor|Mayor|Leader|Chair|Speaker|Baroness|Lord|Lady|Assembly Member|MP|AM|MSP|MS|Superintendent|Commander|Chief Executive|Director)\b/;

const titled = new RegExp(
  `(?<before>[^.;:!?]{0,60})\\b(?<title>Sir|Dame|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|PC|Sgt|Baroness|Lord|Lady)\\.? (?<name>${name})(?<after>,? ?(?:MP|AM)?\\b)`,
  'gu',
);
/** Words after which a name is that of somebody the matter happened to, or of a private person. */
const told = new RegExp(
  `\\b(?:(?:murders?|deaths?|killings?|family|parents|mother|father|memory|abduction|shooting) of|(?:victims?|survivors?|residents?|teenager|constable|named)(?: like| such as)?) (?<name>${full})`,
  'gu',
);
const placed = new RegExp(
  `(?<office>Assembly Member|Member of Parliament|Councillor|Cllr|MP|AM),? (?<name>${full})`,
  'gu',
);

export interface NamedPerson {
  name: string;
  /** Whether the words around the name give an office. */
  hasOffice: boolean;
}

/** The people named in a text, as printed, each once. */
export function readNames(text: string): NamedPerson[] {
  const people = new Map<string, boolean>();
  const add = (printed: string | undefined, hasOffice: boolean) => {
    const tidy = (printed ?? '').replace(/['’]s?$/, '');
    if (tidy) people.set(tidy, hasOffice || people.get(tidy) === true);
  };
  for (const match of text.matchAll(titled)) {
    const { before = '', title = '', name: printed, after = '' } = match.groups ?? {};
    add(printed, offices.test(`${before.slice(-30)} ${title} ${printed} ${after}`));
  }
  for (const match of text.matchAll(told)) add(match.groups?.name, false);
  for (const match of text.matchAll(placed)) add(match.groups?.name, true);
  return [...people].map(([printed, hasOffice]) => ({ name: printed, hasOffice }));
}

/** Whether a printed name is one of the known ones: the same, or all its words among one's words. */
export function isKnownName(printed: string, known: readonly string[]): boolean {
  const words = printed.toLowerCase().split(/\s+/);
  return known.some((one) => {
    const own = new Set(one.toLowerCase().split(/[\s,]+/));
    return words.every((part) => own.has(part));
  });
}
