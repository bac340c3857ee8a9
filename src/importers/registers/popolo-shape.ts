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
  motions?: Item[];
  vote_events?: Item[];
}
