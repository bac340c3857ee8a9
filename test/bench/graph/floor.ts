// The floor: what a bare server answers with one statement for each question, written by hand. FLOOR says
// who builds the answer: `json` PostgreSQL, `rows` this process from flat rows, `model` the same from the rows of a
// read model that `npm run bench -- read-model` makes. DATABASE_URL and PORT come
// from the benchmark.
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';

type Row = (string | null)[];

interface Floor {
  readonly json: string;
  readonly rows: string;
  /** The same columns as `rows`, from a read model. */
  readonly model?: string;
  readonly values: (of: Record<string, unknown>) => unknown[];
  readonly write: (rows: Row[]) => string;
}

const text = (value: string | null | undefined): string =>
  value === null || value === undefined ? 'null' : JSON.stringify(value);
const word = (value: string | null | undefined): string =>
  value === null || value === undefined ? 'null' : `"${value.toUpperCase()}"`;

// Runs of rows that share what stands before them, for lists in lists.
function grouped(rows: Row[], column: number, write: (rows: Row[]) => string): string {
  const parts: string[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (to < rows.length && rows[to]?.[column] === rows[from]?.[column]) to += 1;
    parts.push(write(rows.slice(from, to)));
    from = to;
  }
  return parts.join();
}

const newest = 'ORDER BY date DESC NULLS LAST, id';
const mover = `LEFT JOIN LATERAL (SELECT p.name, p.councillor_id, p.ward_id FROM motion_person p
  WHERE p.motion_id = m.id AND p.role = 'mover' ORDER BY p.seq LIMIT 1) p ON true`;
const wards = `SELECT w.id, w.name, w.gss_code, w.seats FROM ward w WHERE w.council_id = c.id ORDER BY w.name, w.id LIMIT 20`;
const hits = `SELECT s.id, s.address, s.summary, s.motion_id, ts_rank(s.search, websearch_to_tsquery('english', $1)) AS rank
  FROM clause s WHERE s.search @@ websearch_to_tsquery('english', $1)
  ORDER BY (ts_rank(s.search, websearch_to_tsquery('english', $1)) * 1000000)::bigint DESC, s.id DESC LIMIT 20`;
const seek = (limit: number) => `SELECT * FROM (
    (SELECT * FROM motion WHERE amends_id IS NULL AND date = $1::date AND id > $2 ${newest} LIMIT ${limit})
    UNION ALL (SELECT * FROM motion WHERE amends_id IS NULL AND date < $1::date ${newest} LIMIT ${limit})
    UNION ALL (SELECT * FROM motion WHERE amends_id IS NULL AND date IS NULL ${newest} LIMIT ${limit})
  ) u ${newest} LIMIT ${limit}`;

