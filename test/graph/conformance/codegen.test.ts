// What a client's code generator makes of the contract and the examples: typed documents with their hashes,
// as strict TypeScript accepts them.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildASTSchema, type DocumentNode, Kind, parse } from 'graphql';
import { readExamples } from '../../../src/graph/examples.js';
import { readPersisted } from '../../../src/graph/persisted.js';
import { printGraphSchema } from '../../../src/graph/schema.js';

const run = promisify(execFile);
const examples = await readExamples();
const schema = parse(printGraphSchema());

let folder: string;

beforeAll(async () => {
  // Inside the project, where the generated code finds the package of typed documents.
  await mkdir('node_modules/.cache', { recursive: true });
  folder = await mkdtemp(resolve('node_modules/.cache/codegen-'));
  const documents = examples.map(({ name, query }) => ({
    location: `${name}.ts`,
    rawSDL: query,
    document: parse(query),
  }));
  const files = await preset.buildGeneratesSection({
    baseOutputDir: `${folder}/`,
    schema,
    schemaAst: buildASTSchema(schema),
    documents,
    config: { scalars: { Date: 'string', DateTime: 'string', URI: 'string' }, strictScalars: true },
    presetConfig: { persistedDocuments: true },
    plugins: [],
    pluginMap: {},
  });
  for (const file of files) {
    await mkdir(dirname(file.filename), { recursive: true });
    await writeFile(file.filename, await codegen(file));
  }
}, 120_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const operationsOf = ({ definitions }: DocumentNode): string[] =>
  definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value ?? ''] : []));

async function compile(file: string, text: string): Promise<string> {
  await writeFile(join(folder, file), text);
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'es2023',
        module: 'esnext',
        moduleResolution: 'bundler',
        skipLibCheck: false,
        types: [],
      },
      files: [file],
    }),
  );
  const compiler = resolve('node_modules/typescript/bin/tsc');
  return run(process.execPath, [compiler, '-p', folder]).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  );
}

const use = (field: string) => `import type { SouthwarkMotionQuery } from './graphql.js';
export * from './gql.js';
export const title = (answer: SouthwarkMotionQuery): string | null | undefined => answer.motion?.${field};
`;

test('the generated code is strict TypeScript', async () => {
  expect(await compile('use.ts', use('title'))).toBe('');
}, 60_000);

test('a field the document does not ask for is no part of its type', async () => {
  expect(await compile('misuse.ts', use('note'))).toContain('note');
}, 60_000);

test('every operation is a document that can be asked for by its hash', async () => {
  const kept: Record<string, string> = JSON.parse(
    await readFile(join(folder, 'persisted-documents.json'), 'utf8'),
  );
  const names = Object.values(kept).flatMap((text) => operationsOf(parse(text)));
  expect(names.sort()).toEqual(examples.flatMap(({ query }) => operationsOf(parse(query))).sort());
  const [[hash, text] = ['', '']] = Object.entries(kept);
  expect(hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
  const served = await readPersisted();
  for (const [id, document] of Object.entries(kept)) expect(served.get(id)).toBe(document);
});
