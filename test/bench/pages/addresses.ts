// One address for each kind of page, of the record that weighs most of its kind: what holds for it holds for all.
import type pg from 'pg';

/** A kind of page and the address that is asked for. */
export interface Address {
  readonly kind: string;
  readonly path: string;
}

// The review most cited, and of the reviews the one in the middle: what readers of most reviews meet.
const cited = 'SELECT review_id AS id FROM citation GROUP BY 1 ORDER BY count(*) DESC, 1';
const middle = `${cited} OFFSET (SELECT count(DISTINCT review_id) / 2 FROM citation) LIMIT 1`;
const most = (column: string, table: string) =>
  `SELECT ${column} AS id FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`;
const councilsOf = (count: number) =>
  `SELECT string_agg(id, ',') AS id FROM (SELECT council_id AS id FROM coverage
     WHERE review_id = (${cited} LIMIT 1) AND result = 'found' ORDER BY 1 LIMIT ${count}) few`;

const records: Readonly<Record<string, string>> = {
  review: `${cited} LIMIT 1`,
  'review, in the middle': middle,
  recommendation: most('recommendation_id', 'citation'),
  council: most('council_id', 'motion'),
  ward: most('ward_id', 'motion_person'),
  councillor: most('councillor_id', 'motion_person'),
  motion: most('motion_id', 'clause'),
  source: most('source_id', 'clause'),
  theme: most('theme_id', 'ask_theme'),
  addressee: most('addressee_id', 'ask'),
};

const motions = `SELECT string_agg(id, ',' ORDER BY id) AS id FROM
  (SELECT id FROM motion WHERE amends_id IS NULL ORDER BY id LIMIT 2) two`;

/** The addresses, from what the database holds. */
export async function addresses(client: pg.Client): Promise<readonly Address[]> {
  const idOf = async (sql: string) => (await client.query<{ id: string }>(sql)).rows[0]?.id ?? '';
  const review = await idOf(`${cited} LIMIT 1`);
  const found: Address[] = [
    { kind: 'home', path: '/' },
    { kind: 'home, another review', path: `/?review=${await idOf(middle)}` },
    { kind: 'home, as of a day', path: `/?review=${review}&asOf=2023-06-01` },
    { kind: 'compare', path: '/compare' },
  ];
  for (const count of [2, 12]) {
    const councils = await idOf(councilsOf(count));
    found.push({
      kind: `compare, ${count} councils`,
      path: `/compare?review=${review}&councils=${councils}`,
    });
  }
  for (const [kind, sql] of Object.entries(records)) found.push({ kind, path: `/${await idOf(sql)}` });
  const [one = '', other = ''] = (await idOf(motions)).split(',');
  const clause = await idOf(most('clause_id', 'text_match'));
  found.push(
    { kind: 'lineage', path: '/lineage' },
    { kind: 'lineage, two motions', path: `/lineage/${one}?with=${other}` },
    ...(clause ? [{ kind: 'lineage, a clause', path: `/lineage/${clause}` }] : []),
    { kind: 'search', path: '/search?q=stop+and+search' },
    { kind: 'search, a common word', path: '/search?q=council' },
    { kind: 'search, misspelled', path: '/search?q=comissioner+polcing' },
    { kind: 'coverage', path: '/coverage' },
    { kind: 'glossary', path: '/glossary' },
    { kind: 'data', path: '/data/' },
    { kind: 'developers', path: '/developers' },
    { kind: 'feed', path: '/home.atom' },
    { kind: 'feed of a council', path: `/${await idOf(most('council_id', 'motion'))}.atom` },
    { kind: 'feed of a review', path: `/${review}.atom` },
    { kind: 'sitemap', path: '/sitemap.xml' },
    { kind: 'sitemap of motions', path: '/sitemap-motion-1.xml' },
    { kind: 'not found', path: '/motion/nowhere/1999/nothing' },
  );
  return found;
}
