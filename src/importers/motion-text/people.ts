// Who moved, seconded or presented a motion, in the wordings councils print.

import type { ParsedPerson } from './document.js';

type Role = ParsedPerson['role'];

const title = '(?:Councillors?|Cllrs?\\.?|Alderman|Mayor|Deputy Mayor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\\.?';
const word = "\\p{Lu}[\\p{L}'’.-]*";
const name = `${word}(?:[ \\u00a0]+(?:(?:de|da|di|du|la|le|van|von|der|den|al|el|bin|ben)[ \\u00a0]+)*${word}){0,4}`;
const person = `(?:the[ \\u00a0]+)?(?:${title}[ \\u00a0]+)*(?<name>${name})(?:[ \\u00a0]*\\((?<party>[^()]{2,60})\\))?`;

const roles: [RegExp, Role][] = [
  [/^(?:mov|propos)/i, 'mover'],
  [/^second/i, 'seconder'],
  [/^(?:present|introduc)/i, 'presenter'],
];

const act =
  '(?<act>(?:[Mm]ov|[Pp]ropos|[Ii]ntroduc)(?:ed|er|ing)|(?:[Ss]econd|[Pp]resent)(?:ed|er|ing)|MOVED|PROPOSED|SECONDED|PROPOSER|SECONDER)';
const ofMotion = '(?:[ \\u00a0]+of[ \\u00a0]+(?:the[ \\u00a0]+)?motion)?';
/** `Moved by Councillor X`, `Proposer: Cllr Y (Labour)`. */
const actFirst = new RegExp(
  `(?<!\\p{L})${act}${ofMotion}[ \\u00a0]*[:–-]?[ \\u00a0]*(?:[Bb]y|BY)?[ \\u00a0]*[:–-]?[ \\u00a0]*${person}`,
  'gu',
);
/** `Councillor X moved`, `Cllr X is to move`, `Councillor Y will second`. */
const nameFirst = new RegExp(
  `(?:${title}[ \\u00a0]+)+(?<name>${name})(?:[ \\u00a0]*\\((?<party>[^()]{2,60})\\))?,?[ \\u00a0]+(?:(?:is|are|was)[ \\u00a0]+(?:due[ \\u00a0]+|set[ \\u00a0]+)?to[ \\u00a0]+|will[ \\u00a0]+|to[ \\u00a0]+|has[ \\u00a0]+|formally[ \\u00a0]+)*(?<act>move[ds]?|proposes?d?|second(?:s|ed)?|present(?:s|ed)?|introduced?)(?!\\p{L}|[ \\u00a0]+by)`,
  'gu',
);
/** `The Labour Group moved`. */
const groupFirst = new RegExp(
  `(?<name>(?:${word}[ \\u00a0]+){1,4}(?:Group|Party))(?<party>)[ \\u00a0]+(?<act>moved|proposed|seconded)(?!\\p{L})`,
  'gu',
);
/** A name on a line of its own, as a signature. */
const alone = new RegExp(
  `^(?:Councillor|Cllr\\.?)[ \\u00a0]+(?<name>${name})(?:[ \\u00a0]*[(,–-][ \\u00a0]*(?<party>[^()]{2,60})\\)?)?$`,
  'u',
);
const wardLine = /^(?<ward>\p{Lu}[\p{L}'’&.,\- \u00a0]{1,60}?)[ \u00a0]+[Ww]ard$/u;

const small =
  /\b(?:the|this|motion|amendment|was|were|is|be|it|by|and|to|that|duly|formally|in|name|names|of|then|a)\b|[^\p{L}]+/giu;

/** The people a line names with their role; empty unless the line says little else. */
export function readMovers(text: string, line: number): ParsedPerson[] {
  if (text.length > 300) return [];
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

function tidy(printed: string): string {
  return printed
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[.,;:]+$/, '')
    .trim();
}
