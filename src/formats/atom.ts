// An Atom feed (RFC 4287) as text. Ids are made of hashes, so that they stay the same wherever and at whatever
// address the feed is published.
import { createHash } from 'node:crypto';

/** A link of a feed or an entry. */
export interface AtomLink {
  readonly rel: 'self' | 'alternate' | 'related';
  readonly type: string;
  readonly href: string;
}

/** One entry; `key` is what its id is made of, and never changes for the same thing. */
export interface AtomEntry {
  readonly key: string;
  readonly title: string;
  /** An ISO instant. */
  readonly at: string;
  readonly links: readonly AtomLink[];
  readonly summary: string;
}

/** A feed with its entries, newest first. */
export interface AtomFeed {
  readonly key: string;
  readonly title: string;
  readonly subtitle: string;
  /** An ISO instant. */
  readonly updated: string;
  readonly author: string;
  readonly links: readonly AtomLink[];
  readonly entries: readonly AtomEntry[];
}

/** The text of a feed. */
export function atomFeed({ key, title, subtitle, updated, author, links, entries }: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `  <id>${uuid(key)}</id>`,
    `  <title>${escaped(title)}</title>`,
    `  <subtitle>${escaped(subtitle)}</subtitle>`,
    `  <updated>${updated}</updated>`,
    `  <author><name>${escaped(author)}</name></author>`,
    ...links.map((each) => `  ${link(each)}`),
    ...entries.map(entry),
    '</feed>',
    '',
  ].join('\n');
}

function entry({ key, title, at, links, summary }: AtomEntry): string {
  return [
    '  <entry>',
    `    <id>${uuid(key)}</id>`,
    `    <title>${escaped(title)}</title>`,
    `    <published>${at}</published>`,
    `    <updated>${at}</updated>`,
    ...links.map((each) => `    ${link(each)}`),
    `    <summary>${escaped(summary)}</summary>`,
    '  </entry>',
  ].join('\n');
}

const link = ({ rel, type, href }: AtomLink) =>
  `<link rel="${rel}" type="${escaped(type)}" href="${escaped(href)}"/>`;

// A UUID of version 8: one whose bits are of our own making, here a hash.
function uuid(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return `urn:uuid:${[...parts, hash.slice(20, 32)].join('-')}`;
}

// XML 1.0 has no way at all to write most control characters, so they are left out.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that XML cannot hold
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text as XML can hold it, between tags and in attributes. */
export function escaped(text: string): string {
  return text
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
