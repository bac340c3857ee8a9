// The known ways to hurt a GraphQL server, each as the bytes of one request and the refusal it has to meet. A test
// and a benchmark ask them of a real server; nothing here knows of either.
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

/** One hostile request, and what it has to be answered with. */
export interface Attack {
  readonly name: string;
  readonly bytes: Buffer;
  readonly status: number;
  /** The code of the refusal; null where the request is harmless and answered. */
  readonly code: string | null;
}

/** An answer as far as it is judged. */
export interface Answered {
  readonly status: number;
  readonly code: string | null;
  readonly body: string;
  readonly milliseconds: number;
}

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

function bytesOf({ method = 'POST', path = '/graphql', headers = {}, body = '' }: Sent): Buffer {
  const content = Buffer.from(body);
  const fields = {
    host: 'localhost',
    connection: 'close',
    'content-type': 'application/json',
    ...(content.length ? { 'content-length': String(content.length) } : {}),
    ...headers,
  };
  const head = [`${method} ${path} HTTP/1.1`, ...Object.entries(fields).map((each) => each.join(': '))];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), content]);
}

const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const nest = (count: number, open: string, inner: string, close: string) =>
  open.repeat(count) + inner + close.repeat(count);

const post = (body: object): Sent => ({ body: JSON.stringify(body) });
const asks = (query: string, variables?: object): Sent => post({ query, variables });
const gets = (query: string): Sent => ({
  method: 'GET',
  path: `/graphql?query=${encodeURIComponent(query)}`,
});
const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const after = (text: string) =>
  asks('query ($c: String) { motions(after: $c) { nodes { id } } }', { c: text });

