// Every limit of the graph, in this one file. All are published: a refusal names the limit it met.

import { longestSearch } from '../store/queries/search-sql.js';

/** What one request may ask at most, and what the parts of a query cost. */
export const limits = {
  /** Bytes of a request's body. */
  bodyBytes: 100 * 1024,
  /** Milliseconds in which a request has to arrive whole. */
  requestMs: 10_000,
  /** Lexical tokens of a document. */
  tokens: 2_000,
  /** Fields of a document, as often as they are written. */
  fields: 400,
  /** Nesting of selections; introspection is bounded by graphql's own rule instead. */
  depth: 10,
  /** Fields under another name, in the whole document. */
  aliases: 30,
  /** Directives, in the whole document. */
  directives: 10,
  /** Nesting of the values of variables. */
  variablesDepth: 30,
  /** Cost of an operation, computed before it runs. */
  cost: 10_000,
  /** Records an operation can answer with, computed before it runs. */
  nodes: 10_000,
  /** Cost that one address may ask for in a minute, unless the server is set otherwise. */
  costPerMinute: 100_000,
  /** Addresses whose asking is remembered; the one heard of longest ago is forgotten first. */
  rateAddresses: 50_000,
  /** Requests of one server, for the graph and for pages, that are answered at the same time; what is kept needs no place. */
  underWay: 100,
  /** Milliseconds an operation may run; its statement is cancelled then. */
  executionMs: 10_000,
  /** Lists streamed at the same time; each keeps a connection of the database. */
  streams: 4,
  /** Milliseconds in which the reader of a stream has to take something, or it is cut. */
  streamStallMs: 30_000,
  /** Documents that one request to check may hold. */
  checkedDocuments: 100,
  /** Items of a page. */
  page: 100,
  /** Items of a page that states no size. */
  defaultPage: 25,
  /** Ids that `nodes` takes. */
  ids: 100,
  /** Items of one list in a filter. */
  filterItems: 250,
  /** Conditions of one filter altogether. */
  filterConditions: 250,
  /** Nesting of a filter. */
  filterDepth: 4,
  /** Keys of an order. */
  orderKeys: 5,
  /** Characters of a search. */
  searchCharacters: longestSearch,
  /** Statements compiled and kept for one operation, the oldest dropped first. */
  compiledStatements: 1_000,
  /** Statements prepared on one connection; beyond it the one used least recently is released. */
  preparedStatements: 200,
} as const;

/** What parts of a query cost beyond one point per object. */
export const prices = {
  totalCount: 5,
  search: 20,
  /** Rows of a comparison that names no recommendations. */
  comparisonRows: 20,
  /** Cells of a row of a comparison that names no councils. */
  comparisonCells: 33,
  /** Evidence of a position. */
  evidence: 2,
} as const;
