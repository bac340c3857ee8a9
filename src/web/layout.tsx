// The frame of every page: one document, one style sheet, no script. Whatever a page prints inside it is
// escaped by preact.
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Asset, icon, styleSheet } from './assets.js';
import { PageFoot, ReportError } from './foot.js';
import { AddressHead, type Thing } from './head.js';
import { type Here, HereContext, nowhere } from './here.js';

/** What a page says of itself, and what it holds. */
export interface PageProps {
  readonly title: string;
  readonly description: string;
  readonly contactUrl: string | undefined;
  /** The address in the menu that this page is at. */
  readonly current?: string;
  /** What the page is about, in the words of schema.org. */
  readonly about?: Thing;
  /** A script file of our own that the page can do without. */
  readonly script?: Asset;
  readonly children: ComponentChildren;
}

const menu = [
  { href: '/compare', text: 'Compare' },
  { href: '/search', text: 'Search' },
  { href: '/coverage', text: 'Coverage' },
  { href: '/lineage', text: 'Wording' },
  { href: '/glossary', text: 'Words' },
  { href: '/data/', text: 'Data' },
  { href: '/developers', text: 'Developers' },
];

/** A whole page. */
export function Page(props: PageProps): VNode {
  const { title, description, contactUrl, current, about, script, children } = props;
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={styleSheet.path} />
        <link rel="icon" href={icon.path} type="image/svg+xml" />
        {script ? <script type="module" src={script.path} /> : null}
        <AddressHead title={title} description={description} about={about} />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the page
        </a>
        <header class="masthead">
          <a class="name" href="/">
            Open Motions
          </a>
          <nav aria-label="Pages">
            {menu.map(({ href, text }) => (
              <a key={href} href={href} {...(href === current ? { 'aria-current': 'page' } : {})}>
                {text}
              </a>
            ))}
          </nav>
        </header>
        <main id="main">
          {children}
          <PageFoot name={title.replace(/ · Open Motions$/, '')} contactUrl={contactUrl} />
        </main>
        <Footer contactUrl={contactUrl} />
      </body>
    </html>
  );
}

function Footer({ contactUrl }: { contactUrl: string | undefined }): VNode {
  return (
    <footer class="footer">
      <p>
        Open Motions is the linked, open record of what UK councils resolved about public reviews. It ranks
        nobody. Summaries and readings are its own, CC BY 4.0; quoted wording stays under the rights of its
        source.
      </p>
      <p>
        <ReportError contactUrl={contactUrl} />
        <a href="/data/">Download everything</a>
        <a href="/explorer">Query it</a>
      </p>
    </footer>
  );
}

/** A page as the text of an HTML document; without an address it is a page that nobody should come back to. */
export function htmlDocument(page: VNode, here: Here = nowhere): string {
  return `<!doctype html>\n${renderToString(<HereContext.Provider value={here}>{page}</HereContext.Provider>)}\n`;
}
