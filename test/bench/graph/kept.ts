// A server for `npm run bench -- graph-kept`: the graph with answers kept, and beside it routes that answer
// the same bytes as constants. DATABASE_URL and PORT come from the benchmark.
import fastify from 'fastify';
import { questions } from './questions.ts';

const dist = (path: string) => import(new URL(`../../../dist/${path}`, import.meta.url).href);
const { openStore } = await dist('store/store.js');
const { graphPlugin } = await dist('graph/http.js');

const store = openStore(String(process.env.DATABASE_URL));
const app = fastify();
const constants = new Map<string, Buffer>();
await app.register(graphPlugin, { store, cacheBytes: 64 * 1024 * 1024 });
app.register(async (scope) => {
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  for (const { name } of questions) {
    scope.post(`/constant/${name}`, (_request, reply) =>
      reply.type('application/json; charset=utf-8').send(constants.get(name)),
    );
  }
  // Keeps what the graph answered as the constant.
  scope.post('/keep/:name', async (request) => {
    const { name } = request.params as { name: string };
    const { rawPayload } = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      payload: String(request.body),
    });
    constants.set(name, rawPayload);
    return { bytes: rawPayload.length };
  });
});
app.addHook('onClose', () => store.close());
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => app.close());
console.log('ready');
