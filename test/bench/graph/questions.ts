// The six questions, as this graph and as PostGraphile are asked them, and what both answers come down to.
import { createHash } from 'node:crypto';

type Json = Record<string, unknown>;

/** One of several things a question is asked of, in turn. */
export type Of = Readonly<Record<string, unknown>>;

/** A question: its documents, what it is asked of, and the rows that every answer has to come down to. */
export interface Question {
  readonly name: string;
  readonly about: string;
  readonly ours: string;
  readonly postgraphile: string;
  readonly rowsOfOurs: (data: Json) => unknown;
  readonly rowsOfPostgraphile: (data: Json) => unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of another server, looked into by path.
type Any = any;

const lower = (text: string | null) => text?.toLowerCase() ?? null;

/** The clauses, motions and people that Q3 lists under each council. */
export const questions: readonly Question[] = [
  {
    name: 'Q1',
    about: 'one council with 20 wards',
    ours: `query Q1($council: ID!) { council(id: $council) { id name gssCode
      wards(first: 20) { nodes { id name gssCode seats } } } }`,
    postgraphile: `query Q1($council: String!) { councilByRowId(rowId: $council) { rowId name gssCode
      wardsByCouncilId(first: 20, orderBy: [NAME_ASC, PRIMARY_KEY_ASC]) { nodes { rowId name gssCode seats } } } }`,
    rowsOfOurs: ({ council }: Any) => [
      [council.id, council.name, council.gssCode],
      ...council.wards.nodes.map((ward: Any) => [ward.id, ward.name, ward.gssCode, ward.seats]),
    ],
    rowsOfPostgraphile: ({ councilByRowId: council }: Any) => [
      [council.rowId, council.name, council.gssCode],
      ...council.wardsByCouncilId.nodes.map((ward: Any) => [ward.rowId, ward.name, ward.gssCode, ward.seats]),
    ],
  },
  {
    name: 'Q2',
    about: 'the 50 newest motions with council, mover, the mover’s ward and outcome',
    ours: `query Q2 { motions(first: 50) { nodes { id title date currentOutcome council { id name }
      people(first: 1, where: { role: { eq: MOVER } }) { nodes { name councillor { id } ward { id name } } } } } }`,
    postgraphile: `query Q2 { allMotions(first: 50, condition: { amendsId: null }, orderBy: [DATE_DESC, PRIMARY_KEY_ASC]) {
      nodes { rowId title date currentOutcome councilByCouncilId { rowId name }
        motionPeopleByMotionId(first: 1, condition: { role: "mover" }, orderBy: [SEQ_ASC]) {
          nodes { name councillorId wardByWardId { rowId name } } } } } }`,
    rowsOfOurs: ({ motions }: Any) =>
      motions.nodes.map((motion: Any) => [
        motion.id,
        motion.title,
        motion.date,
        lower(motion.currentOutcome),
        motion.council.id,
        motion.council.name,
        ...motion.people.nodes.map(({ name, councillor, ward }: Any) => [
          name,
          councillor.id,
          ward.id,
          ward.name,
        ]),
      ]),
    rowsOfPostgraphile: ({ allMotions }: Any) =>
      allMotions.nodes.map((motion: Any) => [
        motion.rowId,
        motion.title,
        motion.date,
        motion.currentOutcome,
        motion.councilByCouncilId.rowId,
        motion.councilByCouncilId.name,
        ...motion.motionPeopleByMotionId.nodes.map(({ name, councillorId, wardByWardId: ward }: Any) => [
          name,
          councillorId,
          ward.rowId,
          ward.name,
        ]),
      ]),
  },
  {
    name: 'Q3',
    about: '20 councils × 10 motions × 5 clauses, with movers',
    ours: `query Q3 { councils(first: 20) { nodes { id name motions(first: 10) { nodes { id title date
      people(first: 1, where: { role: { eq: MOVER } }) { nodes { name } }
      clauses(first: 5) { nodes { id address summary } } } } } } }`,
    postgraphile: `query Q3 { allCouncils(first: 20, orderBy: [NAME_ASC, PRIMARY_KEY_ASC]) { nodes { rowId name
      motionsByCouncilId(first: 10, condition: { amendsId: null }, orderBy: [DATE_DESC, PRIMARY_KEY_ASC]) { nodes { rowId title date
        motionPeopleByMotionId(first: 1, condition: { role: "mover" }, orderBy: [SEQ_ASC]) { nodes { name } }
        clausesByMotionId(first: 5, orderBy: [SEQ_ASC]) { nodes { rowId address summary } } } } } } }`,
    rowsOfOurs: ({ councils }: Any) =>
      councils.nodes.map((council: Any) => [
        council.id,
        council.name,
        ...council.motions.nodes.map((motion: Any) => [
          motion.id,
          motion.title,
          motion.date,
          motion.people.nodes.map((each: Any) => each.name),
          motion.clauses.nodes.map((each: Any) => [each.id, each.address, each.summary]),
        ]),
      ]),
    rowsOfPostgraphile: ({ allCouncils }: Any) =>
      allCouncils.nodes.map((council: Any) => [
        council.rowId,
        council.name,
        ...council.motionsByCouncilId.nodes.map((motion: Any) => [
          motion.rowId,
          motion.title,
          motion.date,
          motion.motionPeopleByMotionId.nodes.map((each: Any) => each.name),
          motion.clausesByMotionId.nodes.map((each: Any) => [each.rowId, each.address, each.summary]),
        ]),
      ]),
  },
  {
    name: 'Q4',
    about: 'the positions of 33 councils on one review, with their evidence',
    ours: `query Q4($review: ID!, $councils: [ID!]) { compare(review: $review, councils: $councils) { rows { recommendation { id } cells {
      council { id } evidenceState position { direction basis strength scope evidence {
        clause { id address summary } motion { id title } event { id outcome } source { id title } } } } } } }`,
    postgraphile: `query Q4($review: String!) { allBenchCells(condition: { reviewId: $review }, orderBy: [N_ASC]) { nodes {
      recommendationId councilId evidenceState direction basis strength scope
      benchEvidencesByCell(orderBy: [N_ASC]) { nodes {
        clauseByClauseId { rowId address summary } motionByMotionId { rowId title }
        motionEventByEventId { rowId outcome } sourceBySourceId { rowId title } } } } } }`,
    rowsOfOurs: ({ compare }: Any) =>
      compare.rows.flatMap(({ recommendation, cells }: Any) =>
        cells.map(({ council, evidenceState, position }: Any) => [
          recommendation.id,
          council.id,
          lower(evidenceState),
          ...['direction', 'basis', 'strength', 'scope'].map((name) =>
            position ? lower(position[name]) : null,
          ),
          (position?.evidence ?? []).map(({ clause, motion, event, source }: Any) => [
            clause.id,
            clause.address,
            clause.summary,
            motion.id,
            motion.title,
            event?.id ?? null,
            event?.outcome ? lower(event.outcome) : null,
            source.id,
            source.title,
          ]),
        ]),
      ),
    rowsOfPostgraphile: ({ allBenchCells }: Any) =>
      allBenchCells.nodes.map((cell: Any) => [
        cell.recommendationId,
        cell.councilId,
        cell.evidenceState,
        cell.direction,
        cell.basis,
        cell.strength,
        cell.scope,
        cell.benchEvidencesByCell.nodes.map((each: Any) => [
          each.clauseByClauseId.rowId,
          each.clauseByClauseId.address,
          each.clauseByClauseId.summary,
          each.motionByMotionId.rowId,
          each.motionByMotionId.title,
          each.motionEventByEventId?.rowId ?? null,
          each.motionEventByEventId?.outcome ?? null,
          each.sourceBySourceId.rowId,
          each.sourceBySourceId.title,
        ]),
      ]),
  },
  {
    name: 'Q5',
    about: 'full-text search of clauses, best first, 20 of them',
    ours: `query Q5($words: String!) { search(query: $words, types: [CLAUSE], first: 20) { nodes { ... on Clause {
      id address summary motion { id title } } } } }`,
    postgraphile: `query Q5($words: String!) { benchSearchClause(words: $words, first: 20) { nodes {
      rowId address summary motionByMotionId { rowId title } } } }`,
    rowsOfOurs: ({ search }: Any) =>
      search.nodes.map((clause: Any) => [
        clause.id,
        clause.address,
        clause.summary,
        clause.motion.id,
        clause.motion.title,
      ]),
    rowsOfPostgraphile: ({ benchSearchClause }: Any) =>
      benchSearchClause.nodes.map((clause: Any) => [
        clause.rowId,
        clause.address,
        clause.summary,
        clause.motionByMotionId.rowId,
        clause.motionByMotionId.title,
      ]),
  },
  {
    name: 'Q6',
    about: 'page 1,000 of the motions by cursor, 20 on a page',
    ours: `query Q6($after: String!) { motions(first: 20, after: $after) { nodes { id title date council { id name } }
      pageInfo { hasNextPage } } }`,
    postgraphile: `query Q6($after: Cursor!) { allMotions(first: 20, after: $after, condition: { amendsId: null }, orderBy: [DATE_DESC, PRIMARY_KEY_ASC]) {
      nodes { rowId title date councilByCouncilId { rowId name } } pageInfo { hasNextPage } } }`,
    rowsOfOurs: ({ motions }: Any) => [
      motions.pageInfo.hasNextPage,
      ...motions.nodes.map((motion: Any) => [
        motion.id,
        motion.title,
        motion.date,
        motion.council.id,
        motion.council.name,
      ]),
    ],
    rowsOfPostgraphile: ({ allMotions }: Any) => [
      allMotions.pageInfo.hasNextPage,
      ...allMotions.nodes.map((motion: Any) => [
        motion.rowId,
        motion.title,
        motion.date,
        motion.councilByCouncilId.rowId,
        motion.councilByCouncilId.name,
      ]),
    ],
  },
];

/** A short hash of rows, to tell whether two servers answer the same. */
export const hashOf = (rows: unknown): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12);
