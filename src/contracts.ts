// Every generated contract under schema/, in one list: what the command writes is what the contract test
// compares with the committed files, so the two cannot disagree.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { publishedTables } from './exporters/table.js';
import { tableSchema } from './exporters/table-schema.js';
import { seedSchemas } from './importers/seeds/schema.js';
import { printCatalogue } from './store/catalogue.js';

// Folders in which every file is generated: whatever else stands there is left over. The example
// queries beside them are written by hand.
const generatedFolders = ['tables', 'seeds'];

/** Every contract by its path under schema/, made from the code and a migrated database. */
export async function contracts(url: string): Promise<Map<string, string>> {
  // Loaded here only: type-graphql takes a second that no other user of this file should wait for.
  const { printGraphSchema } = await import('./graph/schema.js');
  return new Map([
    ['database.sql', await printCatalogue(url)],
    ['schema.graphql', printGraphSchema()],
    ...publishedTables.map(
      (table) =>
        [
          `tables/${table.name}.json`,
          json({ name: table.name, description: table.about, ...tableSchema(table) }),
        ] as const,
    ),
    ...Object.entries(seedSchemas()).map(([file, schema]) => [`seeds/${file}`, json(schema)] as const),
  ]);
}

/** The contracts as they are committed, by path under the folder. */
export async function committedContracts(folder: string): Promise<Map<string, string>> {
  const paths = ['database.sql', 'schema.graphql'];
  for (const name of generatedFolders) {
    const files = await readdir(join(folder, name)).catch(() => []);
    paths.push(...files.map((file) => `${name}/${file}`));
  }
  const found = new Map<string, string>();
  for (const path of paths) {
    const text = await readFile(join(folder, path), 'utf8').catch(() => undefined);
    if (text !== undefined) found.set(path, text);
  }
  return found;
}

/** Brings a folder of contracts up to date and returns the paths it wrote or removed. */
export async function writeContracts({ url, folder }: { url: string; folder: string }): Promise<string[]> {
  const wanted = await contracts(url);
  const found = await committedContracts(folder);
  const stale = [...found.keys()].filter((path) => !wanted.has(path));
  for (const path of stale) await rm(join(folder, path));
  const changed = [...wanted].filter(([path, text]) => found.get(path) !== text);
  for (const [path, text] of changed) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return [...changed.map(([path]) => path), ...stale].sort();
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
