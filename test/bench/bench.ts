// `npm run bench -- <name> [arguments]`: runs one benchmark of this folder.
import { readdir } from 'node:fs/promises';

const names = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith('.ts') && file !== 'bench.ts')
  .map((file) => file.replace(/\.ts$/, ''));
const [name = '', ...rest] = process.argv.slice(2);
if (names.includes(name)) {
  const { run } = (await import(`./${name}.ts`)) as { run: (args: string[]) => Promise<void> };
  await run(rest);
} else {
  console.error(`expected the name of a benchmark (${names.join(', ')}), got ${name || 'nothing'}`);
  process.exitCode = 2;
}
