// Follow one clause through the house. Southwark’s clause 2.b.iv asks for a change in the law on dismissing
// officers. It begins here as lines of text, becomes part of a tree, meets the clause that the seeds already
// hold, and is then read by three readers: a program that asks the graph, a person who opens the page, and a
// spreadsheet that opens the CSV. What they are told must be the same. Each test is the next step.
//
// Read beside it: src/importers/motion-text/parse.ts → src/domain/position.ts → src/graph, src/web, src/exporters.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import { importFiles } from '../src/importers/import-files.js';
import type { ParsedClause } from '../src/importers/motion-text/document.js';
import { parseMotionText } from '../src/importers/motion-text/parse.js';
import { publish } from '../src/jobs/publish.js';
import { seededDatabase, type TestDatabase } from './support/database.js';
import { type Serving, serving } from './web/serving.js';

// The wording is ours. The shape is that of the council’s page: a converter left dashes before the letters,
// and the first part of 2.b lost its “i.”.
const page = `Safer Southwark Communities

Southwark Council
Council Assembly
22 March 2023

1. Council Assembly notes:
- a. The findings of the Baroness Casey Review into the Metropolitan Police Service.
- b. Residents deserve a police service that they can trust.

- 2. Council Assembly resolves:
- a. That every councillor signs one letter asking for the recommendations to be carried out in full.
- b. To ask the Leader and Cabinet to:
   keep challenging the police service to work with the people it serves.
   ii. keep and strengthen the young advisers who train officers.
   iii. build on their work with other groups.
   iv. write to the Home Secretary asking for a change in the law, so that officers guilty of gross misconduct are dismissed.
   v. work with other councils to the same end.

The motion was carried.
`;
const wording =
  'write to the Home Secretary asking for a change in the law, so that officers guilty of gross misconduct are dismissed.';

const council = 'council/southwark';
const recommendation = 'recommendation/casey-2023/commissioner-powers';
const motion = 'motion/southwark/2023-03-22/safer-southwark-communities';
const clause = 'clause/southwark/2023-03-22/safer-southwark-communities/2.b.iv';

let database: TestDatabase;
let server: Serving;
let folder: string;

beforeAll(async () => {
  database = await seededDatabase();
  server = await serving(database.url);
  folder = await mkdtemp(join(tmpdir(), 'open-motions-walkthrough-'));
});

afterAll(async () => {
  await server?.close();
  await database?.drop();
  await rm(folder, { recursive: true });
});

test('1. the text becomes a tree in which the clause has its place', () => {
  const { motions } = parseMotionText(page, { councils: [] });
  const [found] = all(motions[0]?.clauses ?? []).filter(({ address }) => address === '2.b.iv');
  expect(found).toMatchObject({ label: 'iv.', text: wording });
  // Nothing of its place was guessed, though its eldest brother’s label was.
  expect(found?.inferred).not.toContain('address');
  const [eldest] = all(motions[0]?.clauses ?? []).filter(({ address }) => address === '2.b.i');
  expect(eldest).toMatchObject({ label: null, inferred: expect.arrayContaining(['address']) });
});

test('2. imported, it meets the clause that the seeds hold, and brings its wording', async () => {
  const file = join(folder, 'southwark.txt');
  await writeFile(file, page);
  const job = { url: database.url, files: [file], council: 'southwark', dryRun: false };
  const { report } = await importFiles({ ...job, licence: 'ogl-uk-3.0' });
  expect(report.files[0]?.result).toContain(`attached to ${motion}`);
  const { rows } = await server.store.pool.query('SELECT * FROM clause WHERE id = $1', [clause]);
  expect(rows).toHaveLength(1);
  // The summary was written by a person before, and is kept.
  expect(rows[0]).toMatchObject({ address: '2.b.iv', text: wording, summary: expect.any(String) });
});

test('3. the graph answers the clause, what it asks, and the position that rests on it', async () => {
  const { clause: told, cell } = await askGraph();
  expect(told).toMatchObject({ id: clause, address: '2.b.iv', text: wording });
  expect(told.parent).toEqual({ address: '2.b' });
  expect(told.asks[0]).toMatchObject({ verb: 'WRITE_TO', addressee: { name: 'Home Secretary' } });
  expect(cell).toMatchObject({
    evidenceState: 'FOUND',
    position: { direction: 'SUPPORTS', basis: 'PARAPHRASED', strength: 'DIRECTS_OWN_BODY' },
  });
  expect(cell.position.evidence[0]).toMatchObject({
    clause: { id: clause },
    event: { stage: 'DECIDED_BY_EXECUTIVE', outcome: 'CARRIED', occurredOn: '2023-06-13' },
  });
});

