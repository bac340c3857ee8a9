// Open Civic Data, ours and that of others. Ours comes back as it was; of others, people and their offices
// are found by number and name like those of Popolo, on which the format stands.
import type { Reader } from '../reader.js';
import { ocdLists } from './ocd-own.js';
import { readDocument } from './popolo.js';
import type { PopoloDocument } from './popolo-shape.js';

/** Open Civic Data. */
export const openCivicData: Reader = {
  format: 'ocd',
  about: 'Open Civic Data JSON: people, organizations, posts, memberships, bills, vote events, events',
  rank: 40,
  source: { title: 'People and organizations as Open Civic Data' },
  recognises: ({ text }) =>
    /^\uFEFF?\s*\{/.test(text) && /"(?:jurisdictions|people|bills)"\s*:\s*\[/.test(text),
  read: (file) => readDocument(file, asPopolo, ocdLists),
};

/** A post's label names the district it sits for. */
function asPopolo({ people = [], posts = [], ...document }: PopoloDocument): PopoloDocument {
  return {
    persons: people,
    ...document,
    areas: posts.map(({ id, label }) => ({ id, name: label })),
    posts: posts.map((post) => ({ ...post, area_id: post.id })),
  };
}