const complex = { status: 400, code: 'QUERY_TOO_COMPLEX' };
const invalid = { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' };
const unparsed = { status: 400, code: 'GRAPHQL_PARSE_FAILED' };
const bad = { status: 400, code: 'BAD_REQUEST' };
const unusable = { status: 400, code: 'BAD_USER_INPUT' };
const forged = { status: 400, code: 'INVALID_CURSOR' };
const unread = { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' };
const unknown = { status: 404, code: 'DOCUMENT_NOT_FOUND' };
const notByGet = { status: 405, code: 'METHOD_NOT_ALLOWED' };

type Row = readonly [name: string, sent: Sent, expected: { status: number; code: string | null }];

const documents: Row[] = [
  ['aliases × 101', asks(`{ ${repeat(101, (i) => `a${i}: __typename`)} }`), complex],
  ['aliases × 600', asks(`{ ${repeat(600, (i) => `a${i}: __typename`)} }`), complex],
  ['one field × 500', asks(`{ status { ${repeat(500, () => 'dataVersion')} } }`), complex],
  ['a selection × 300', asks(`{ ${repeat(300, () => 'status { dataVersion }')} }`), complex],
  ['unknown fields × 500', asks(`{ ${repeat(500, (i) => `motionz${i}`)} }`), invalid],
  [
    'unknown fields of one noun × 500',
    asks(`{ motions { nodes { ${repeat(500, (i) => `titel${i}`)} } } }`),
    invalid,
  ],
  ['directives × 500', asks(`{ __typename ${repeat(500, () => '@include(if: true)')} }`), complex],
  ['unknown directives × 900', asks(`{ __typename ${repeat(900, () => '@a')} }`), invalid],
  ['directives × 11', asks(`{ ${repeat(11, () => '__typename @include(if: true)')} }`), complex],
  [
    'deep introspection',
    asks(`{ __schema { types { ${nest(8, 'fields { type { ', 'name', ' } }')} } } }`),
    invalid,
  ],
  [
    'circular introspection',
    asks(`{ __type(name: "Query") { ...A } } fragment A on __Type { fields { type { ...A } } }`),
    invalid,
  ],
  [
    'circular introspection by interfaces',
    asks(`{ __schema { types { ${nest(8, 'possibleTypes { interfaces { ', 'name', ' } }')} } } }`),
    invalid,
  ],
  ['deep selection', asks(`{ council(id: "x") { ${nest(300, 'replacedBy { ', 'id', ' }')} } }`), complex],
  ['deep list of values', asks(`{ nodes(ids: ${nest(900, '[', '', ']')}) { id } }`), invalid],
  ['unbalanced braces', asks('{'.repeat(1_900)), unparsed],
  [
    'fragments in a cycle',
    asks(
      '{ council(id: "x") { ...A } } fragment A on Council { replacedBy { ...B } } fragment B on Council { ...A }',
    ),
    invalid,
  ],
  [
    'a cycle of 150 fragments',
    asks(
      `{ council(id: "x") { ...F0 } } ${repeat(150, (i) => `fragment F${i} on Council { ...F${(i + 1) % 150} }`)}`,
    ),
    invalid,
  ],
  [
    'fragments that double',
    asks(
      `{ council(id: "x") { ...F0 } } ${repeat(12, (i) => `fragment F${i} on Council { a: replacedBy { ...F${i + 1} } b: replacedBy { ...F${i + 1} } }`)} fragment F12 on Council { id }`,
    ),
    complex,
  ],
  ['variables × 400', asks(`query (${repeat(400, (i) => `$v${i}: ID`)}) { __typename }`), invalid],
  ['operations × 200', asks(repeat(200, (i) => `query Q${i} { __typename }`)), bad],
  ['tokens × 3,000', asks(`{ nodes(ids: [${repeat(3_000, () => '"x"')}]) { id } }`), complex],
  [
    'a huge page',
    asks('{ motions(first: 2147483647) { nodes { id } } }'),
    { status: 400, code: 'PAGE_TOO_LARGE' },
  ],
  [
    'pages in pages',
    asks(
      `{ councils(first: 100) { nodes { motions(first: 100) { nodes { clauses(first: 100) { nodes { id } } } } } } }`,
    ),
    complex,
  ],
  ['a subscription', asks('subscription { motions { nodes { id } } }'), invalid],
  ['a mutation', asks('mutation { deleteEverything }'), invalid],
];

const values: Row[] = [
  ['ids × 101', asks('query ($i: [ID!]!) { nodes(ids: $i) { id } }', { i: Array(101).fill('x') }), unusable],
  [
    'ids × 20,000',
    asks('query ($i: [ID!]!) { nodes(ids: $i) { id } }', { i: Array(20_000).fill('x') }),
    complex,
  ],
  [
    'items of a filter × 20,000',
    asks('query ($i: [ID!]) { motions(where: { id: { oneOf: $i } }) { totalCount } }', {
      i: Array(20_000).fill('x'),
    }),
    unusable,
  ],
  [
    'conditions of a filter × 3,000',
    asks('query ($w: MotionWhereInput) { motions(where: $w) { totalCount } }', {
      w: { OR: Array(3_000).fill({ slug: { eq: 'x' } }) },
    }),
    unusable,
  ],
  [
    'a filter nested 9,000 deep',
    {
      body: `{"query":"query ($w: MotionWhereInput) { motions(where: $w) { totalCount } }","variables":{"w":${nest(9_000, '{"NOT":', '{}', '}')}}}`,
    },
    complex,
  ],
  [
    'a filter of lists nested 9,000 deep',
    {
      body: `{"query":"query ($w: MotionWhereInput) { motions(where: $w) { totalCount } }","variables":{"w":${nest(9_000, '{"OR":', '{}', '}')}}}`,
    },
    complex,
  ],
  [
    'a list nested 45,000 deep',
    {
      body: `{"query":"query ($i: [ID!]!) { nodes(ids: $i) { id } }","variables":{"i":${nest(45_000, '[', '', ']')}}}`,
    },
    complex,
  ],
  [
    'a long search',
    asks('query ($t: String!) { search(query: $t) { totalCount } }', { t: 'x'.repeat(90_000) }),
    unusable,
  ],
  [
    'a search of 100 words',
    asks('query ($t: String!) { search(query: $t) { totalCount } }', { t: '-a '.repeat(100) }),
    unusable,
  ],
  ['an invalid cursor', after('nonsense'), forged],
  ['a cursor of another list', after(cursor(1, 'AAAAAAAAAAAA', '2023-01-01', 'motion/x')), forged],
  ['a cursor of another version', after(cursor(9, 'AAAAAAAAAAAA')), forged],
  ['a cursor of objects', after(cursor({ $ne: 1 }, { $gt: '' })), forged],
  ['a cursor of SQL', after("' OR 1=1; --"), forged],
  ['a cursor of 60,000 characters', after('A'.repeat(60_000)), forged],
  ['U+0000', asks('query ($t: ID!) { council(id: $t) { id } }', { t: 'a\0b' }), unusable],
];

const json = '{"query":"{ council(id: \\"\xff\\") { id } }"}';

const transport: Row[] = [
  ['a batch', { body: JSON.stringify(Array(10).fill({ query: '{ __typename }' })) }, bad],
  ['a batch of 2,000', { body: JSON.stringify(Array(2_000).fill({ query: '{ __typename }' })) }, bad],
  ['invalid UTF-8', { body: Buffer.from(json, 'latin1') }, bad],
  ['a body that is no JSON', { body: '{"query":' }, bad],
  [
    'a body of 200 KB',
    { body: JSON.stringify({ query: `# ${'x'.repeat(200_000)}` }) },
    { status: 413, code: 'QUERY_TOO_COMPLEX' },
  ],
  [
    'a body that unpacks to 50 MB',
    { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(50_000_000, ' ')) },
    bad,
  ],
  ['__proto__', { body: '{"query":"{ __typename }","variables":{"__proto__":{"isAdmin":true}}}' }, bad],
  [
    'a form',
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={__typename}' },
    unread,
  ],
  [
    'a multipart form',
    {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{__typename}"}\r\n--x--',
    },
    unread,
  ],
  ['plain text', { headers: { 'content-type': 'text/plain' }, body: '{"query":"{ __typename }"}' }, unread],
  ['a mutation by GET', gets('mutation { deleteEverything }'), notByGet],
  ['a subscription by GET', gets('subscription { motions { nodes { id } } }'), notByGet],
  ['a forged document id', post({ documentId: `sha256:${'0'.repeat(64)}` }), unknown],
  ['a document id that is a list', post({ documentId: ['a'] }), unknown],
  [
    'an unknown persisted query',
    post({ extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }),
    unknown,
  ],
  [
    '100 documents to check at once',
    { path: '/graphql/check', body: JSON.stringify({ queries: Array(101).fill('{ a }') }) },
    bad,
  ],
  [
    'a streamed list that nests lists',
    {
      headers: { accept: 'text/csv' },
      body: JSON.stringify({ query: '{ motions { nodes { clauses { nodes { id } } } } }' }),
    },
    { status: 406, code: 'NOT_ACCEPTABLE' },
  ],
];

/** Every attack. */
export const attacks: readonly Attack[] = [...documents, ...values, ...transport].map(
  ([name, sent, expected]) => ({ name, bytes: bytesOf(sent), ...expected }),
);

/** A request of which the last byte of the body is never sent. */
export const slowBody = bytesOf({ body: '{"query":"{ __typename }"}' }).subarray(0, -1);

/** A request of which the headers never end. */
export const slowHeaders = Buffer.from('POST /graphql HTTP/1.1\r\nhost: localhost\r\nx-slow: ');

/** Sends the bytes on a connection of their own, and reads until the server closes it. */
export function send(port: number, bytes: Buffer): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const parts: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => socket.write(bytes));
    let failed: Error | undefined;
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('error', (error) => {
      failed = error;
    });
    socket.on('close', () => {
      if (parts.length > 0) resolve(judged(Buffer.concat(parts).toString(), performance.now() - began));
      else reject(failed ?? new Error('the server closed without an answer'));
    });
  });
}

function judged(text: string, milliseconds: number): Answered {
  const body = text.slice(text.indexOf('\r\n\r\n') + 4);
  const status = Number(text.slice(9, 12));
  const code = /"code":\s*"([A-Z_]+)"/.exec(body)?.[1] ?? null;
  return { status, code, body, milliseconds };
}