test('4. the page opens its cell on the same clause, decision and source', async () => {
  const { clause: told, cell } = await askGraph();
  const read = await readPanel();
  expect(read).toContain('Southwark supports this recommendation in its own words.');
  expect(read).toContain('Clause 2.b.iv printed “iv.”');
  expect(read).toContain(told.summary);
  expect(read).toContain(wording);
  expect(read).toContain('Decision: carried, Cabinet, 13 June 2023.');
  expect(read).toContain(cell.position.evidence[0]?.source.title);
  // The page rests the position on the clauses that the graph lists, in the same order.
  const shown = /data-weight="position".*?(?=data-weight|$)/s.exec(await panelHtml())?.[0] ?? '';
  const clauses = [...shown.matchAll(/<li data-clause="([^"]*)"/g)].map(([, id]) => id);
  expect(clauses).toEqual(cell.position.evidence.map((each) => each.clause.id));
});

test('5. the published CSV has it in a row, word for word', async () => {
  await publish({ url: database.url, exportsDir: server.exportsDir });
  const { clause: told, cell } = await askGraph();
  const [row] = (await readCsv('clauses')).filter(({ id }) => id === clause);
  expect(row).toMatchObject({
    motion_id: motion,
    address: told.address,
    summary: told.summary,
    text: wording,
  });
  const [flat] = (await readCsv('flat_positions')).filter(
    (each) => each.council_id === council && each.recommendation_id === recommendation,
  );
  const { direction, basis, strength, scope, evidence } = cell.position;
  expect(flat).toMatchObject({
    evidence_state: 'found',
    direction: direction.toLowerCase(),
    basis: basis.toLowerCase(),
    strength: strength.toLowerCase(),
    scope: scope.toLowerCase(),
    evidence_count: String(evidence.length),
    clause_id: clause,
    clause_summary: told.summary,
    source_title: evidence[0]?.source.title,
  });
});

test('6. the file that a stranger downloads is that file', async () => {
  const response = await fetch(`${server.address}/data/latest/csv/clauses.csv`);
  expect(response.status).toBe(200);
  const rows: Record<string, string>[] = parseCsv(await response.text(), { columns: true });
  expect(rows.find(({ id }) => id === clause)?.text).toBe(wording);
});

test('7. the clause’s own id leads to its place in its motion, where it says the same', async () => {
  const { clause: told } = await askGraph();
  const response = await fetch(`${server.address}/${clause}`);
  const html = await response.text();
  expect(response.url).toBe(`${server.address}/${motion}`);
  const start = html.indexOf(`id="${told.address}"`);
  const place = html.slice(start, html.indexOf('data-clause="', html.indexOf('data-clause="', start) + 1));
  expect(place).toContain(told.summary);
  expect(place).toContain(wording);
  expect(place).toContain(`href="/${recommendation}"`);
});

function all(clauses: readonly ParsedClause[]): ParsedClause[] {
  return clauses.flatMap((each) => [each, ...all(each.children)]);
}

interface Told {
  readonly address: string;
  readonly summary: string;
  readonly parent: { readonly address: string };
  readonly asks: readonly object[];
}

interface ToldCell {
  readonly position: Record<'direction' | 'basis' | 'strength' | 'scope', string> & {
    readonly evidence: readonly {
      readonly clause: { readonly id: string };
      readonly source: { readonly title: string };
    }[];
  };
}

async function askGraph(): Promise<{ clause: Told; cell: ToldCell }> {
  const query = `query Walkthrough($clause: ID!, $council: ID!, $recommendation: ID!) {
    node(id: $clause) { ... on Clause { id address text summary parent { address }
      asks { verb addressee { name } } } }
    compare(review: "review/casey-2023", councils: [$council], recommendations: [$recommendation]) {
      rows { cells { evidenceState position { direction basis strength scope evidence {
        clause { id } event { stage outcome occurredOn } source { title } } } } } }
  }`;
  const answer = await server.app.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query, variables: { clause, council, recommendation } },
  });
  const { data, errors } = answer.json();
  expect(errors).toBeUndefined();
  return { clause: data.node, cell: data.compare.rows[0].cells[0] };
}

async function panelHtml(): Promise<string> {
  const html = await (await fetch(`${server.address}/compare`)).text();
  const start = html.indexOf('<section class="panel" id="southwark--commissioner-powers"');
  expect(start).toBeGreaterThan(0);
  return html.slice(start, html.indexOf('</section>', start));
}

/** The words of the cell’s panel, as a person reads them. */
async function readPanel(): Promise<string> {
  return (await panelHtml()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

async function readCsv(table: string): Promise<Record<string, string>[]> {
  const index = JSON.parse(await readFile(join(server.exportsDir, 'index.json'), 'utf8'));
  const file = join(server.exportsDir, 'snapshots', index.latest, 'csv', `${table}.csv`);
  return parseCsv(await readFile(file), { columns: true });
}
