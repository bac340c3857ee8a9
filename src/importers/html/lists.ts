// The marks that a browser prints before the items of a list.

import { roman } from '../../domain/clause-tree.js';
import type { Tag } from './elements.js';

/** A list that is open, and how it counts. */
export interface List {
  /** 1, a, A, i, I, a bullet, or nothing. */
  sign: string;
  next: number;
}

const styles: Record<string, string> = {
  decimal: '1',
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
  none: '',
  disc: '•',
  circle: '◦',
  square: '▪',
};
// What browsers print at each depth where nothing is said.
const bullets = ['•', '◦', '▪'];

/** How a list that opens below `depth` others marks its items. */
export function openList({ name, attributes }: Tag, depth: number): List {
  const stated = /list-style(?:-type)?:\s*([a-z-]+)/i.exec(attributes.style ?? '')?.[1]?.toLowerCase();
  const type = name === 'ol' && /^[1aAiI]$/.test(attributes.type ?? '') ? attributes.type : null;
  const byDefault = name === 'ol' ? '1' : (bullets[Math.min(depth, 2)] ?? '•');
  const sign = (stated === undefined ? undefined : styles[stated]) ?? type ?? byDefault;
  return { sign, next: numberOf(attributes.start) ?? 1 };
}

/** The mark of the next item, with the blank behind it. */
export function nextMark(list: List, { attributes }: Tag): string {
  const ordinal = numberOf(attributes.value) ?? list.next;
  list.next = ordinal + 1;
  const printed = spell(list.sign, ordinal);
  return printed ? `${printed} ` : '';
}

function spell(sign: string, ordinal: number): string {
  if (!/^[1aAiI]$/.test(sign)) return sign;
  if (sign === '1' || ordinal < 1 || (/a/i.test(sign) && ordinal > 26)) return `${ordinal}.`;
  const lower = /a/i.test(sign) ? String.fromCharCode(96 + ordinal) : roman(ordinal);
  return `${sign === 'A' || sign === 'I' ? lower.toUpperCase() : lower}.`;
}

function numberOf(printed: string | null): number | null {
  return printed !== null && /^\s*-?\d{1,6}\s*$/.test(printed) ? Number(printed) : null;
}
