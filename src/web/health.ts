// Whether this process runs, and whether it can answer: for load balancers and for the person on call.
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Store } from '../store/store.js';
import { type SnapshotFolder, takenAt } from './snapshot.js';

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
    const id = (await snapshots.index())?.latest ?? null;
    const ageSeconds = id === null ? null : Math.round((Date.now() - takenAt(id)) / 1000);
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: ready ? 'ready' : 'not ready',
        database,
        latestSnapshot: id === null ? null : { id, ageSeconds },
      });
  });
}
