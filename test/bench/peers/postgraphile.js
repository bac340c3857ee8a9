// PostGraphile 5 on the same database, as its documentation sets it up for production: built once, not
// watched, no explaining, no web page. DATABASE_URL and PORT come from the benchmark.
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['public', 'bench'],
      poolConfig: { max: 10 },
    }),
  ],
  // Questions order by columns without an index of their own (the names of a council's wards), as ours do.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  schema: { pgOrderByNullsLast: true },
  grafast: { explain: false },
  grafserv: { graphqlPath: '/graphql', ruru: false, watch: false, websockets: false },
});
const server = createServer();
await pgl.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
