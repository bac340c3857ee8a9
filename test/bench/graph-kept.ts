// `npm run bench -- graph-kept [--scale 20] [--rounds 3] [--seconds 3]`: repeated questions answered from what
// is kept, beside routes of the same process that answer the same bytes as constants.
import { parseArgs } from 'node:util';
import { benchDatabase, prepare, tidy } from './graph/database.ts';
import { ask, load, requestOf, warmUp } from './graph/load.ts';
import { spent } from './graph/processor.ts';
import { questions } from './graph/questions.ts';
import { startServer } from './graph/servers.ts';

const connections = 16;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Measures both in turn and prints medians. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      scale: { type: 'string', default: '20' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '3' },
    },
  });
  const database = await benchDatabase(values.scale);
  const of = await prepare(database.url);
  const kept = new URL('./graph/kept.ts', import.meta.url).pathname;
  const server = await startServer({
    name: 'kept answers',
    command: [process.execPath, kept],
    env: { DATABASE_URL: database.url },
    ready: /ready/,
  });
  try {
    console.log(
      '| | bytes | kept, per second | constant, per second | share | processor ms, kept | constant | share |\n| --- | --- | --- | --- | --- | --- | --- | --- |',
    );
    for (const question of questions.filter(({ name }) => name !== 'Q6')) {
      const variables = {
        council: of.councils[0],
        review: of.review,
        councils: of.compared,
        words: of.words[0],
      };
      const body = { query: question.ours, variables };
      const { bytes } = (await ask(server.port, `/keep/${question.name}`, body)) as { bytes: number };
      const rates: Record<'graphql' | 'constant', number[]> = { graphql: [], constant: [] };
      const times: Record<'graphql' | 'constant', number[]> = { graphql: [], constant: [] };
      for (let round = 0; round < Number(values.rounds); round += 1) {
        for (const way of ['graphql', 'constant'] as const) {
          const path = way === 'graphql' ? '/graphql' : `/constant/${question.name}`;
          const requests = [requestOf(server.port, path, body)];
          if (round === 0) await warmUp(server.port, requests, connections, 1_000);
          const before = await spent(server.pid, '');
          const found = await load(server.port, requests, connections, Number(values.seconds) * 1000);
          if (found.failed) throw new Error(`${found.failed} requests of ${question.name} failed`);
          const after = await spent(server.pid, '');
          rates[way].push(found.perSecond);
          times[way].push((after.server - before.server) / found.requests);
        }
      }
      const [graph, constant] = [median(rates.graphql), median(rates.constant)];
      const [spentKept, spentConstant] = [median(times.graphql), median(times.constant)];
      console.log(
        `| ${question.name} | ${bytes} | ${graph.toFixed(0)} | ${constant.toFixed(0)} | ${(graph / constant).toFixed(2)} | ${spentKept.toFixed(3)} | ${spentConstant.toFixed(3)} | ${(spentConstant / spentKept).toFixed(2)} |`,
      );
    }
  } finally {
    await server.end();
    await tidy(database.url).catch(() => {});
    await database.close();
  }
}
