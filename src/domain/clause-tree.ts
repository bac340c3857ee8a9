// The clause tree of a motion: how printed labels count, and how an address is made of them.
// An address is the printed labels from the root, lower case, without punctuation, joined by dots.
// A label that was not printed is counted by position. Under an unnumbered heading the first part
// takes n (notes), b (believes) or r (resolves): r1, r1.ii. Addresses are part of ids, so the rule
// here never changes for a motion already recorded.

/** The ways in which councils count: 1 2 3, a b c, A B C, i ii iii, I II III. */
export type LabelSystem = 'decimal' | 'letter' | 'LETTER' | 'roman' | 'ROMAN';

/** One way to read a label: `i` is the ninth letter or the first roman number. */
export interface LabelReading {
  system: LabelSystem;
  ordinal: number;
}

/** The least that a tree of clauses needs to be walked. */
export interface ClauseNode<T> {
  address: string;
  children: T[];
}

const tens = ['', 'x', 'xx', 'xxx', 'xl'];
const units = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

// Lists of fifty items and more are not counted in roman numbers, and stopping there keeps
// the letters c, d and m from ever being read as hundreds.
const romans = new Map(Array.from({ length: 49 }, (_, index) => [roman(index + 1), index + 1]));

/** The lower-case roman number of 1 to 49; beyond that the digits themselves. */
export function roman(ordinal: number): string {
  if (ordinal < 1 || ordinal > 49) return String(ordinal);
  return `${tens[Math.floor(ordinal / 10)]}${units[ordinal % 10]}`;
}

/** Every way to read a bare label such as `4`, `b`, `iv` or `XI`; none if it is not one. */
export function readLabel(label: string): LabelReading[] {
  if (/^\d{1,3}$/.test(label)) return [{ system: 'decimal', ordinal: Number(label) }];
  const lower = label.toLowerCase();
  const small = label === lower;
  if (!small && label !== label.toUpperCase()) return [];
  const readings: LabelReading[] = [];
  if (/^[a-z]$/.test(lower)) {
    readings.push({ system: small ? 'letter' : 'LETTER', ordinal: lower.charCodeAt(0) - 96 });
  }
  const number = romans.get(lower);
  if (number !== undefined) readings.push({ system: small ? 'roman' : 'ROMAN', ordinal: number });
  return readings;
}

/** An ordinal as a list of a system would print it: the second letter is `b`; always lower case. */
export function spellOrdinal(system: LabelSystem, ordinal: number): string {
  if (system === 'decimal' || ordinal > 26) return String(ordinal);
  return system.toLowerCase() === 'roman' ? roman(ordinal) : String.fromCharCode(96 + ordinal);
}

/** The address part of a printed label: `(2)` → `2`, `B.` → `b`, `12.2` → `12.2`. */
export function addressPart(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9.]/g, '')
    .replace(/^\.+|\.+$/g, '')
    .replace(/\.{2,}/g, '.');
}

/** The address of a part under its parent, or at the root after a section's letter. */
export function joinAddress(parent: string | null, part: string, section = ''): string {
  return parent === null ? `${section}${part}` : `${parent}.${part}`;
}

/** The address one step up, or null at the root: `2.b.iv` → `2.b`. */
export function parentAddress(address: string): string | null {
  const dot = address.lastIndexOf('.');
  return dot < 0 ? null : address.slice(0, dot);
}

/** All clauses of a tree in document order, each before its children. */
export function flattenClauses<T extends ClauseNode<T>>(roots: readonly T[]): T[] {
  return roots.flatMap((clause) => [clause, ...flattenClauses(clause.children)]);
}
