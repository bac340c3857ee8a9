// Reading what no council printed: `npm run bench -- fuzz-motions [runs] [seed]` cuts, doubles, shuffles,
// re-encodes, nests and lengthens the test texts, as text and as HTML, and counts what goes wrong: a throw, more
// than two seconds of processor time for a million characters (of texts long enough to tell), or text lost.
// Ten million characters of each strange shape are told one by one. The same seed makes the same texts.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { lost } from '../importers/motion-text/lost.ts';
import { shapes } from '../importers/motion-text/shapes.ts';
import { readTruth, sets } from '../importers/motion-text/truth.ts';
import { hints } from '../importers/motion-text/world.ts';

const built = new URL('../../dist/importers/', import.meta.url).href;
const texts = new URL('../importers/motion-text/texts/', import.meta.url);
const known = [
  ...sets.flatMap(readTruth).map(({ bytes }) => Buffer.from(bytes)),
  ...readdirSync(texts)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => readFileSync(new URL(name, texts))),
];
const longest = 10_000_000;

const hostile = [
  '<div>'.repeat(50_000),
  `${'<ul><li>x'.repeat(20_000)}`,
  `<table>${'<tr><td>Cllr A B<td>x'.repeat(20_000)}`,
  '<p hidden>'.repeat(10_000),
  `<!-- ${'-'.repeat(100_000)}`,
  '&amp;amp;'.repeat(50_000),
  '<p>&#0;&#xD800;&#x110000;&nbsp;&amp;nbsp;This Council notes:</p>',
  '<script>This Council notes:</script><p>This Council resolves to go.</p>',
  `<p ${'a="b" '.repeat(30_000)}>This Council notes:</p>`,
  '\u0000\ufeff\u200b\u202eThis Council notes:\n1. x',
];

const filled = (shape: string) => shape.repeat(Math.ceil(longest / shape.length)).slice(0, longest);
/** Texts as long as any that is read, by what is strange about them. */
const long: Record<string, () => string> = {
  'one motion doubled to 10 MB': () => filled(String(known[0])),
  'one enormous paragraph': () => `This Council notes that ${filled('the rain fell on the town and ')}.`,
  '100,000 tiny clauses': () =>
    `Council notes:\n${Array.from({ length: 100_000 }, (_, at) => `(${(at % 99) + 1}) To do ${at}.\n`).join('')}`,
  'labels nested ever deeper': () => filled('1. x:\n(a) y:\n(i) z:\n- u:\no v:\nA. w:\n'),
  'lists of HTML in lists': () => filled('<ol><li>This Council notes:'),
  'tables in tables': () => filled('<table><tr><td>Cllr A B<td>x'),
  'paragraphs of HTML': () => filled('<p>This Council resolves to go.</p>'),
  'entities encoded many times': () => filled('&amp;amp;amp;nbsp;'),
  'a comment that never ends': () => `<p>Council</p><!--${filled('-')}`,
  'attributes without end': () => `<p ${filled('a="b" ')}`,
};

type Change = (bytes: Buffer, at: number, to: number) => Buffer;
const asText = (change: (so: string, at: number, to: number) => string): Change => {
  return (bytes, at, to) => Buffer.from(change(bytes.toString('utf8'), at, to));
};
const split = (
  sign: string | RegExp,
  change: (parts: string[], at: number, to: number) => string[],
): Change =>
  asText((so, at, to) => {
    const parts = so.split(sign);
    return change(parts, at % parts.length, to % parts.length).join(typeof sign === 'string' ? sign : '');
  });
const double = (parts: string[], at: number) => [...parts.slice(0, at), parts[at] ?? '', ...parts.slice(at)];
const move = (parts: string[], at: number, to: number) => {
  const rest = parts.filter((_, index) => index !== at);
  return [...rest.slice(0, to), parts[at] ?? '', ...rest.slice(to)];
};
const changes: Record<string, Change> = {
  cutBytes: (bytes, at, to) => bytes.subarray(Math.min(at, to) % bytes.length),
  cutLine: split('\n', (parts, at) => parts.filter((_, index) => index !== at)),
  doubleLine: split('\n', double),
  moveLine: split('\n', move),
  moveTag: split(/(?=<)/, move),
  doubleTag: split(/(?=<)/, double),
  joinLines: split('\n', (parts, at) => [
    ...parts.slice(0, at),
    `${parts[at]} ${parts[at + 1] ?? ''}`,
    ...parts.slice(at + 2),
  ]),
  latin: (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  wide: (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString('utf8'), 'utf16le')]),
  flipByte: (bytes, at, to) => {
    const so = Buffer.from(bytes);
    so[at % so.length] = to % 256;
    return so;
  },
  inList: asText((so, at) => `${'<div><ul><li>'.repeat(1 + (at % 300))}${so}`),
  indent: asText((so) => so.replace(/^/gm, '\t\u00a0 ')),
};
const names = Object.keys(changes);

