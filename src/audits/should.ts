// The rules whose breach is told and published all the same.
import { staleWordings } from '../store/text-matches.js';
import { type Check, check } from './check.js';

/** 2xx: what a careful reader would ask for. */
export const should: readonly Check[] = [
  check(
    'A201',
    'SHOULD',
    'a clause has a summary or its wording',
    'SELECT id FROM clause WHERE summary IS NULL AND text IS NULL',
  ),
  check('A202', 'SHOULD', 'an ask has an addressee', 'SELECT id FROM ask WHERE addressee_id IS NULL'),
  check(
    'A203',
    'SHOULD',
    'a council whose coverage of a review says found has a motion read as citing it',
    `SELECT v.id FROM coverage v LEFT JOIN (
       SELECT DISTINCT m.council_id, ci.review_id
       FROM citation ci JOIN clause cl ON cl.id = ci.clause_id JOIN motion m ON m.id = cl.motion_id
       WHERE ci.review_state NOT IN ('suggested', 'retired')) cited USING (council_id, review_id)
     WHERE v.result = 'found' AND cited.council_id IS NULL`,
  ),
  check(
    'A204',
    'SHOULD',
    'a review has as many recommendations as it is said to make',
    `SELECT r.id FROM review r WHERE r.recommendation_count IS NOT NULL AND r.recommendation_count <>
       (SELECT count(*) FROM recommendation n WHERE n.review_id = r.id)`,
  ),
  check(
    'A205',
    'SHOULD',
    'votes recorded by name add up to the counts stated',
    `SELECT e.id FROM motion_event e JOIN (
       SELECT event_id, count(*) FILTER (WHERE option = 'for') AS ayes,
         count(*) FILTER (WHERE option = 'against') AS noes,
         count(*) FILTER (WHERE option = 'abstain') AS abstentions
       FROM vote GROUP BY event_id) v ON v.event_id = e.id
     WHERE e.votes_for <> ayes OR e.votes_against <> noes OR e.votes_abstain <> abstentions`,
  ),
  check(
    'A206',
    'SHOULD',
    'the address of a clause begins with the address of the clause it stands under',
    `SELECT c.id FROM clause c JOIN clause p ON p.id = c.parent_id
     WHERE NOT starts_with(c.address, p.address || '.')`,
  ),
  check(
    'A207',
    'SHOULD',
    'a membership is dated or attested on a day',
    'SELECT id FROM membership WHERE start_date IS NULL AND end_date IS NULL AND first_attested_on IS NULL',
  ),
  check(
    'A208',
    'SHOULD',
    'an event is before a body of the motion’s own council',
    `SELECT e.id FROM motion_event e JOIN motion m ON m.id = e.motion_id JOIN body b ON b.id = e.body_id
     WHERE b.council_id <> m.council_id`,
  ),
  check('A209', 'SHOULD', 'the wording of a clause has been compared with that of others', staleWordings),
];

/** 3xx: what would be good to have. */
export const may: readonly Check[] = [
  check('A301', 'MAY', 'a motion has a title', 'SELECT id FROM motion WHERE title IS NULL'),
  check('A302', 'MAY', 'a motion has a date', 'SELECT id FROM motion WHERE date IS NULL'),
  check(
    'A303',
    'MAY',
    'a source can be found again: it has an address or the hash of what was read',
    "SELECT id FROM source WHERE url IS NULL AND sha256 IS NULL AND kind <> 'compilation'",
  ),
  check(
    'A304',
    'MAY',
    'a reading has been looked at by a person',
    `SELECT id FROM citation WHERE review_state = 'suggested'
     UNION ALL SELECT id FROM ask WHERE review_state = 'suggested'`,
  ),
];
