// The marker lexer, as a table: which signs councils put before a clause. A row is tried in order
// on the beginning of a line; a new style is a new row. A dash or other bullet may stand before a
// printed label (document converters leave them there), so a mark can have both.

import { type LabelReading, readLabel } from '../../domain/clause-tree.js';

export interface Label {
  /** As printed, punctuation included: `(2)`, `a.`, `12.2`. */
  printed: string;
  /** Same for labels that count in one list: `( )`, `.`, `)`, or `12.` for 12.1, 12.2. */
  style: string;
  readings: LabelReading[];
  /** The part of the label that repeats its parents: `12` of 12.2, `2` of 2b. */
  prefix: string | null;
}

export interface Mark {
  /** A bullet or dash before the label or text; null when there is none. */
  bullet: string | null;
  label: Label | null;
  /** Length of the whole marker, blanks after it included. */
  length: number;
}

interface LabelStyle {
  /** Named groups: `own` counts, `prefix` repeats the parents. */
  pattern: RegExp;
  style: string;
}

const own = '(?<own>\\d{1,3}|[a-zA-Z]|[ivxIVX]{2,6})';
const after = '(?=\\s|$)';

const labelStyles: LabelStyle[] = [
  { pattern: new RegExp(`^\\(\\s?${own}\\s?\\)${after}`), style: '( )' },
  { pattern: new RegExp(`^\\[\\s?${own}\\s?\\]${after}`), style: '[ ]' },
  { pattern: /^(?<prefix>[A-Z]?\d{1,3}(?:\.\d{1,3}){0,3})\.(?<own>\d{1,3})[.)]?(?=\s|$)/, style: '.' },
  { pattern: /^(?<prefix>[A-Z])\.?(?<own>\d{1,2})[.)]?(?=\s|$)/, style: 'A' },
  { pattern: /^\(?(?<prefix>\d{1,3})\.?\(?(?<own>[a-z]|[ivx]{2,6})[.)]{1,2}(?=\s|$)/, style: 'a' },
  { pattern: new RegExp(`^${own}\\.\\)?${after}`), style: '.' },
  { pattern: new RegExp(`^${own}\\s?\\)${after}`), style: ')' },
  { pattern: new RegExp(`^${own}:(?=\\s+\\S)`), style: ':' },
  // `1 This Council notes:`
  {
    pattern:
      /^(?<own>\d{1,2})(?=\s(?:(?:this|the|full)\s)?(?:[\w'’-]+\s){0,2}(?:council|assembly)\s(?:notes|believes|resolves|recogni|calls|further|agrees|acknowledges|therefore|also)\b)/i,
    style: '.',
  },
  // Without punctuation a number or letter is a label only where a tab or wide space follows it.
  { pattern: /^(?<own>\d{1,2}|[a-z]|[ivx]{2,5})(?=\t|[ \u00a0]{2,})/, style: ' ' },
];

// § • · ● ○ ◦ ‣ ⁃ ∙ ▪ ▫ ■ □ ◆ ► ➢ ✓ » * # + and the private-use glyphs of Symbol and Wingdings.
const bulletSign = /^(?:[§•·●○◦‣⁃∙▪▫■□◆◇►▶➢➤✓✔\ue000-\uf8ff]|[*+»>](?=\s)|#{1,6}(?=\s))\s*(?=\S|$)/;
const dashSign = /^(?:[-–—‐‑‒−]{1,2})\s+(?=\S)/;
/** Word prints its hollow second-level bullet as a letter o. */
const letterBullet = /^o(?=[\s\u00a0])\s+(?=\S)/;

/** The marker at the beginning of a line, or null for a line of plain text. */
export function readMark(text: string): Mark | null {
  const bullet = readBullet(text);
  const from = bullet?.length ?? 0;
  const label = readPrintedLabel(text.slice(from, from + 60));
  if (!bullet && !label) return null;
  const end = from + (label?.printed.length ?? 0);
  const blanks = /^\s*/.exec(text.slice(end))?.[0].length ?? 0;
  return { bullet: bullet?.sign ?? null, label, length: end + blanks };
}

/** Whether a bullet is a dash, which converters also leave before labels and page breaks. */
export function isDash(bullet: string | null): boolean {
  return bullet !== null && /^[-–—‐‑‒−]/.test(bullet);
}

function readBullet(text: string): { sign: string; length: number } | null {
  const found = bulletSign.exec(text) ?? dashSign.exec(text) ?? letterBullet.exec(text);
  return found ? { sign: found[0].trim(), length: found[0].length } : null;
}

/** A word, or a sign that no label begins with. */
const noLabel = /^(?:[a-z]{7}|[^([\da-z])/i;

function readPrintedLabel(text: string): Label | null {
  if (noLabel.test(text)) return null;
  for (const { pattern, style } of labelStyles) {
    const found = pattern.exec(text);
    const readings = found ? readLabel(found.groups?.own ?? '') : [];
    if (!found || readings.length === 0) continue;
    const prefix = found.groups?.prefix?.toLowerCase() ?? null;
    return { printed: found[0], style: prefix === null ? style : `${prefix}|${style}`, readings, prefix };
  }
  return null;
}
