import type { Fault, Place } from '../../errors.js';

/** One object of a Popolo document; what a file leaves out is undefined. */
export interface Item {
  id?: unknown;
  name?: unknown;
  classification?: unknown;
  parent_id?: unknown;
  identifiers?: { scheme?: unknown; identifier?: unknown }[];
  other_names?: { name?: unknown; note?: unknown }[];
  links?: { url?: unknown; note?: unknown }[];
  counts?: { option?: unknown; value?: unknown }[];
  votes?: { voter_id?: unknown; option?: unknown }[];
  [field: string]: unknown;
}

/** A Popolo document by its lists. */
export interface PopoloDocument {
  persons?: Item[];
  organizations?: Item[];
  areas?: Item[];
  posts?: Item[];
  memberships?: Item[];
  /** Open Civic Data's lists. */
  people?: Item[];
  bills?: Item[];
  events?: Item[];
  motions?: Item[];
  vote_events?: Item[];
}

const parts = ['identifiers', 'other_names', 'links', 'counts', 'votes'].concat([
  'actions',
  'sponsorships',
  'documents',
  'sources',
  'participants',
  'legislative_sessions',
]);

/** What of a document has another shape than its reader stands on; an empty list means nothing. */
export function shapeFaults(document: unknown, file: string): (Omit<Fault, 'at'> & { at: Place })[] {
  if (!isObject(document)) return [fault(file, undefined, 'an object of lists', document)];
  return Object.entries(document).flatMap(([list, items]) => {
    if (!lists.includes(list)) return [];
    if (!Array.isArray(items)) return [fault(file, list, 'a list of objects', items)];
    return items.flatMap((item, index) => itemFaults(item, `${list}[${index}]`, file));
  });
}

const lists = ['persons', 'organizations', 'areas', 'posts', 'memberships', 'motions'].concat([
  'vote_events',
  'people',
  'bills',
  'events',
]);

function itemFaults(item: unknown, path: string, file: string) {
  if (!isObject(item)) return [fault(file, path, 'an object', item)];
  return parts.flatMap((part) => {
    const value = item[part];
    if (value === undefined || value === null) return [];
    const isList = Array.isArray(value) && value.every(isObject);
    return isList ? [] : [fault(file, `${path}.${part}`, 'a list of objects', value)];
  });
}

function fault(file: string, path: string | undefined, expected: string, value: unknown) {
  const got = (JSON.stringify(value) ?? 'nothing').slice(0, 80);
  return { expected, got, at: path === undefined ? { file, line: 1 } : { file, path } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
