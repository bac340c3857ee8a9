// Whatever a text looks like, reading it never throws, and no word of it is lost: every non-blank
// character is in a clause, in a recognised field or in unplaced[].

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { flattenClauses } from '../../../src/domain/clause-tree.js';
import { decodeHtml } from '../../../src/importers/html.js';
import type { ParsedDocument, Span } from '../../../src/importers/motion-text/document.js';
import { parseMotionText } from '../../../src/importers/motion-text/parse.js';
import { lost } from './lost.js';
import { shapes } from './shapes.js';
import { hints } from './world.js';

const folder = new URL('texts/', import.meta.url);
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** The text with blanks where a field stands: a page number may stand within a clause. */
function withoutFields(text: string, { fields }: ParsedDocument): string {
  const signs = text.split('');
  for (const { start, end } of fields) signs.fill(' ', start, end);
  return signs.join('');
}

function check(text: string, asides: readonly Span[] = []): void {
  const read = parseMotionText(text, hints, asides);
  expect(lost(text, read)).toBe('');
  const ofClauses = withoutFields(text, read);
  for (const motion of read.motions) {
    const clauses = flattenClauses(motion.clauses);
    expect(new Set(clauses.map(({ address }) => address)).size).toBe(clauses.length);
    for (const { text: wording, span } of clauses) {
      const said = (part: string) => part.replace(/\s+/g, '');
      expect(said(ofClauses.slice(span.start, span.end))).toContain(said(wording).slice(0, 20));
    }
    for (const { clause, quote } of [...motion.asks, ...motion.citations]) {
      const wording = clauses.find(({ address }) => address === clause)?.text ?? '';
      expect(quote.start >= 0 && quote.start < quote.end && quote.end <= wording.length).toBe(true);
    }
  }
}

const someLines = fc.constantFrom(...texts).chain((text) => {
  const lines = text.split('\n');
  return fc
    .array(
      fc.record({
        how: fc.constantFrom('cut', 'double', 'move', 'halve', 'indent', 'join'),
        at: fc.nat(lines.length - 1),
        to: fc.nat(lines.length - 1),
      }),
      { maxLength: 12 },
    )
    .map((changes) => changes.reduce(change, lines).join('\n'));
});

function change(lines: string[], { how, at, to }: { how: string; at: number; to: number }): string[] {
  const line = lines[at] ?? '';
  if (how === 'cut') return lines.filter((_, index) => index !== at);
  if (how === 'double') return [...lines.slice(0, at), line, ...lines.slice(at)];
  if (how === 'halve') return lines.map((one, index) => (index === at ? one.slice(0, one.length / 2) : one));
  if (how === 'indent') return lines.map((one, index) => (index === at ? `\t\u00a0 ${one}` : one));
  if (how === 'join') return lines.map((one, index) => (index === at ? `${one} ${lines[to] ?? ''}` : one));
  return [
    ...lines.filter((_, index) => index !== at).slice(0, to),
    line,
    ...lines.filter((_, index) => index !== at).slice(to),
  ];
}

test('the test texts lose nothing', () => {
  for (const text of texts) check(text);
});

test('the dash of a page break within a repeated clause is not lost', () => {
  const clause =
    '- c. Request that the committee consider how it can follow the progress made\n- in the streets.';
  check(`${clause}\nAgreed by Cabinet on 9 April 2024\n- 1. This council notes:\n${clause}`);
});

test('cut, doubled, moved, halved and joined lines lose nothing', () => {
  fc.assert(
    fc.property(someLines, (text) => check(text)),
    { numRuns: 400 },
  );
});

test('strange text is read without a fault', () => {
  const scraps = fc.constantFrom(
    '1.',
    '(a)',
    'ii)',
    '- ',
    'o ',
    '§ ',
    '\u00a0',
    '\f',
    '\r\n',
    '\n',
    ':',
    'Council notes',
    'resolves to',
    'For 3, against 4',
    'Cllr A B',
    '12.2 ',
    '\u{1f600}',
    '31 February 2024',
    'RESOLVED',
    'Amendment A lost',
    'Page 1',
    '\ufeff',
    'This includes:',
  );
  const strange = fc
    .array(fc.oneof(scraps, fc.string({ unit: 'grapheme' })), { maxLength: 60 })
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(strange, (text) => check(text)),
    { numRuns: 400 },
  );
});

const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.htm'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));

test('pages cut, doubled and shuffled by their tags lose nothing that is seen', () => {
  const somePage = fc.constantFrom(...pages).chain((page) => {
    const parts = page.split(/(?=<)/);
    return fc
      .array(fc.tuple(fc.nat(parts.length - 1), fc.nat(parts.length - 1)), { maxLength: 15 })
      .map((swaps) =>
        swaps
          .reduce(
            (list, [from, to]) => [...list.slice(0, to), list[from] ?? '', ...list.slice(to + (from % 2))],
            parts,
          )
          .join(''),
      );
  });
  const checkPage = (page: string) => {
    const { text, asides } = decodeHtml(page);
    check(text, asides);
  };
  for (const page of pages) checkPage(page);
  fc.assert(fc.property(somePage, checkPage), { numRuns: 300 });
});

test('a table nested in tables without end is read to its last cell', () => {
  const { text } = decodeHtml('<table><tr><td>Cllr A B<td>x'.repeat(140_000));
  expect(text.split('\n').filter((line) => line.startsWith('Cllr A B'))).toHaveLength(140_000);
});

test('a text with more lines than any paper is read as far as papers go, and the rest is told', () => {
  const read = parseMotionText(`Council notes:\n${'1. x\n'.repeat(50_001)}`, hints);
  expect(read.doubts.filter(({ code }) => code === 'TEXT_TOO_LONG')).toMatchObject([{ line: 50_001 }]);
  expect(read.unplaced.at(-1)?.text).toBe('1. x\n1. x');
});

test('a long text of any one shape is read, and nothing of it is lost', () => {
  for (const shape of shapes) check(shape.repeat(Math.ceil(30_000 / shape.length)));
});
