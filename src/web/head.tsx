// What a page says of itself to machines: to browsers its other forms, to search engines what it is about in
// the words of schema.org, to those who share it a title, a sentence and a picture.
import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { card } from './assets.js';
import { addressOf, type Here, HereContext, type OtherForm, otherForm } from './here.js';

/** Something in the words of schema.org: a type and its properties. Text only; it is escaped as a whole. */
export type Thing = { readonly '@type': string; readonly [property: string]: unknown };

/** What the head needs to know of the page. */
export interface HeadProps {
  readonly title: string;
  readonly description: string;
  /** What the page is about, where that is something of the record. */
  readonly about?: Thing | undefined;
}

const mediaType: Readonly<Record<OtherForm, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  atom: 'application/atom+xml',
};

/** The elements of a page’s head that depend on its address; a page without one asks not to be indexed. */
export function AddressHead(props: HeadProps): VNode {
  const here = useContext(HereContext);
  if (here.publicUrl === '') return <meta name="robots" content="noindex" />;
  return (
    <>
      <link rel="canonical" href={addressOf(here)} />
      {here.forms.map((form) => (
        <link key={form} rel="alternate" type={mediaType[form]} href={otherForm(here, form)} />
      ))}
      <SocialCard here={here} {...props} />
      <script
        type="application/ld+json"
        // A data block: no browser runs it. Nothing in it can end it, since every `<` is written as an escape.
        // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped by dataBlock, and tried with hostile titles
        dangerouslySetInnerHTML={{ __html: dataBlock(describe(here, props)) }}
      />
    </>
  );
}

function SocialCard({ here, title, description }: HeadProps & { here: Here }): VNode {
  const properties = {
    'og:site_name': 'Open Motions',
    'og:type': 'website',
    'og:locale': 'en_GB',
    'og:title': title,
    'og:description': description,
    'og:url': addressOf(here),
    'og:image': `${here.publicUrl}${card.path}`,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': 'Open Motions: what councils resolved, clause by clause, with sources',
  };
  return (
    <>
      {Object.entries(properties).map(([property, content]) => (
        <meta key={property} property={property} content={content} />
      ))}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

function describe(here: Here, { title, description, about }: HeadProps): Thing & { '@context': string } {
  const url = addressOf(here);
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': url,
    url,
    name: title,
    description,
    inLanguage: 'en-GB',
    isPartOf: { '@type': 'WebSite', name: 'Open Motions', url: `${here.publicUrl}/` },
    license: 'https://creativecommons.org/licenses/by/4.0/',
    ...(about ? { mainEntity: { '@id': `${here.publicUrl}${here.path}#it`, ...about } } : {}),
  };
}

/** JSON that can stand inside an element: no character of it can begin a tag or a comment. */
export function dataBlock(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
}
