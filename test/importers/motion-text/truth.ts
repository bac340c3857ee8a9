// What is right about the texts of `accuracy/` and `second/`, stated by hand before any of them was read: the
// council's names, dates and decisions, and each clause by its address, label, kind and the words it begins and
// ends with. The second set was written when the reader had learnt all that the first one shows.

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The sets of texts, by the name of their folder. */
export const sets = ['accuracy', 'second'] as const;

/** A clause as it should be read; `…` in its words stands for what lies between. */
export interface TrueClause {
  address: string;
  label: string | null;
  kind: string;
  words: string;
}

type Names = Partial<Record<'mover' | 'seconder' | 'presenter', string>>;
type Sides<T> = Partial<Record<'for' | 'against' | 'abstain' | 'not_voting' | 'absent', T>>;

/** A decision and the votes on it. */
export interface TrueFate {
  movers?: Names;
  outcome?: string;
  votes?: Sides<number>;
  recorded?: Sides<string[]>;
}

export interface TrueMotion extends TrueFate {
  title?: string | null;
  /** The end of the council's id, where the world of the texts has it. */
  council?: string;
  kind?: string;
  body?: string;
  date?: string;
  mode?: string;
  /** The themes of the acts asked for, by the address of their clause; the words of the whole motion tell. */
  themes?: Record<string, string>;
  amendments?: (TrueFate & { label?: string; text?: string })[];
  clauses: TrueClause[];
}

/** One text, as bytes, with what is right about it. */
export interface TrueText {
  name: string;
  shape: string;
  bytes: Uint8Array;
  motions: TrueMotion[];
}

/** The texts of one set, by name. */
export function readTruth(set: (typeof sets)[number]): TrueText[] {
  const folder = new URL(`${set}/`, import.meta.url);
  const files = readdirSync(folder).sort();
  return files
    .filter((file) => !file.endsWith('.yaml'))
    .map((file) => {
      const name = file.replace(/\.\w+$/, '');
      const { shape, motions } = parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'));
      const withClauses = (motion: { clauses: string }) => ({
        ...motion,
        clauses: clausesOf(motion.clauses),
      });
      return { name, shape, bytes: readFileSync(new URL(file, folder)), motions: motions.map(withClauses) };
    });
}

function clausesOf(lines: string): TrueClause[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [address = '', label = '', kind = '', ...words] = line.split('|').map((part) => part.trim());
      return { address, label: label || null, kind, words: words.join('|') };
    });
}