interface Made {
  from: number;
  steps: [number, number, number][];
  times: number;
}

const made: fc.Arbitrary<Made> = fc.record({
  from: fc.nat(known.length - 1),
  steps: fc.array(fc.tuple(fc.nat(names.length - 1), fc.nat(100_000), fc.nat(100_000)), { maxLength: 8 }),
  times: fc.oneof(
    { weight: 30, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: 300 }) },
  ),
});

function make({ from, steps, times }: Made): Buffer {
  let bytes: Buffer = known[from] ?? Buffer.alloc(0);
  for (const [which, at, to] of steps) {
    if (bytes.length === 0) break;
    bytes = changes[names[which] ?? '']?.(bytes, at, to) ?? bytes;
  }
  return Buffer.concat(Array<Buffer>(times).fill(bytes)).subarray(0, longest);
}

/** Reads as many made texts as asked for, each hostile page, and ten million characters of each shape. */
export async function run([runs = '2000', seed = '1']: string[]): Promise<void> {
  const { decodeFile } = (await import(
    `${built}decode.js`
  )) as typeof import('../../src/importers/decode.js');
  const { parseMotionText } = (await import(
    `${built}motion-text/parse.js`
  )) as typeof import('../../src/importers/motion-text/parse.js');
  const count = { texts: 0, characters: 0, threw: 0, slow: 0, lost: 0 };
  let slowest = 0;
  const read = (bytes: Uint8Array, what: string): number => {
    let rate = 0;
    count.texts += 1;
    const before = process.cpuUsage();
    try {
      const { text: visible, asides } = decodeFile(bytes);
      const document = parseMotionText(visible, hints, asides);
      const used = process.cpuUsage(before);
      rate = (used.user + used.system) / Math.max(bytes.length, 1);
      count.characters += visible.length;
      if (bytes.length > 200_000) slowest = Math.max(slowest, rate);
      if (bytes.length > 200_000 && rate > 2) {
        count.slow += 1;
        console.log(`slow, ${rate.toFixed(1)} s/MB: ${what}`);
      }
      const left = lost(visible, document);
      if (left !== '') {
        count.lost += 1;
        console.log(`lost ${JSON.stringify(left.slice(0, 60))}: ${what}`);
      }
    } catch (error) {
      count.threw += 1;
      console.log(`threw ${error instanceof Error ? error.message : error}: ${what}`);
    }
    return rate;
  };
  const told = (rate: number, what: string) => {
    const memory = Math.round(process.memoryUsage().rss / 1_000_000);
    console.log(`${rate.toFixed(2).padStart(6)} s/MB ${String(memory).padStart(5)} MB  ${what}`);
  };
  const samples = fc.sample(made, { numRuns: Number(runs), seed: Number(seed) });
  for (const sample of samples) read(make(sample), JSON.stringify(sample));
  for (const page of hostile) read(Buffer.from(page), JSON.stringify(page.slice(0, 40)));
  console.log('processor time and memory for ten million characters of each shape');
  for (const shape of shapes)
    told(read(Buffer.from(filled(shape)), JSON.stringify(shape)), JSON.stringify(shape));
  for (const [what, text] of Object.entries(long)) told(read(Buffer.from(text()), what), what);
  console.log(
    `${count.texts} texts of ${Math.round(count.characters / 1_000_000)} million characters, seed ${seed}: ` +
      `${count.threw} threw, ${count.slow} over 2 s/MB (slowest ${slowest.toFixed(1)}), ${count.lost} lost text, ` +
      `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at the peak`,
  );
  if (count.threw + count.lost > 0) process.exitCode = 1;
}
