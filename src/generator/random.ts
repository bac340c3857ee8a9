// Chance that comes out the same every time: a stream of numbers from the words it is named by, so that each
// motion is made alike whatever was made before it.

/** A stream of chosen numbers. */
export interface Random {
  /** From 0 up to 1, without 1. */
  next(): number;
  /** A whole number from 0 up to `limit`, without it. */
  below(limit: number): number;
  /** Whether something happens that happens in this share of cases. */
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** The stream named by these words and numbers. */
export function random(...name: readonly (string | number)[]): Random {
  let state = hash(name.join(' '));
  // Mulberry32, a generator of 32 bits of state that passes the usual tests.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: <T>(from: readonly T[]) => {
      if (from.length === 0) throw new RangeError('expected something to pick from');
      return from[below(from.length)] as T;
    },
  };
}

// FNV-1a.
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let n = 0; n < text.length; n += 1) value = Math.imul(value ^ text.charCodeAt(n), 0x01000193);
  return value;
}
