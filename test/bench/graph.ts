// `npm run bench -- graph [--scale uk] [--rounds 3] [--seconds 4]`: this server, PostGraphile 5 and a
// hand-written floor side by side on one database, asked six questions in turn at 16 and 64 connections.
// `--growth` asks this server alone at 1, 10 and 100 times the seeds instead.
import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { parseArgs, promisify } from 'node:util';
import { type Asked, benchDatabase, prepare, tidy } from './graph/database.ts';
import { ask, type Load, load, requestOf, warmUp } from './graph/load.ts';
import { between, spent } from './graph/processor.ts';
import { hashOf, type Question, questions } from './graph/questions.ts';
import { type Server, startServer, starts } from './graph/servers.ts';
import { relayTo } from './graph/statements.ts';

interface Options {
  readonly scale: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: readonly number[];
  readonly questions: readonly Question[];
  readonly growth: boolean;
}

function optionsOf(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      scale: { type: 'string', default: '20' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '4' },
      connections: { type: 'string', default: '16,64' },
      questions: { type: 'string', default: '' },
      growth: { type: 'boolean', default: false },
    },
  });
  return {
    scale: values.scale,
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    connections: values.connections.split(',').map(Number),
    questions: questions.filter(({ name }) => !values.questions || values.questions.includes(name)),
    growth: values.growth,
  };
}

type Json = Record<string, unknown>;
type Variables = readonly Json[];

/** What each server is asked: a path and bodies, in turn. */
interface Asking {
  readonly path: string;
  readonly bodies: readonly Json[];
  readonly rows: (data: Json) => unknown;
}

const isPeer = (server: Server) => server.name === 'PostGraphile';
const isFloor = (server: Server) => server.name.startsWith('floor');

function variablesOf(question: Question, of: Asked, server: Server, cursors: Cursors): Variables {
  if (question.name === 'Q1') return of.councils.map((council) => ({ council }));
  if (question.name === 'Q4')
    return [{ review: of.review, ...(isPeer(server) ? {} : { councils: of.compared }) }];
  if (question.name === 'Q5') return of.words.map((words) => ({ words }));
  if (question.name !== 'Q6') return [{}];
  if (isFloor(server)) return [cursors.last];
  return [{ after: isPeer(server) ? cursors.postgraphile : cursors.ours }];
}

function askingOf(question: Question, of: Asked, server: Server, cursors: Cursors): Asking {
  const variables = variablesOf(question, of, server, cursors);
  if (isFloor(server)) {
    const bodies = variables.map((each) => ({ variables: each }));
    return { path: `/${question.name}`, bodies, rows: question.rowsOfOurs };
  }
  const query = isPeer(server) ? question.postgraphile : question.ours;
  const rows = isPeer(server) ? question.rowsOfPostgraphile : question.rowsOfOurs;
  return { path: '/graphql', bodies: variables.map((each) => ({ query, variables: each })), rows };
}

/** Where page 1,000 begins, as each server says it. */
interface Cursors {
  readonly ours: string;
  readonly postgraphile: string;
  readonly last: { readonly date: string | null; readonly id: string };
}

const pageOfQ6 = 1_000;
const itemsOfQ6 = 20;

async function dataOf(server: Server, query: string, variables: Json = {}): Promise<Json> {
  const { data, errors } = (await ask(server.port, '/graphql', { query, variables })) as {
    data: Json;
    errors?: unknown;
  };
  if (errors) throw new Error(`${server.name}: ${JSON.stringify(errors)}`);
  return data;
}

// By walking there in pages of 100, as a reader would.
async function oursAt(server: Server, items: number): Promise<{ ours: string; last: Cursors['last'] }> {
  const query = `query ($after: String, $first: Int) { motions(first: $first, after: $after) {
    nodes { id date } pageInfo { endCursor } } }`;
  let after: string | null = null;
  let last: Cursors['last'] = { date: null, id: '' };
  for (let at = 0; at < items; at += 100) {
    const { motions } = (await dataOf(server, query, { after, first: Math.min(100, items - at) })) as {
      motions: { nodes: Cursors['last'][]; pageInfo: { endCursor: string } };
    };
    after = motions.pageInfo.endCursor;
    last = motions.nodes.at(-1) ?? last;
  }
  return { ours: after ?? '', last };
}

