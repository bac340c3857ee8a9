// The files a page needs besides itself, each under a name that changes with its content, so that a browser
// may keep it for ever.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

/** A file with its address. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
}

// From src/web and from dist/web alike: what is edited here is read where it is edited, never copied.
function read(file: string): Buffer {
  return readFileSync(new URL(`../../src/web/${file}`, import.meta.url));
}

function named(file: string, type: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 8);
  const [name, extension] = file.split('.');
  return { path: `/assets/${name}-${hash}.${extension}`, type, body };
}

// The letters of headings and of text, as their packages hold them; a browser asks for the wider sets only
// where a page has a letter of them.
const fonts = [
  '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2',
  '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
].map((file) => {
  const name = file.split('/').at(-1) ?? file;
  const body = readFileSync(fileURLToPath(import.meta.resolve(file)));
  return { name, asset: named(name, 'font/woff2', body) };
});

// By concern, in the order in which a later rule may refine an earlier one.
const styleFiles = [
  'style/tokens.css',
  'style/base.css',
  'style/frame.css',
  'style/language.css',
  'style/matrix.css',
  'style/compare.css',
  'style/map.css',
  'style/panel.css',
  'style/record.css',
  'style/motion.css',
  'style/records.css',
  'style/lineage.css',
  'style/data.css',
  'style/print.css',
];

function styles(): Buffer {
  const whole = styleFiles.map((file) => read(file).toString()).join('\n');
  const text = fonts.reduce((css, { name, asset }) => css.replaceAll(`"${name}"`, `"${asset.path}"`), whole);
  return Buffer.from(text);
}

/** The one style sheet: every file above in order. */
export const styleSheet: Asset = named('style.css', 'text/css; charset=utf-8', styles());

/** The sign beside the title of a browser’s tab. */
export const icon: Asset = named('icon.svg', 'image/svg+xml', read('icon.svg'));

/** The picture that stands for a page where it is shared; drawn in card.svg, since few sites show an SVG. */
export const card: Asset = named('card.png', 'image/png', read('card.png'));

/** What asks again while a reader types a search; the one script there is. */
export const searchScript: Asset = named('typing.js', 'text/javascript; charset=utf-8', read('typing.js'));

/** Serves the files. */
export function serveAssets(app: FastifyInstance): void {
  for (const asset of [styleSheet, icon, card, searchScript, ...fonts.map((font) => font.asset)]) {
    app.get(asset.path, (_request, reply) =>
      reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('content-type', asset.type)
        .send(asset.body),
    );
  }
}
