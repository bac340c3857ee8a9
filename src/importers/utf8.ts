// Bytes that are not UTF-8: are they UTF-8 that was damaged, or another encoding? Text in Windows-1252 makes
// well-formed sequences of UTF-8 by accident only, so the more frequent of the two tells.

/** What a scan of bytes found. */
export interface Utf8Scan {
  /** Characters of several bytes that are well formed. */
  wellFormed: number;
  /** Bytes that no character of UTF-8 has there. */
  broken: number;
  /** The line of the first of them. */
  brokenLine: number | null;
}

/** Scans bytes handed over in pieces, in the order of the file. */
export function utf8Scanner(): { scan(bytes: Uint8Array): void; end(): Utf8Scan } {
  const found: Utf8Scan = { wellFormed: 0, broken: 0, brokenLine: null };
  let line = 1;
  let awaited = 0;
  const breakHere = () => {
    found.broken += 1;
    found.brokenLine ??= line;
    awaited = 0;
  };
  const step = (byte: number) => {
    const isTail = (byte & 0xc0) === 0x80;
    if (awaited > 0 && isTail) {
      awaited -= 1;
      if (awaited === 0) found.wellFormed += 1;
      return;
    }
    if (awaited > 0) breakHere();
    if (byte === 0x0a) line += 1;
    if (byte < 0x80) return;
    awaited = tailsOf(byte);
    if (awaited === 0) breakHere();
  };
  return {
    scan: (bytes) => bytes.forEach(step),
    end: () => {
      if (awaited > 0) breakHere();
      return found;
    },
  };
}

/** How many bytes follow the first one of a character; none where it can be no first one. */
function tailsOf(byte: number): number {
  if (byte >= 0xc2 && byte < 0xe0) return 1;
  if (byte >= 0xe0 && byte < 0xf0) return 2;
  return byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
}

/** Whether bytes that are not UTF-8 were so before they were damaged. */
export function wasUtf8({ wellFormed, broken }: Utf8Scan): boolean {
  return broken > 0 && wellFormed > broken;
}