async function cursorsOf(servers: readonly Server[]): Promise<Cursors> {
  const [ours, peer] = servers as [Server, Server];
  const { motions } = (await dataOf(ours, '{ motions(first: 1) { totalCount } }')) as {
    motions: { totalCount: number };
  };
  const pages = Math.min(pageOfQ6 - 1, Math.ceil(motions.totalCount / itemsOfQ6) - 2);
  const found = await oursAt(ours, pages * itemsOfQ6);
  if (!peer) return { ...found, postgraphile: '' };
  const query = `query ($offset: Int!) { allMotions(first: 1, offset: $offset, condition: { amendsId: null },
    orderBy: [DATE_DESC, PRIMARY_KEY_ASC]) { pageInfo { endCursor } } }`;
  const { allMotions } = (await dataOf(peer, query, { offset: pages * itemsOfQ6 - 1 })) as {
    allMotions: { pageInfo: { endCursor: string } };
  };
  return { ...found, postgraphile: allMotions.pageInfo.endCursor };
}

/** Throws where two servers do not answer the same rows. */
async function expectSame(
  question: Question,
  of: Asked,
  servers: readonly Server[],
  cursors: Cursors,
): Promise<void> {
  const hashes = await Promise.all(
    servers.map(async (server) => {
      const { path, bodies, rows } = askingOf(question, of, server, cursors);
      const answers = [];
      for (const body of bodies) {
        const { data, errors } = (await ask(server.port, path, body)) as { data: Json; errors?: unknown };
        if (errors)
          throw new Error(`${server.name}, ${question.name}: ${JSON.stringify(errors).slice(0, 500)}`);
        answers.push(rows(data));
      }
      return { server: server.name, hash: hashOf(answers), start: JSON.stringify(answers).slice(0, 300) };
    }),
  );
  if (new Set(hashes.map(({ hash }) => hash)).size === 1) return;
  throw new Error(
    `${question.name} is not answered alike:\n${hashes.map((each) => `${each.server} ${each.hash} ${each.start}`).join('\n')}`,
  );
}

/** A load, with the processor time of each request in milliseconds. */
interface Measured extends Load {
  readonly server: number;
  readonly database: number;
}

type Results = Map<string, Measured[]>;
const keyOf = (server: Server, question: Question, connections: number) =>
  `${server.name}|${question.name}|${connections}`;

async function measured(server: Server, database: string, work: () => Promise<Load>): Promise<Measured> {
  const before = await spent(server.pid, database);
  const found = await work();
  const took = between(before, await spent(server.pid, database));
  return { ...found, server: took.server / found.requests, database: took.database / found.requests };
}

