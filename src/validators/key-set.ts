// A set of ids that holds 64 bits of each instead of the text, so that millions of them take little memory. Two
// ids of one snapshot share their bits with a chance of less than one in a million at two million ids; what
// DuckDB checks it compares exactly.
const free = 0;

/** Holds ids; `has` is certain about what is not in it. */
export class KeySet {
  #slots = new Uint32Array(2 * 1024);
  #size = 0;

  add(id: string): void {
    if (this.#size * 4 > this.#slots.length) this.#grow();
    this.#size += this.#put(hash(id, 0x811c9dc5), hash(id, 0x01000193) || 1) ? 1 : 0;
  }

  has(id: string): boolean {
    const [high, low] = [hash(id, 0x811c9dc5), hash(id, 0x01000193) || 1];
    const at = this.#find(high, low);
    return this.#slots[at + 1] !== free;
  }

  // The slot that holds these bits, or the free one where they belong.
  #find(high: number, low: number): number {
    const count = this.#slots.length / 2;
    let at = high % count;
    while (this.#slots[2 * at + 1] !== free) {
      if (this.#slots[2 * at] === high && this.#slots[2 * at + 1] === low) break;
      at = (at + 1) % count;
    }
    return 2 * at;
  }

  #put(high: number, low: number): boolean {
    const at = this.#find(high, low);
    const isNew = this.#slots[at + 1] === free;
    this.#slots[at] = high;
    this.#slots[at + 1] = low;
    return isNew;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] !== free) this.#put(Number(before[at]), Number(before[at + 1]));
    }
  }
}

// Multiply and mix, as MurmurHash3 ends: both halves of the bits depend on every character.
function hash(text: string, seed: number): number {
  let h = seed;
  for (let n = 0; n < text.length; n += 1) h = Math.imul(h ^ text.charCodeAt(n), 0x5bd1e995) ^ (h >>> 15);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
