// /data/: the published snapshots, the way a static host would serve the folder, plus a landing page. Files are
// immutable and known by their hash, so a copy is kept for ever and a broken download is resumed.
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fileLinks, goneFor, missing, sendableFile } from './data-file.js';
import { DataPage } from './data-page.js';
import { allowAnyOrigin } from './headers.js';
import { Refusal } from './refusal.js';
import { sendPage, sendText } from './send.js';
import type { SnapshotFolder } from './snapshot.js';

/** What the data routes need of the server. */
export interface DataOptions {
  readonly snapshots: SnapshotFolder;
  readonly contactUrl: string | undefined;
}

interface FileAddress {
  readonly id: string;
  readonly '*': string;
}

/** The routes under /data/. */
export async function dataRoutes(
  app: FastifyInstance,
  { snapshots, contactUrl }: DataOptions,
): Promise<void> {
  allowAnyOrigin(app);
  await app.register(fastifyStatic, { root: snapshots.root, serve: false, suppressWarning: true });
  await app.register(currentRoutes, { snapshots, contactUrl });
  app.get<{ Params: FileAddress }>('/data/latest/*', async (request, reply) => {
    const latest = (await snapshots.index())?.latest;
    if (!latest) throw nothingYet();
    const path = request.params['*'];
    const found = path === '' || (await sendableFile(snapshots, { id: latest, path, accept: undefined }));
    if (!found) throw await missing(snapshots, latest, path);
    return reply
      .header('cache-control', 'public, no-cache')
      .redirect(`/data/snapshots/${latest}/${path}`, 302);
  });
  app.get<{ Params: FileAddress }>('/data/snapshots/:id/*', (request, reply) =>
    sendSnapshotFile(snapshots, request, reply),
  );
  app.get<{ Params: { name: string } }>('/data/changes/:name', (request, reply) =>
    sendChanges(snapshots, request, reply),
  );
}

// What changes with every publication, and the pages: asked for each time, and compressed as it is sent.
async function currentRoutes(app: FastifyInstance, { snapshots, contactUrl }: DataOptions): Promise<void> {
  await app.register(fastifyCompress, { encodings: ['br', 'gzip'] });
  const page = async (request: FastifyRequest, reply: FastifyReply, id: string | null) => {
    const index = await snapshots.index();
    const shown = await snapshots.shown(id ?? index?.latest ?? '');
    if (id !== null && !shown) throw await missing(snapshots, id, '');
    const { publicUrl } = app;
    const props = { index, shown, isOfOne: id !== null, publicUrl, contactUrl, now: new Date() };
    return sendPage(request, reply, DataPage(props));
  };
  app.get('/data', (_request, reply) => reply.redirect('/data/', 308));
  app.get('/data/', (request, reply) => page(request, reply, null));
  app.get<{ Params: { id: string } }>('/data/snapshots/:id', (request, reply) =>
    reply.redirect(`/data/snapshots/${encodeURIComponent(request.params.id)}/`, 308),
  );
  app.get<{ Params: { id: string } }>('/data/snapshots/:id/', (request, reply) =>
    page(request, reply, request.params.id),
  );
  for (const path of ['index.json', 'feed.xml']) {
    app.get(`/data/${path}`, async (request, reply) => {
      const text = await snapshots.currentText(path);
      if (text === null) throw nothingYet();
      return sendText(request, reply, mediaType(path), text);
    });
  }
}

async function sendSnapshotFile(
  snapshots: SnapshotFolder,
  request: FastifyRequest<{ Params: FileAddress }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id, '*': path } = request.params;
  const accept = request.headers['accept-encoding'];
  const file = await sendableFile(snapshots, { id, path, accept });
  const remnant = !file && path === 'manifest.json' ? await snapshots.struckManifest(id) : null;
  if (remnant) return sendText(request, reply, mediaType(path), remnant);
  if (!file) throw await missing(snapshots, id, path);
  if (file.isNegotiated) reply.header('vary', 'Accept-Encoding');
  reply.header('link', fileLinks(await snapshots.manifest(id), id, path));
  return sendForEver(request, reply, {
    ...file,
    type: mediaType(path),
    path: `snapshots/${id}/${file.path}`,
  });
}

// The rows that changed from one snapshot to a later one. A value taken out for good takes its deltas with it.
async function sendChanges(
  snapshots: SnapshotFolder,
  request: FastifyRequest<{ Params: { name: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { name } = request.params;
  const gone = (await snapshots.index())?.gone?.find(({ path }) => path === `changes/${name}`);
  if (gone) throw goneFor(gone.reason, `The delta ${name}`, null);
  const sha256 = await snapshots.hashOfChanges(name);
  if (sha256 === null) {
    throw new Refusal('NOT_FOUND', `There is no delta ${name}. All snapshots are in /data/index.json.`);
  }
  return sendForEver(request, reply, {
    sha256,
    encoding: null,
    type: mediaType(name),
    path: `changes/${name}`,
  });
}

// What never changes: known by its hash, kept by whoever has it, and sent in parts to whoever wants one.
function sendForEver(
  request: FastifyRequest,
  reply: FastifyReply,
  file: { type: string; path: string; sha256: string; encoding: string | null },
): FastifyReply {
  const { type, path, sha256: hash, encoding } = file;
  reply.headers({
    'content-type': type,
    'cache-control': 'public, max-age=31536000, immutable',
    'repr-digest': `sha-256=:${Buffer.from(hash, 'hex').toString('base64')}:`,
  });
  if (isHeld(request, reply, hash)) return reply.code(304).send();
  if (encoding) reply.header('content-encoding', encoding);
  // Only a range of the very bytes the reader holds a part of may be sent; else the whole file is.
  const { headers } = request.raw;
  if (headers['if-range'] !== undefined && headers['if-range'] !== `"${hash}"`) delete headers.range;
  delete headers['if-range'];
  const asGiven = { contentType: false, cacheControl: false, etag: false, lastModified: false } as const;
  return reply.sendFile(path, asGiven);
}

// Sets the strong ETag, and says whether the reader already holds these bytes. The sender below knows
// neither the hash nor these conditions, so they are settled here.
function isHeld(request: FastifyRequest, reply: FastifyReply, hash: string): boolean {
  const tag = `"${hash}"`;
  reply.header('etag', tag);
  const { headers } = request.raw;
  const held = headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, '')) ?? [];
  for (const name of ['if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since'] as const) {
    delete headers[name];
  }
  return held.includes(tag) || held.includes('*');
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  jsonld: 'application/ld+json',
  md: 'text/markdown; charset=utf-8',
  cff: 'text/yaml; charset=utf-8',
  xml: 'application/atom+xml',
  gz: 'application/gzip',
  zip: 'application/zip',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3',
};

function mediaType(path: string): string {
  if (path === 'SHA256SUMS') return 'text/plain; charset=utf-8';
  return mediaTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

function nothingYet(): Refusal {
  return new Refusal('NOT_FOUND', 'No snapshot is published yet. Run: npm run -s cli -- publish');
}