async function measure(
  options: Options,
  of: Asked,
  servers: readonly Server[],
  cursors: Cursors,
  database: string,
): Promise<Results> {
  const results: Results = new Map();
  const requestsOf = (question: Question, server: Server) => {
    const { path, bodies } = askingOf(question, of, server, cursors);
    return bodies.map((body) => requestOf(server.port, path, body));
  };
  // A server that has been asked everything for a while is what its readers meet.
  for (const server of servers) {
    for (const question of options.questions)
      await warmUp(server.port, requestsOf(question, server), options.connections[0] ?? 16, 2_500);
  }
  for (const connections of options.connections) {
    for (const question of options.questions) {
      for (let round = 0; round < options.rounds; round += 1) {
        // Whoever is first in one round is last in the next.
        const turn = servers.map((_, i) => servers[(i + round) % servers.length] as Server);
        for (const server of turn) {
          const requests = requestsOf(question, server);
          if (round === 0) await load(server.port, requests, connections, 500);
          const found = await measured(server, database, () =>
            load(server.port, requests, connections, options.seconds * 1000),
          );
          if (found.failed)
            throw new Error(`${server.name} failed ${found.failed} requests of ${question.name}`);
          const key = keyOf(server, question, connections);
          results.set(key, [...(results.get(key) ?? []), found]);
        }
      }
    }
  }
  return results;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const middle = (loads: readonly Measured[] | undefined, field: keyof Measured) =>
  median((loads ?? []).map((each) => each[field]));

const nameOf = (url: string) => new URL(url).pathname.slice(1);

const rate = (value: number) => value.toFixed(value < 100 ? 1 : 0);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function report(options: Options, servers: readonly Server[], results: Results): void {
  for (const connections of options.connections) {
    const rows = options.questions.map((question) => {
      const of = (server: Server, field: keyof Measured) =>
        middle(results.get(keyOf(server, question, connections)), field);
      const rates = servers.map((server) => of(server, 'perSecond'));
      const [ours = Number.NaN, peer = Number.NaN, ...floors] = rates;
      return [
        question.name,
        ...rates.map(rate),
        (ours / peer).toFixed(2),
        (ours / Math.max(...floors)).toFixed(2),
        servers.map((server) => of(server, 'p50').toFixed(1)).join(' / '),
        servers.map((server) => of(server, 'p99').toFixed(1)).join(' / '),
        servers
          .map((server) => `${of(server, 'server').toFixed(2)} + ${of(server, 'database').toFixed(2)}`)
          .join(' / '),
      ];
    });
    console.log(`\n${connections} connections, requests per second, median of ${options.rounds}\n`);
    console.log(
      table(
        [
          '',
          ...servers.map(({ name }) => name),
          '÷ PostGraphile',
          '÷ faster floor',
          'p50, ms',
          'p99, ms',
          'processor, ms of server + database',
        ],
        rows,
      ),
    );
  }
}

async function reportMemory(servers: readonly Server[]): Promise<void> {
  const rows = await Promise.all(
    servers.map(async (server) => {
      const { now, most } = await server.memory();
      return [server.name, now.toFixed(0), most.toFixed(0)];
    }),
  );
  console.log(`\n${table(['', 'memory after the run, MB', 'at most, MB'], rows)}`);
}

/** How many statements each question takes, from servers that reach the database through a relay. */
async function reportStatements(options: Options, url: string, of: Asked, cursors: Cursors): Promise<void> {
  const relay = await relayTo(url);
  const counts: string[][] = options.questions.map(({ name }) => [name]);
  const all = starts(relay.url);
  for (const start of all) {
    const server = await startServer(start);
    for (const [index, question] of options.questions.entries()) {
      const { path, bodies } = askingOf(question, of, server, cursors);
      await ask(server.port, path, bodies[0]);
      relay.count();
      await ask(server.port, path, bodies[0]);
      counts[index]?.push(String(relay.count()));
    }
    await server.end();
  }
  relay.close();
  console.log(`\n${table(['statements', ...all.map(({ name }) => name)], counts)}`);
}

async function installPeers(): Promise<void> {
  const peers = new URL('./peers/', import.meta.url).pathname;
  const isThere = await access(`${peers}node_modules/postgraphile`).then(
    () => true,
    () => false,
  );
  if (!isThere) await promisify(execFile)('npm', ['ci', '--prefix', peers]);
}

async function sideBySide(options: Options): Promise<void> {
  await installPeers();
  const database = await benchDatabase(options.scale);
  const servers: Server[] = [];
  try {
    const of = await prepare(database.url);
    for (const start of starts(database.url)) servers.push(await startServer(start));
    const cursors = await cursorsOf(servers);
    for (const question of options.questions) await expectSame(question, of, servers, cursors);
    console.log('Every server answers the same rows to every question.');
    await reportStatements(options, database.url, of, cursors);
    report(options, servers, await measure(options, of, servers, cursors, nameOf(database.url)));
    await reportMemory(servers);
  } finally {
    await Promise.all(servers.map((server) => server.end()));
    await tidy(database.url).catch(() => {});
    await database.close();
  }
}

const times = ['1', '10', '100'];

async function growth(options: Options): Promise<void> {
  const [connections = 16] = options.connections;
  const columns: string[][] = [];
  for (const scale of times) {
    const database = await benchDatabase(scale);
    let server: Server | undefined;
    try {
      const of = await prepare(database.url);
      server = await startServer(starts(database.url)[0] as ReturnType<typeof starts>[number]);
      const alone = server;
      const cursors = await cursorsOf([alone]);
      const results = await measure(options, of, [alone], cursors, nameOf(database.url));
      columns.push(
        options.questions.map((question) =>
          rate(middle(results.get(keyOf(alone, question, connections)), 'perSecond')),
        ),
      );
    } finally {
      await server?.end();
      await tidy(database.url).catch(() => {});
      await database.close();
    }
  }
  const rows = options.questions.map(({ name, about }, i) => [
    `${name}, ${about}`,
    ...columns.map((each) => String(each[i])),
  ]);
  console.log(`\n${table(['requests per second', ...times.map((each) => `${each} ×`)], rows)}`);
}

/** Runs the comparison, or the growth. */
export async function run(args: string[]): Promise<void> {
  const options = optionsOf(args);
  await (options.growth ? growth(options) : sideBySide(options));
}
