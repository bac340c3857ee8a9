// How fast motion text is read, by shape: `npm run bench -- read-motion [characters]` prints seconds per MB
// (a million characters), the median of three, for a text that repeats each shape.
import { shapes } from '../importers/motion-text/shapes.ts';

const built = new URL('../../dist/importers/motion-text/parse.js', import.meta.url).href;

/** Reads a long text of each shape and prints how long that took. */
export async function run([characters = '300000']: string[]): Promise<void> {
  const { parseMotionText } = (await import(
    built
  )) as typeof import('../../src/importers/motion-text/parse.js');
  for (const shape of shapes) {
    const text = shape.repeat(Math.ceil(Number(characters) / shape.length));
    const seconds = [1, 2, 3].map(() => {
      const began = performance.now();
      parseMotionText(text, { councils: [], reviews: [] });
      return (performance.now() - began) / 1000;
    });
    const middle = seconds.sort((a, b) => a - b)[1] ?? Number.NaN;
    console.log(
      `${((middle * 1_000_000) / text.length).toFixed(2).padStart(6)} s/MB  ${JSON.stringify(shape)}`,
    );
  }
}
