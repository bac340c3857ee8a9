// Entities that a system encoded twice, so that a browser would show `&nbsp;` to its reader.

const named: Record<string, string> = {
  amp: '&',
  apos: "'",
  bull: '•',
  euro: '€',
  gt: '>',
  hellip: '…',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: '\u00a0',
  ndash: '–',
  pound: '£',
  quot: '"',
  rdquo: '”',
  rsquo: '’',
  sect: '§',
  shy: '',
};

/** The words without a second layer of entities, and without NUL, which no store can hold. */
export function plainWords(words: string): string {
  const plain = words.includes('\u0000') ? words.replaceAll('\u0000', '') : words;
  if (!plain.includes('&')) return plain;
  return plain.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    return character(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)) ?? whole;
  });
}

function character(code: number): string | null {
  const isText = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isText ? String.fromCodePoint(code) : null;
}
