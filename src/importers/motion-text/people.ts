// Who moved, seconded or presented a motion, in the wordings councils print.

import type { ParsedPerson } from './document.js';

type Role = ParsedPerson['role'];

const title = '(?:Councillors?|Cllrs?\\.?|Alderman|Mayor|Deputy Mayor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\\.?';
// A full stop ends a name unless it stands behind an initial: "Ivory. Seconded by" is no name.
// "Moved: Cllr Orr Seconded: Cllr Frame" are two people.
const word =
  "(?!(?:Mov|Propos|Second|Present)(?:ed|er)(?!\\p{L}))(?:(?:\\p{Lu}\\.)+|St\\.|\\p{Lu}[\\p{L}'’-]*)";
const name = `${word}(?:[ \\u00a0]+(?:(?:de|da|di|du|la|le|van|von|der|den|al|el|bin|ben)[ \\u00a0]+)*${word}){0,4}`;
const person = `(?:the[ \\u00a0]+)?(?:${title}[ \\u00a0]+)*(?<name>${name})(?:[ \\u00a0]*\\((?<party>[^()]{2,60})\\))?`;
/** What may stand between a name and what its bearer does: "(Labour)", ", cabinet member for youth,". */
const apposition =
  '(?:[ \\u00a0]*\\((?<party>[^()]{2,60})\\))?(?:,[ \\u00a0]+(?:the[ \\u00a0]+)?\\p{Ll}[^,.;:]{3,60})?,?';

const roles: [RegExp, Role][] = [
  [/^(?:mov|propos|submit|on the motion)/i, 'mover'],
  [/^second/i, 'seconder'],
  [/^(?:present|introduc)/i, 'presenter'],
];

const act =
  '(?<act>(?:[Mm]ov|[Pp]ropos|[Ii]ntroduc)(?:ed|er)|(?:[Mm]oving|[Pp]roposing)[ \\u00a0]+the[ \\u00a0]+motion,|(?:[Ss]econd|[Pp]resent)(?:ed|er|ing)|[Ss]ubmitted|[Oo]n[ \\u00a0]the[ \\u00a0]motion[ \\u00a0]of|MOVED|PROPOSED|SECONDED|PROPOSER|SECONDER)';
const ofMotion = '(?:[ \\u00a0]+of[ \\u00a0]+(?:the[ \\u00a0]+)?motion)?';
/** `Moved by Councillor X`, `Proposer: Cllr Y (Labour)`. */
const actFirst = new RegExp(
  `(?<!\\p{L})${act}${ofMotion}[ \\u00a0]*[:–-]?[ \\u00a0]*(?:[Bb]y|BY)?[ \\u00a0]*[:–-]?[ \\u00a0]*${person}`,
  'gu',
);
/** `Councillor X moved`, `Cllr X is to move`, `Councillor Y will second`. */
const nameFirst = new RegExp(
  `(?:${title}[ \\u00a0]+)+(?<name>${name})${apposition}[ \\u00a0]+(?:(?:is|are|was)[ \\u00a0]+(?:due[ \\u00a0]+|set[ \\u00a0]+)?to[ \\u00a0]+|(?:has[ \\u00a0]+given|gave)[ \\u00a0]+notice[ \\u00a0]+that[ \\u00a0]+(?:he|she|they)[ \\u00a0]+|will[ \\u00a0]+|to[ \\u00a0]+|has[ \\u00a0]+|formally[ \\u00a0]+)*(?<act>move[ds]?|proposes?d?|second(?:s|ed)?|present(?:s|ed)?|introduced?)(?!\\p{L}|[ \\u00a0]+by)`,
  'gu',
);
/** `The Labour Group moved`. */
const groupFirst = new RegExp(
  `(?<name>(?:${word}[ \\u00a0]+){1,4}(?:Group|Party))(?<party>)[ \\u00a0]+(?<act>move[ds]?|proposes?d?|second(?:s|ed)?)(?!\\p{L})`,
  'gu',
);
/** A name on a line of its own, as a signature. */
const alone = new RegExp(
  `^(?:Councillor|Cllr\\.?|COUNCILLOR|CLLR\\.?)[ \\u00a0]+(?<name>${name})(?:[ \\u00a0]*[(,–-][ \\u00a0]*(?<party>[^()]{2,60})\\)?)?$`,
  'u',
);
const wardLine = /^(?<ward>\p{Lu}[\p{L}'’&.,\- \u00a0]{1,60}?)[ \u00a0]+[Ww]ard$/u;

const small =
  /\b(?:the|this|motion|amendment|was|were|is|be|it|by|and|to|that|duly|formally|in|name|names|of|then|a)\b|[^\p{L}]+/giu;

/** Any word of an act; most lines have none, which spares the long questions. */
const anyAct = /mov|propos|introduc|second|present|submitted|motion/i;

/** The people a line names with their role; empty unless the line says little else. */
export function readMovers(text: string, line: number): ParsedPerson[] {
  if (text.length > 300 || !anyAct.test(text)) return [];
  const found = [...text.matchAll(actFirst), ...text.matchAll(nameFirst), ...text.matchAll(groupFirst)];
  if (found.length === 0) return [];
  return found.flatMap((match) => toPerson(match, line));
}

/** What a line says beside its movers: the words left when names, roles and small words are gone. */
export function wordsBesideMovers(text: string): string {
  return text
    .replace(actFirst, ' ')
    .replace(nameFirst, ' ')
    .replace(groupFirst, ' ')
    .replace(small, ' ')
    .trim();
}

const titled = new RegExp(`(?:${title}[ \\u00a0]+)+${name}`, 'gu');

/** A line without the people it names by their title, and what they are said to have moved. */
export function withoutPeople(text: string): string {
  if (!/councillor|cllr|alderman|\bM(?:r|rs|s)\b|moved|seconded/i.test(text)) return text;
  return text.replace(actFirst, ' ').replace(titled, ' ');
}

/** A councillor's name on a line of its own, without saying what that person did. */
export function readSignature(text: string): { name: string; party: string | null } | null {
  const found = text.length < 120 ? alone.exec(text)?.groups : undefined;
  return found?.name ? { name: tidy(found.name), party: found.party?.trim() ?? null } : null;
}

/** A ward on a line of its own: `Dollis Hill ward`. */
export function readWardLine(text: string): string | null {
  return text.length < 80 ? (wardLine.exec(text)?.groups?.ward ?? null) : null;
}

function toPerson(match: RegExpExecArray, line: number): ParsedPerson[] {
  const role = roles.find(([pattern]) => pattern.test(match.groups?.act ?? ''))?.[1];
  const printed = tidy(match.groups?.name ?? '').replace(/^The /, '');
  if (!role || !printed) return [];
  const isGroup = /\b(?:Group|Party)$/.test(printed);
  return [
    {
      name: printed,
      role,
      isGroup,
      ward: null,
      party: match.groups?.party?.trim() || null,
      inferred: [],
      line,
    },
  ];
}

/** A name without the letters behind it that tell of an office or an honour. */
function tidy(printed: string): string {
  return printed
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/(?:[ ,]+(?:MPA?|AM|MSP?|MLA|MBE|OBE|CBE|JP|QC|KC|DL))+$/, '')
    .replace(/(?<!\b\p{Lu})[.,;:]+$/u, '')
    .trim();
}
