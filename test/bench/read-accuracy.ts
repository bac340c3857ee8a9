// How well motion text is read: `npm run bench -- read-accuracy [faults]` reads both sets of texts under
// test/importers/motion-text, `accuracy` and `second`, and prints precision and recall of what they state;
// with `faults`, what was not read, or read and is not so.
import type { ParsedMotion } from '../../src/importers/motion-text/document.js';
import { compare, precision, recall, sorts, total } from '../importers/motion-text/accuracy.ts';
import { readTruth, sets, type TrueText } from '../importers/motion-text/truth.ts';
import { hints } from '../importers/motion-text/world.ts';

const built = new URL('../../dist/importers/', import.meta.url).href;

/** Reads every text and prints the table, and how many texts a second were read. */
export async function run([option = '']: string[]): Promise<void> {
  const { decodeFile } = (await import(
    `${built}decode.js`
  )) as typeof import('../../src/importers/decode.js');
  const { parseMotionText } = (await import(
    `${built}motion-text/parse.js`
  )) as typeof import('../../src/importers/motion-text/parse.js');
  const read = (bytes: Uint8Array) => {
    const { text, asides } = decodeFile(bytes);
    return parseMotionText(text, hints, asides).motions;
  };
  for (const set of sets) table(set, readTruth(set), read, option === 'faults');
  const texts = sets.flatMap(readTruth);
  const rounds = 20;
  const began = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const { bytes } of texts) read(bytes);
  const seconds = (performance.now() - began) / 1000;
  console.log(`\n${Math.round((rounds * texts.length) / seconds)} texts a second`);
}

function table(
  set: string,
  texts: readonly TrueText[],
  read: (bytes: Uint8Array) => readonly ParsedMotion[],
  withFaults: boolean,
): void {
  const compared = texts.map(({ name, motions, bytes }) => ({ name, ...compare(motions, read(bytes)) }));
  const whole = compared.filter(({ faults }) => faults.length === 0).length;
  console.log(`\n${set}: ${texts.length} texts, ${whole} of them without any fault`);
  console.log('sort of fact      stated  read  precision  recall');
  for (const sort of sorts) {
    const score = total(compared, sort);
    const shares = [precision(score), recall(score)].map((share) => share.toFixed(3).padStart(9));
    console.log(
      `${sort.padEnd(16)} ${String(score.stated).padStart(7)} ${String(score.read).padStart(5)} ${shares.join('')}`,
    );
  }
  if (!withFaults) return;
  for (const { name, faults } of compared)
    if (faults.length > 0) console.log(`\n${name}\n  ${faults.join('\n  ')}`);
}
