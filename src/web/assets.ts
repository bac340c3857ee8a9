// The files a page needs besides itself, each under a name that changes with its content, so that a browser
// may keep it for ever.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

/** A file with its address. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
}

// From src/web and from dist/web alike: the style sheet is read where it is edited, never copied.
function read(file: string): Buffer {
  return readFileSync(new URL(`../../src/web/${file}`, import.meta.url));
}

/** The file, or several after each other under the name of the first. */
function named(file: string, type: string, ...more: readonly string[]): Asset {
  const body = Buffer.concat([file, ...more].map(read));
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 8);
  const [name, extension] = file.split('.');
  return { path: `/assets/${name}-${hash}.${extension}`, type, body };
}

/** The one style sheet: the look of everything, then what only single kinds of page need. */
export const styleSheet: Asset = named('style.css', 'text/css; charset=utf-8', 'records.css', 'lineage.css');

/** The sign beside the title of a browser’s tab. */
export const icon: Asset = named('icon.svg', 'image/svg+xml');

/** The picture that stands for a page where it is shared; drawn in card.svg, since few sites show an SVG. */
export const card: Asset = named('card.png', 'image/png');

/** What asks again while a reader types a search; the one script there is. */
export const searchScript: Asset = named('typing.js', 'text/javascript; charset=utf-8');

/** Serves the files. */
export function serveAssets(app: FastifyInstance): void {
  for (const asset of [styleSheet, icon, card, searchScript]) {
    app.get(asset.path, (_request, reply) =>
      reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('content-type', asset.type)
        .send(asset.body),
    );
  }
}
