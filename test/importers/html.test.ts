// A page of HTML as its readers see it.

import { expect, test } from '@jest/globals';
import { decodeFile } from '../../src/importers/decode.js';
import { decodeHtml, isHtml } from '../../src/importers/html.js';

test.each([
  ['blocks are lines, hard wraps are not', '<p>One\n  two</p><div>three</div>', 'One two\n\nthree\n'],
  ['a break ends a line, and no blank line follows', 'One<br>two', 'One\ntwo\n'],
  ['a paragraph of a no-break space is nothing', '<p>a</p><p>&nbsp;</p><p>b</p>', 'a\n\nb\n'],
  ['entities encoded twice are decoded', '<p>&amp;pound;5 &amp;amp; more &amp;#8217;</p>', '£5 & more ’\n'],
  ['an unknown entity stays as it is seen', '<p>&amp;nosuch; &amp;#55296;</p>', '&nosuch; &#55296;\n'],
  ['what is hidden is not seen', '<p>a<span style="display: none">ref:1</span>b<i hidden>c</i></p>', 'ab\n'],
  ['scripts, styles and comments are not seen', '<script>a</script><style>b</style><!-- c --><p>d', 'd\n'],
  ['a head without an end ends where the page begins', '<head><title>a</title><body>b', 'b\n'],
  ['numbers of a list are printed', '<ol start="3"><li>a<li value="7">b<li>c</ol>', '3. a\n\n7. b\n\n8. c\n'],
  ['letters and roman numbers too', '<ol type="a"><li>x<ol type="I"><li>y</ol></ol>', 'a. x\n\n  I. y\n'],
  ['a style goes before the type', '<ol type="a" style="list-style-type:lower-roman"><li>x</ol>', 'i. x\n'],
  ['bullets change with their depth', '<ul><li>a<ul><li>b</ul><li>c</ul>', '• a\n\n  ◦ b\n\n• c\n'],
  ['a list without signs has none', '<ul style="list-style:none"><li>(a) x</ul>', '(a) x\n'],
  ['an empty item prints nothing', '<ul><li></li><li>a</li></ul>', '• a\n'],
  ['a row is a line', '<table><tr><th>A<th>B<tr><td><p>c</p><td><td>d</table>', 'A\tB\nc\t\td\n'],
  [
    'a table that only lays out the page is its lines',
    '<table><tr><td><p>a</p><p>b</p></td></tr></table>',
    'a\n\nb\n',
  ],
  ['preformatted lines stay lines', '<pre>a\n b</pre>', 'a\nb\n'],
  ['what Word hides from others is left out', '<p><![if !x]>1.&nbsp; <![endif]>a</p>', '1.\u00a0 a\n'],
  ['Word tells how deep a paragraph stands', "<p style='mso-list:l0 level2 lfo1'>a</p>", '    a\n'],
  ['NUL is dropped', '<p>a\u0000b</p>', 'ab\n'],
  ['tags that end nothing are no harm', '</div></p><b>a</i></b></ol>', 'a\n'],
])('%s', (_what, source, text) => {
  expect(decodeHtml(source).text).toBe(text);
});

test('the way around a site is told apart from what the page says', () => {
  const { text, asides } = decodeHtml('<nav><a>Home</a></nav><p>Say</p><footer>Foot</footer>');
  expect(asides.map(({ start, end }) => text.slice(start, end))).toEqual(['Home', 'Foot']);
});

test.each([
  ['<!DOCTYPE html><p>x', true],
  ['\n  <div class="a">x</div>', true],
  ['Title<br>\nline<br>\nline<br>', true],
  ['This council notes that a < b and c > d.', false],
  ['1. Use <b> for bold.', false],
])('%j is a page: %j', (text, is) => {
  expect(isHtml(text)).toBe(is);
});

test('a page is recognised by its content and says its encoding itself', () => {
  const page = '<html><meta charset="windows-1252"><p>Caf\u00e9</p></html>';
  expect(decodeFile(Buffer.from(page, 'latin1'))).toMatchObject({
    mediaType: 'text/html',
    text: 'Café\n',
    isGuess: false,
    foreign: null,
  });
  expect(decodeFile(Buffer.from('<?xml version="1.0"?><a/>')).foreign).toBe('XML');
});

test.each([
  ['<div>', ''],
  ['<table><tr><td>', 'x'],
  ['<ol><li>', 'x'],
  ['<b>', 'x'],
  ['</p>', 'x'],
  ['<p ', ''],
  ['&amp;#', ''],
  ['<!--', ''],
  ['<li style="', ''],
  ['<span style="display:none">', ''],
  ['<', ''],
  ['<td>a', ''],
])('a page of %j without an end is read in good time', (tag, words) => {
  const source = (tag + words).repeat(Math.ceil(100_000 / (tag + words).length));
  // Time of the processor, as other tests may keep the machine busy.
  const before = process.cpuUsage();
  decodeHtml(source);
  expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
});
