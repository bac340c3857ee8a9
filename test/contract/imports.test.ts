// Who may import whom (design: one-way flow). Text never flows back, so a reader cannot reach a writer,
// and a library with a strong opinion stays behind the one folder that speaks for it.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';

interface Import {
  file: string;
  from: string;
  /** False for `import type`, which leaves no trace in the running program. */
  isValue: boolean;
}

const mayImport: Record<string, string[]> = {
  domain: [],
  formats: ['domain'],
  store: ['domain'],
  importers: ['domain', 'store'],
  generator: ['domain', 'store'],
  audits: ['domain', 'store'],
  graph: ['domain', 'store', 'formats'],
  exporters: ['domain', 'store', 'formats'],
  web: ['domain', 'store', 'formats'],
  watch: ['store', 'graph', 'config'],
  validators: ['domain', 'exporters'],
  jobs: ['domain', 'formats', 'store', 'importers', 'audits', 'exporters', 'validators', 'config'],
  errors: [],
  config: [],
};
/** These put the house together and may import everything. */
const assemblers = ['cli', 'server', 'contracts'];

/** Libraries that one folder alone may use; `valueOnly` where others may name their types. */
const keepers = [
  { library: /^@mikro-orm\//, folder: 'store', valueOnly: true },
  { library: /^type-graphql$/, folder: 'graph', valueOnly: false },
  { library: /^csv-stringify/, folder: 'formats', valueOnly: false },
  { library: /^@opentelemetry\/(?!api$)/, folder: 'watch', valueOnly: false },
  { library: /^pino$/, folder: 'watch', valueOnly: false },
  { library: /^prom-client$/, folder: 'watch', valueOnly: false },
];

const source = join(import.meta.dirname, '..', '..', 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(source, file), 'utf8')));

function importsOf(file: string, text: string): Import[] {
  const statement =
    /^\s*(?:import|export)\s+(type\s+)?([^'"();]*?\bfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...text.matchAll(statement)].map(([, type, names = '', from, lazy]) => ({
    file,
    from: from ?? lazy ?? '',
    isValue: !type && !/^\{(\s*type\s[^,]+,?)+\s*\}\s*from\s+$/.test(names),
  }));
}

/** The folder of src that a file belongs to; `cli.ts` and `cli/serve.ts` are both `cli`. */
function folderOf(file: string): string {
  return file.split(/[\\/]/)[0]?.replace(/\.tsx?$/, '') ?? '';
}

function targetOf({ file, from }: Import): string | undefined {
  return from.startsWith('.')
    ? folderOf(relative(source, join(source, dirname(file), from)).replace(/\.js$/, ''))
    : undefined;
}

function isAllowed(folder: string, target: string): boolean {
  if (folder === target || target === 'errors' || assemblers.includes(folder)) return true;
  return mayImport[folder]?.includes(target) ?? false;
}

test('an import is found in every way it can be written', () => {
  const text = [
    "import 'a';",
    "import { b } from 'b';",
    "import type { c } from 'c';",
    "import { type d } from 'd';",
    'import {',
    '  type e,',
    "  f } from 'e';",
    "export { g } from 'g';",
    "  const h = await import('h');",
    "// a comment that says from 'nowhere'",
  ].join('\n');
  const found = importsOf('x.ts', text).map(({ from, isValue }) => [from, isValue]);
  expect(found).toEqual([
    ['a', true],
    ['b', true],
    ['c', false],
    ['d', false],
    ['e', true],
    ['g', true],
    ['h', true],
  ]);
});

test('a file imports only from the folders that its own folder may know', () => {
  const wrong = imports.filter((one) => {
    const target = targetOf(one);
    return target !== undefined && !isAllowed(folderOf(one.file), target);
  });
  expect(wrong).toEqual([]);
  expect(imports.length).toBeGreaterThan(20);
});

test('every folder of src has its place in the table', () => {
  const known = [...Object.keys(mayImport), ...assemblers];
  expect([...new Set(files.map(folderOf))].filter((folder) => !known.includes(folder))).toEqual([]);
});

test.each(keepers)('only $folder/ imports $library', ({ library, folder, valueOnly }) => {
  const wrong = imports.filter(
    (one) => library.test(one.from) && folderOf(one.file) !== folder && (one.isValue || !valueOnly),
  );
  expect(wrong).toEqual([]);
});

test('no folders import each other in a circle', () => {
  const edges = new Map<string, Set<string>>();
  for (const one of imports) {
    const target = targetOf(one);
    const from = folderOf(one.file);
    if (target && target !== from) edges.set(from, (edges.get(from) ?? new Set()).add(target));
  }
  const circles: string[] = [];
  const visit = (folder: string, path: string[]) => {
    if (path.includes(folder)) circles.push([...path, folder].join(' → '));
    else for (const next of edges.get(folder) ?? []) visit(next, [...path, folder]);
  };
  for (const folder of edges.keys()) visit(folder, []);
  expect(circles).toEqual([]);
});

test('the environment is read by config alone', () => {
  const readers = files.filter((file) => /process\.env\b/.test(readFileSync(join(source, file), 'utf8')));
  // The command line hands the environment to config; nobody else needs to know that there is one.
  expect(readers.filter((file) => !['config', 'cli'].includes(folderOf(file)))).toEqual([]);
});
