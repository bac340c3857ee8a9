// Whether this process runs, and whether it can answer: for load balancers and for the person on call.
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Store } from '../store/store.js';
import { type SnapshotFolder, type SnapshotIndex, takenAt } from './snapshot.js';

/** Serves /health/live and /health/ready; `ready` is 503 while the database does not answer. */
export function serveHealth(app: FastifyInstance, store: Store, snapshots: SnapshotFolder): void {
  app.get('/health/live', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'live' }),
  );
  app.get('/health/ready', async (_request, reply) => {
    const database = await sql`SELECT 1`.execute(store.db).then(
      () => 'answers',
      () => 'does not answer',
    );
    const ready = database === 'answers';
    const index = await snapshots.index();
    const run = ready ? await lastRun(store) : null;
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: ready ? 'ready' : 'not ready',
        database,
        latestSnapshot: index?.latest ? { id: index.latest, ageSeconds: since(takenAt(index.latest)) } : null,
        lastAttempt: index ? attempt(index) : null,
        lastRun: run,
      });
  });
}

const since = (instant: number): number => Math.round((Date.now() - instant) / 1000);

// As index.json has it, which a full disk cannot be told of; the run is what the database knows.
function attempt({ last_attempt: { at, result, code } }: SnapshotIndex) {
  return { at, ageSeconds: since(Date.parse(at)), result, code };
}

/** The latest run of the nightly job as the database tells of it; null before the first. */
export async function lastRun({ db }: Store) {
  const run = await db
    .selectFrom('job_run')
    .select(['started_at', 'result', 'code'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!run) return null;
  const startedAt = new Date(run.started_at);
  return { startedAt, ageSeconds: since(startedAt.getTime()), result: run.result, code: run.code };
}
