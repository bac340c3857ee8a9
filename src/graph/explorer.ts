// The explorer: GraphiQL from the files of its own package, so that a reader's browser asks no other
// host. No script and no event handler stands in the page itself; the policy forbids both.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { errorCodes } from './errors.js';
import { firstExample } from './examples.js';
import { limits } from './limits.js';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // GraphiQL's editor sets styles while it runs; styles cannot run or fetch anything here.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Explorer · Open Motions</title>
<link rel="stylesheet" href="/explorer/assets/graphiql.min.css">
<link rel="stylesheet" href="/explorer/assets/explorer.css">
</head>
<body>
<div id="explorer"><p>Loading the explorer. Without JavaScript, send queries to <a href="/graphql">/graphql</a>.</p></div>
<script src="/explorer/assets/react.js"></script>
<script src="/explorer/assets/react-dom.js"></script>
<script src="/explorer/assets/graphiql.min.js"></script>
<script src="/explorer/assets/explorer.js"></script>
</body>
</html>
`;

const style =
  'html, body, #explorer { height: 100%; margin: 0 } #explorer > p { font: 1rem sans-serif; padding: 1rem }';

const script = (query: string) => `const fetcher = GraphiQL.createFetcher({ url: '/graphql' });
const explorer = React.createElement(GraphiQL, {
  fetcher,
  defaultQuery: ${JSON.stringify(query)},
  defaultEditorToolsVisibility: true,
  isHeadersEditorEnabled: false,
});
ReactDOM.createRoot(document.getElementById('explorer')).render(explorer);
`;

const require = createRequire(import.meta.url);
const packageFile = (name: string, file: string) =>
  join(dirname(require.resolve(`${name}/package.json`)), file);

const assets: Record<string, readonly [type: string, path: string]> = {
  'graphiql.min.js': ['text/javascript', packageFile('graphiql', 'graphiql.min.js')],
  'graphiql.min.css': ['text/css', packageFile('graphiql', 'graphiql.min.css')],
  'react.js': ['text/javascript', packageFile('react', 'umd/react.production.min.js')],
  'react-dom.js': ['text/javascript', packageFile('react-dom', 'umd/react-dom.production.min.js')],
};

function errorsPage(): string {
  const codes = Object.entries(errorCodes).map(
    ([code, { status, about }]) =>
      `<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${about}</td></tr>`,
  );
  const kept = Object.entries(limits).map(
    ([name, value]) => `<tr><th scope="row"><code>${name}</code></th><td>${value}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Errors and limits · Open Motions</title></head><body><main>
<h1>Errors and limits of /graphql</h1>
<table><caption>Error codes</caption><tr><th>code</th><th>status</th><th>meaning</th></tr>${codes.join('')}</table>
<table><caption>Limits</caption><tr><th>limit</th><th>value</th></tr>${kept.join('')}</table>
</main></body></html>
`;
}

/** Serves the explorer, and the page that explains error codes and limits. */
export function serveExplorer(app: FastifyInstance): void {
  const html = 'text/html; charset=utf-8';
  app.get('/explorer', (_request, reply) =>
    reply.header('content-security-policy', policy).type(html).send(page),
  );
  app.get('/explorer/errors', (_request, reply) => reply.type(html).send(errorsPage()));
  app.get('/explorer/assets/explorer.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(script(await firstExample())),
  );
  app.get('/explorer/assets/explorer.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(style),
  );
  for (const [name, [type, path]] of Object.entries(assets)) {
    app.get(`/explorer/assets/${name}`, async (_request, reply) =>
      reply
        .header('cache-control', 'public, max-age=86400')
        .type(`${type}; charset=utf-8`)
        .send(await readFile(path)),
    );
  }
}
