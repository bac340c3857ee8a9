// How a source is named beside what it shows, the same in every answer that a page is made of.
import { type RawBuilder, sql } from 'kysely';

/** A SourceLabel (see matrix-labels.ts) of the source row with this alias. */
export const sourceLabel = (alias: string): RawBuilder<unknown> => {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`json_build_object('id', ${of('id')}, 'title', ${of('title')}, 'publisher', ${of('publisher')},
    'kind', ${of('kind')}, 'url', ${of('url')}, 'publishedOn', ${of('published_on')},
    'precision', ${of('published_precision')}, 'completeness', ${of('completeness')})`;
};

/** The sources of a record of a table, as a list in the order of their ids; `id` is the column that names it. */
export const sourcesOf = (table: string, id: string): RawBuilder<unknown> => sql`
  (SELECT coalesce(json_agg(${sourceLabel('s')} ORDER BY s.id), '[]')
   FROM ${sql.table(`${table}_source`)} k JOIN source s ON s.id = k.source_id
   WHERE ${sql.ref(`k.${table}_id`)} = ${sql.ref(id)})`;
