// What honest readers ask: a mixture of the graph and of pages from many addresses. Four in five questions are of a
// kind that nobody asked before, so that most answers have to be made.
import type { Asked } from '../graph/database.ts';

const council = `query Council($id: ID!, $first: Int!) { council(id: $id) { id name gssCode
  wards(first: $first) { nodes { id name seats } } } }`;
const motions = `query Motions($from: Date!, $first: Int!) {
  motions(first: $first, where: { date: { lte: $from } }) { nodes { id title date currentOutcome council { id name }
    people(first: 1, where: { role: { eq: MOVER } }) { nodes { name ward { id name } } } } } }`;
const clauses = `query Clauses($words: String!, $first: Int!) {
  clauses(search: $words, first: $first) { nodes { id motion { id title } } } }`;
const compared = `query Compared($review: ID!, $councils: [ID!]!) { compare(review: $review, councils: $councils) {
  rows { recommendation { id title } cells { evidenceState position { direction evidence { clause { id } source { url } } } } } } }`;

const random = (most: number): number => Math.floor(Math.random() * most);
const any = <T>(of: readonly T[]): T => of[random(of.length)] as T;
let asked = 0;
// Part of what an answer is kept by, and of nothing else.
const nobodyElse = (): number => (Math.random() < 0.8 ? ++asked : 0);
const address = (): string => `10.${random(200)}.${random(250)}.${1 + random(250)}`;
const day = (): string =>
  new Date(Date.UTC(2012, 0, 1) + random(4_500) * 86_400_000).toISOString().slice(0, 10);

/** Makes one honest request after another, as bytes. */
export function honestRequests(
  port: number,
  { councils, review, compared: some, words }: Asked,
): () => Buffer {
  const head = (method: string, path: string, more: readonly string[]) =>
    [`${method} ${path} HTTP/1.1`, `host: 127.0.0.1:${port}`, `x-forwarded-for: ${address()}`, ...more].join(
      '\r\n',
    );
  const get = (path: string) =>
    Buffer.from(`${head('GET', path, ['accept: text/html', 'accept-encoding: gzip'])}\r\n\r\n`);
  const post = (query: string, variables: object) => {
    const body = Buffer.from(JSON.stringify({ query, variables, extensions: { n: nobodyElse() } }));
    const more = ['content-type: application/json', `content-length: ${body.length}`];
    return Buffer.concat([Buffer.from(`${head('POST', '/graphql', more)}\r\n\r\n`), body]);
  };
  return () => {
    const share = Math.random();
    if (share < 0.4) return post(council, { id: any(councils), first: 1 + random(20) });
    if (share < 0.75) return post(motions, { from: day(), first: 5 + random(16) });
    if (share < 0.82) return post(clauses, { words: any(words), first: 5 + random(16) });
    if (share < 0.87) return post(compared, { review, councils: [any(some), any(some)] });
    return get(`/${any(councils)}?n=${nobodyElse()}`);
  };
}
