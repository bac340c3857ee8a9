// What the readers of our Open Civic Data share: fields that the format leaves open, and sources.
import type { TableName } from '../../store/tables.js';
import { partial } from '../seeds/partial.js';
import { sourceBridge } from '../seeds/tables.js';
import { type Made, text } from './popolo-own.js';
import type { Item } from './popolo-shape.js';

/** An object whose fields the format leaves open. */
export type Fields = Record<string, unknown>;

/** What the format leaves to its users. */
export const extrasOf = ({ extras }: Item) => (extras ?? {}) as Fields;
/** The council of a jurisdiction. */
export const councilOf = (jurisdiction: unknown) =>
  text(/\/council:([^/]+)\/government$/.exec(String(jurisdiction))?.[1]?.replace(/^/, 'council/'));
/** A value as a cell. */
export const cell = (value: unknown) => (value ?? null) as Made['row'][string];
/** A date as far as it is stated. */
export const day = (value: unknown) => partial((value as string | undefined) ?? null);

/** The rows of an object, with the sources that show it. */
export function withSources(table: TableName, item: Item, made: Made[]): Made[] {
  const bridge = sourceBridge(table);
  const sources = (item.sources ?? []) as Fields[];
  return [
    ...made,
    ...sources.flatMap(({ id, note, url, kind }): Made[] =>
      bridge
        ? [
            {
              table: 'source',
              row: { id: text(id), title: text(note), url: text(url), kind: text(kind) },
              initial: unread,
            },
            { table: bridge, row: { [`${table}_id`]: text(item.id), source_id: text(id) } },
          ]
        : [],
    ),
  ];
}

const unread = { published_precision: 'unknown', completeness: 'unknown' };