const floors: Record<string, Floor> = {
  Q1: {
    values: ({ council }) => [council],
    json: `SELECT json_build_object('council', json_build_object('id', c.id, 'name', c.name, 'gssCode', c.gss_code,
      'wards', json_build_object('nodes', (SELECT coalesce(json_agg(json_build_object(
        'id', w.id, 'name', w.name, 'gssCode', w.gss_code, 'seats', w.seats)), '[]') FROM (${wards}) w)))) FROM council c WHERE c.id = $1`,
    rows: `SELECT c.id, c.name, c.gss_code, w.id, w.name, w.gss_code, w.seats FROM council c
      LEFT JOIN LATERAL (${wards}) w ON true WHERE c.id = $1`,
    write: (rows) => {
      const [id, name, code] = rows[0] as Row;
      const nodes = rows
        .filter((row) => row[3] !== null)
        .map(
          (row) =>
            `{"id":${text(row[3])},"name":${text(row[4])},"gssCode":${text(row[5])},"seats":${row[6] ?? 'null'}}`,
        );
      return `{"council":{"id":${text(id)},"name":${text(name)},"gssCode":${text(code)},"wards":{"nodes":[${nodes}]}}}`;
    },
  },
  Q2: {
    values: () => [],
    json: `SELECT json_build_object('motions', json_build_object('nodes', json_agg(json_build_object(
        'id', m.id, 'title', m.title, 'date', m.date, 'currentOutcome', upper(m.current_outcome),
        'council', json_build_object('id', c.id, 'name', c.name),
        'people', json_build_object('nodes', CASE WHEN p.name IS NULL THEN '[]'::json ELSE json_build_array(json_build_object('name', p.name,
          'councillor', json_build_object('id', p.councillor_id), 'ward', json_build_object('id', w.id, 'name', w.name))) END))
        ORDER BY m.date DESC NULLS LAST, m.id)))
      FROM (SELECT * FROM motion WHERE amends_id IS NULL ${newest} LIMIT 50) m
      JOIN council c ON c.id = m.council_id ${mover} LEFT JOIN ward w ON w.id = p.ward_id`,
    rows: `SELECT m.id, m.title, m.date, m.current_outcome, c.id, c.name, p.name, p.councillor_id, w.id, w.name
      FROM (SELECT * FROM motion WHERE amends_id IS NULL ${newest} LIMIT 50) m
      JOIN council c ON c.id = m.council_id ${mover} LEFT JOIN ward w ON w.id = p.ward_id
      ORDER BY m.date DESC NULLS LAST, m.id`,
    model: `SELECT id, title, date, current_outcome, council_id, council, mover, councillor_id, ward_id, ward
      FROM bench.motion_read WHERE amends_id IS NULL ${newest} LIMIT 50`,
    write: (rows) => {
      const nodes = rows.map((row) => {
        const person =
          row[6] === null
            ? ''
            : `{"name":${text(row[6])},"councillor":{"id":${text(row[7])}},"ward":{"id":${text(row[8])},"name":${text(row[9])}}}`;
        return `{"id":${text(row[0])},"title":${text(row[1])},"date":${text(row[2])},"currentOutcome":${word(row[3])},"council":{"id":${text(row[4])},"name":${text(row[5])}},"people":{"nodes":[${person}]}}`;
      });
      return `{"motions":{"nodes":[${nodes}]}}`;
    },
  },
  Q3: {
    values: () => [],
    json: `SELECT json_build_object('councils', json_build_object('nodes', json_agg(json_build_object('id', c.id, 'name', c.name,
        'motions', json_build_object('nodes', (SELECT coalesce(json_agg(json_build_object('id', m.id, 'title', m.title, 'date', m.date,
          'people', json_build_object('nodes', CASE WHEN p.name IS NULL THEN '[]'::json ELSE json_build_array(json_build_object('name', p.name)) END),
          'clauses', json_build_object('nodes', (SELECT coalesce(json_agg(json_build_object('id', q.id, 'address', q.address, 'summary', q.summary)), '[]')
            FROM (SELECT id, address, summary FROM clause WHERE motion_id = m.id ORDER BY seq LIMIT 5) q))) ORDER BY m.date DESC NULLS LAST, m.id), '[]')
          FROM (SELECT * FROM motion WHERE council_id = c.id AND amends_id IS NULL ${newest} LIMIT 10) m ${mover}))) ORDER BY c.name, c.id)))
      FROM (SELECT * FROM council ORDER BY name, id LIMIT 20) c`,
    rows: `SELECT c.id, c.name, m.id, m.title, m.date, p.name, q.id, q.address, q.summary
      FROM (SELECT * FROM council ORDER BY name, id LIMIT 20) c
      LEFT JOIN LATERAL (SELECT * FROM motion WHERE council_id = c.id AND amends_id IS NULL ${newest} LIMIT 10) m ON true
      ${mover}
      LEFT JOIN LATERAL (SELECT id, address, summary, seq FROM clause WHERE motion_id = m.id ORDER BY seq LIMIT 5) q ON true
      ORDER BY c.name, c.id, m.date DESC NULLS LAST, m.id, q.seq`,
    model: `SELECT c.id, c.name, m.id, m.title, m.date, m.mover, q.id, q.address, q.summary
      FROM (SELECT * FROM council ORDER BY name, id LIMIT 20) c
      LEFT JOIN LATERAL (SELECT * FROM bench.motion_read WHERE council_id = c.id AND amends_id IS NULL ${newest} LIMIT 10) m ON true
      LEFT JOIN LATERAL (SELECT id, address, summary, seq FROM clause WHERE motion_id = m.id ORDER BY seq LIMIT 5) q ON true
      ORDER BY c.name, c.id, m.date DESC NULLS LAST, m.id, q.seq`,
    write: (rows) => {
      const clause = (row: Row) =>
        row[6] === null ? '' : `{"id":${text(row[6])},"address":${text(row[7])},"summary":${text(row[8])}}`;
      const motion = (of: Row[]) => {
        const row = of[0] as Row;
        if (row[2] === null) return '';
        const person = row[5] === null ? '' : `{"name":${text(row[5])}}`;
        return `{"id":${text(row[2])},"title":${text(row[3])},"date":${text(row[4])},"people":{"nodes":[${person}]},"clauses":{"nodes":[${of.map(clause)}]}}`;
      };
      const council = (of: Row[]) =>
        `{"id":${text(of[0]?.[0])},"name":${text(of[0]?.[1])},"motions":{"nodes":[${grouped(of, 2, motion)}]}}`;
      return `{"councils":{"nodes":[${grouped(rows, 0, council)}]}}`;
    },
  },
  Q4: {
    values: ({ review }) => [review],
    json: `SELECT json_build_object('compare', json_build_object('rows', json_agg(json_build_object('recommendation', json_build_object('id', r.id), 'cells', r.cells) ORDER BY r.n)))
      FROM (SELECT c.recommendation_id AS id, min(c.n) AS n, json_agg(json_build_object('council', json_build_object('id', c.council_id), 'evidenceState', upper(c.evidence_state),
        'position', CASE WHEN c.direction IS NOT NULL THEN json_build_object('direction', upper(c.direction), 'basis', upper(c.basis), 'strength', upper(c.strength), 'scope', upper(c.scope),
          'evidence', (SELECT json_agg(json_build_object('clause', json_build_object('id', q.id, 'address', q.address, 'summary', q.summary),
              'motion', json_build_object('id', m.id, 'title', m.title), 'event', CASE WHEN v.id IS NOT NULL THEN json_build_object('id', v.id, 'outcome', upper(v.outcome)) END,
              'source', json_build_object('id', s.id, 'title', s.title)) ORDER BY e.n)
            FROM bench.evidence e JOIN clause q ON q.id = e.clause_id JOIN motion m ON m.id = e.motion_id
            LEFT JOIN motion_event v ON v.id = e.event_id JOIN source s ON s.id = e.source_id WHERE e.cell = c.n)) END) ORDER BY c.n) AS cells
        FROM bench.cell c WHERE c.review_id = $1 GROUP BY c.recommendation_id) r`,
    rows: `SELECT c.recommendation_id, c.n, c.council_id, c.evidence_state, c.direction, c.basis, c.strength, c.scope,
        q.id, q.address, q.summary, m.id, m.title, v.id, v.outcome, s.id, s.title
      FROM bench.cell c LEFT JOIN bench.evidence e ON e.cell = c.n LEFT JOIN clause q ON q.id = e.clause_id LEFT JOIN motion m ON m.id = e.motion_id
      LEFT JOIN motion_event v ON v.id = e.event_id LEFT JOIN source s ON s.id = e.source_id WHERE c.review_id = $1 ORDER BY c.n, e.n`,
    write: (rows) => {
      const evidence = (row: Row) =>
        `{"clause":{"id":${text(row[8])},"address":${text(row[9])},"summary":${text(row[10])}},"motion":{"id":${text(row[11])},"title":${text(row[12])}},"event":${row[13] === null ? 'null' : `{"id":${text(row[13])},"outcome":${word(row[14])}}`},"source":{"id":${text(row[15])},"title":${text(row[16])}}}`;
      const cell = (of: Row[]) => {
        const row = of[0] as Row;
        const position =
          row[4] === null
            ? 'null'
            : `{"direction":${word(row[4])},"basis":${word(row[5])},"strength":${word(row[6])},"scope":${word(row[7])},"evidence":[${of.map(evidence)}]}`;
        return `{"council":{"id":${text(row[2])}},"evidenceState":${word(row[3])},"position":${position}}`;
      };
      const line = (of: Row[]) =>
        `{"recommendation":{"id":${text(of[0]?.[0])}},"cells":[${grouped(of, 1, cell)}]}`;
      return `{"compare":{"rows":[${grouped(rows, 0, line)}]}}`;
    },
  },
  Q5: {
    values: ({ words }) => [words],
    json: `SELECT json_build_object('search', json_build_object('nodes', coalesce(json_agg(json_build_object('id', h.id, 'address', h.address, 'summary', h.summary,
        'motion', json_build_object('id', m.id, 'title', m.title)) ORDER BY (h.rank * 1000000)::bigint DESC, h.id DESC), '[]')))
      FROM (${hits}) h JOIN motion m ON m.id = h.motion_id`,
    rows: `SELECT h.id, h.address, h.summary, m.id, m.title FROM (${hits}) h JOIN motion m ON m.id = h.motion_id
      ORDER BY (h.rank * 1000000)::bigint DESC, h.id DESC`,
    write: (rows) => {
      const nodes = rows.map(
        (row) =>
          `{"id":${text(row[0])},"address":${text(row[1])},"summary":${text(row[2])},"motion":{"id":${text(row[3])},"title":${text(row[4])}}}`,
      );
      return `{"search":{"nodes":[${nodes}]}}`;
    },
  },
  Q6: {
    values: ({ date, id }) => [date, id],
    json: `SELECT json_build_object('motions', json_build_object('nodes', coalesce(json_agg(json_build_object('id', m.id, 'title', m.title, 'date', m.date,
        'council', json_build_object('id', c.id, 'name', c.name)) ORDER BY m.n) FILTER (WHERE m.n <= 20), '[]'), 'pageInfo', json_build_object('hasNextPage', count(*) > 20)))
      FROM (SELECT *, row_number() OVER (${newest}) AS n FROM (${seek(21)}) u) m JOIN council c ON c.id = m.council_id`,
    rows: `SELECT m.id, m.title, m.date, c.id, c.name FROM (${seek(21)}) m JOIN council c ON c.id = m.council_id
      ORDER BY m.date DESC NULLS LAST, m.id`,
    write: (rows) => {
      const nodes = rows
        .slice(0, 20)
        .map(
          (row) =>
            `{"id":${text(row[0])},"title":${text(row[1])},"date":${text(row[2])},"council":{"id":${text(row[3])},"name":${text(row[4])}}}`,
        );
      return `{"motions":{"nodes":[${nodes}],"pageInfo":{"hasNextPage":${rows.length > 20}}}}`;
    },
  },
};

const asText = { getTypeParser: () => (value: string) => value };
const ways = ['json', 'rows', 'model'] as const;
const way = ways.find((each) => each === process.env.FLOOR) ?? 'rows';
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c datestyle=ISO',
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

async function answer(name: string, of: Record<string, unknown>): Promise<string> {
  const floor = floors[name];
  if (!floor) throw new Error(`no question ${name}`);
  const { rows } = await pool.query({
    name: `${way} ${name}`,
    text: floor[way] ?? floor.rows,
    values: floor.values(of),
    rowMode: 'array',
    types: asText as pg.CustomTypesConfig,
  });
  const data = way === 'json' ? (rows[0] as Row)[0] : floor.write(rows as Row[]);
  return `{"data":${data}}\n`;
}

const server = createServer(async (request, response) => {
  try {
    const { variables } = JSON.parse(await bodyOf(request));
    const body = await answer(String(request.url).slice(1), variables);
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
