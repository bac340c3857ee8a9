// The documented queries of schema/examples: one or more per root field, each of them tested.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', 'schema', 'examples');

/** One example: its file's name without ending, and its document. */
export interface Example {
  readonly name: string;
  readonly query: string;
}

/** All examples by name. */
export async function readExamples(): Promise<Example[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.slice(0, -'.graphql'.length),
      query: await readFile(join(folder, file), 'utf8'),
    })),
  );
}

/** The operation the explorer opens with: the first of the first example. */
export async function firstExample(): Promise<string> {
  const text = await readFile(join(folder, 'motion.graphql'), 'utf8');
  return `${text.split('\n\n')[0]}\n`;
}
