// The rules without which nothing is published.
import { described } from '../store/describe.js';
import { cellsAgree } from './cells-agree.js';
import { type Check, check, told } from './check.js';
import { standingAgrees } from './standing-agrees.js';

const sourced = [...described.keys()].filter((table) =>
  [...described.keys()].some((each) => each === `${table}_source`),
);
const withId = [...described.values()].filter((table) => table.published && table.key.join() === 'id');
const inUse = withId
  .filter((table) => table.name !== 'tombstone')
  .map((table) => `SELECT id FROM ${table.name}`);

/** 1xx: a record that breaks one of these stops publication. */
export const must: readonly Check[] = [
  check(
    'A101',
    'MUST',
    'every record has at least one source',
    sourced
      .map(
        (table) =>
          `SELECT t.id FROM ${table} t WHERE NOT EXISTS (SELECT FROM ${table}_source s WHERE s.${table}_id = t.id)`,
      )
      .join(' UNION ALL '),
  ),
  check(
    'A102',
    'MUST',
    'a clause stands under a clause of the same motion that comes before it',
    `SELECT c.id FROM clause c JOIN clause p ON p.id = c.parent_id
     WHERE p.motion_id <> c.motion_id OR p.seq >= c.seq`,
  ),
  check(
    'A103',
    'MUST',
    'an authoritative event is a decision and has an outcome',
    `SELECT id FROM motion_event
     WHERE authoritative AND (outcome IS NULL OR stage NOT IN ('decided', 'decided_by_executive'))`,
  ),
  {
    code: 'A104',
    level: 'MUST',
    rule: 'the stage and outcome of a motion are those the rule derives from its events',
    broken: async (db) => told(await standingAgrees(db)),
  },
  check(
    'A105',
    'MUST',
    'a citation is of one recommendation of its review, or of all of them exactly when its basis is collective_all',
    `SELECT c.id FROM citation c LEFT JOIN recommendation r ON r.id = c.recommendation_id
     WHERE (c.basis = 'collective_all') <> (c.recommendation_id IS NULL) OR r.review_id <> c.review_id`,
  ),
  check(
    'A106',
    'MUST',
    'wording is published only where the licence of its source is recorded and lets it stand among ours',
    `SELECT c.id FROM clause c JOIN source s ON s.id = c.source_id
     WHERE c.text IS NOT NULL AND (s.licence_id IS NULL OR s.licence_id ~ '-sa(-|$)')`,
  ),
  check(
    'A107',
    'MUST',
    'wording that is held is not published',
    'SELECT c.id FROM clause c JOIN held_text h ON h.clause_id = c.id WHERE c.text IS NOT NULL',
  ),
  check(
    'A108',
    'MUST',
    'the id of a removed or merged record is not in use',
    `SELECT id FROM (${inUse.join(' UNION ALL ')}) used
     WHERE id IN (SELECT id FROM tombstone) OR id IN (SELECT old_id FROM redirect)`,
  ),
  check(
    'A109',
    'MUST',
    'a redirect leads to a record in use',
    `SELECT old_id AS id FROM redirect WHERE new_id NOT IN (${inUse.join(' UNION ALL ')})`,
  ),
  check(
    'A110',
    'MUST',
    'a council one of whose motions is read as citing a review has coverage of that review that says found',
    `SELECT m.id FROM citation ci JOIN clause cl ON cl.id = ci.clause_id JOIN motion m ON m.id = cl.motion_id
     LEFT JOIN coverage v ON v.council_id = m.council_id AND v.review_id = ci.review_id
     WHERE ci.review_state NOT IN ('suggested', 'retired') AND v.result IS DISTINCT FROM 'found'`,
  ),
  check(
    'A111',
    'MUST',
    'coverage that says found is of a council with a motion',
    `SELECT v.id FROM coverage v
     WHERE v.result = 'found' AND NOT EXISTS (SELECT FROM motion m WHERE m.council_id = v.council_id)`,
  ),
  check(
    'A112',
    'MUST',
    'an amendment amends a motion of the same council',
    `SELECT a.id FROM motion a JOIN motion m ON m.id = a.amends_id WHERE a.council_id <> m.council_id`,
  ),
  check(
    'A113',
    'MUST',
    'the amendment an event is about amends the motion of that event',
    `SELECT e.id FROM motion_event e JOIN motion a ON a.id = e.amendment_id
     WHERE a.amends_id IS DISTINCT FROM e.motion_id`,
  ),
  check(
    'A114',
    'MUST',
    'votes by name stand only under a recorded vote',
    `SELECT v.id FROM vote v JOIN motion_event e ON e.id = v.event_id
     WHERE e.decision_mode NOT IN ('recorded_vote', 'casting_vote')`,
  ),
  check(
    'A115',
    'MUST',
    'a meeting is of a body of its own council, and an event at a meeting is before the body that met',
    `SELECT m.id FROM meeting m JOIN body b ON b.id = m.body_id WHERE b.council_id <> m.council_id
     UNION ALL
     SELECT e.id FROM motion_event e JOIN meeting m ON m.id = e.meeting_id WHERE e.body_id <> m.body_id`,
  ),
  {
    code: 'A116',
    level: 'MUST',
    rule: 'the cells that are kept are those the position rule gives',
    broken: async (db) => told(await cellsAgree(db)),
  },
];
