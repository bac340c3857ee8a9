// Sources as Open Civic Data tells them: by their address. One without an address cannot be told.
import { statedPart } from '../domain/partial-date.js';
import { type Ask, type Cell, grouped, type Row, stated } from './interchange.js';

/** The tables whose records Open Civic Data gives sources. */
export type SourcedList = 'council' | 'party' | 'body' | 'councillor' | 'motion' | 'motion_event' | 'meeting';

const rowsFor = (table: SourcedList) => `SELECT b.${table}_id AS record_id, s.* FROM ${table}_source b
  JOIN source s ON s.id = b.source_id WHERE s.url IS NOT NULL ORDER BY 1, s.id`;

/** The `sources` of each record of a table; `id` and `kind` are ours, beside the format's own two words. */
export async function sourcesOf(ask: Ask, table: SourcedList): Promise<(id: Cell | undefined) => object[]> {
  const rows = grouped(await ask(rowsFor(table)), 'record_id');
  return (id) => rows(id).map((source) => ({ url: source.url, note: source.title, ...own(source) }));
}

/** The same of motions as `documents`, with the day and the media type. */
export async function documentsOf(ask: Ask): Promise<(id: Cell | undefined) => object[]> {
  const rows = grouped(await ask(rowsFor('motion')), 'record_id');
  return (id) => rows(id).map(toDocument);
}

function own({ id, kind }: Row) {
  return { id, kind };
}

function toDocument(source: Row) {
  const { url, title, media_type, published_on, published_precision } = source;
  const partial = { date: published_on, precision: published_precision };
  return stated({
    note: title,
    date: statedPart(partial as Parameters<typeof statedPart>[0]),
    links: [stated({ url, media_type })],
    ...own(source),
  });
}
