// What every list of the graph holds, said a second time and by other means than the planner's.
export type Row = Record<string, unknown>;
export type Tables = ReadonlyMap<string, readonly Row[]>;

export type Related = (row: Row, tables: Tables) => readonly Row[];

export const all = (tables: Tables, table: string) => tables.get(table) ?? [];
const by =
  (table: string, column: string, from = 'id'): Related =>
  (row, tables) =>
    all(tables, table).filter((each) => each[column] === row[from]);
const through =
  (bridge: string, near: string, far: string, table: string, from = 'id'): Related =>
  (row, tables) => {
    const ids = all(tables, bridge)
      .filter((each) => each[near] === row[from])
      .map((each) => each[far]);
    return all(tables, table).filter((each) => ids.includes(each.id));
  };
export const sourcesOf = (table: string, from = 'id') =>
  through(`${table}_source`, `${table}_id`, 'source_id', 'source', from);
const sourceOfClause: Related = (row, tables) => {
  const clause = all(tables, 'clause').find((each) => each.id === row.clause_id);
  return all(tables, 'source').filter((each) => each.id === clause?.source_id);
};

/** What every list of the graph holds. */
export const related: Record<string, Related> = {
  'Council.otherNames': by('council_name', 'council_id'),
  'Council.identifiers': by('council_identifier', 'council_id'),
  'Council.wards': by('ward', 'council_id'),
  'Council.bodies': by('body', 'council_id'),
  'Council.meetings': by('meeting', 'council_id'),
  'Council.memberships': by('membership', 'council_id'),
  'Council.organisations': by('organisation', 'council_id'),
  'Council.motions': by('motion', 'council_id'),
  'Council.coverage': by('coverage', 'council_id'),
  'Ward.memberships': by('membership', 'ward_id'),
  'Party.memberships': by('membership', 'party_id'),
  'PoliceUnit.councils': by('council', 'police_unit_id'),
  'Councillor.identifiers': by('councillor_identifier', 'councillor_id'),
  'Councillor.memberships': by('membership', 'councillor_id'),
  'Councillor.motions': through('motion_person', 'councillor_id', 'motion_id', 'motion'),
  'Councillor.parts': by('motion_person', 'councillor_id'),
  'Councillor.votes': by('vote', 'councillor_id'),
  'Body.meetings': by('meeting', 'body_id'),
  'Body.memberships': by('membership', 'body_id'),
  'Body.organisations': by('organisation', 'body_id'),
  'Body.events': by('motion_event', 'body_id'),
  'Meeting.events': by('motion_event', 'meeting_id'),
  'Organisation.asksAddressed': by('ask', 'addressee_id'),
  'Organisation.asksToCarryOut': by('ask', 'actor_id'),
  'Organisation.recommendations': through(
    'recommendation_addressee',
    'organisation_id',
    'recommendation_id',
    'recommendation',
  ),
  'Review.recommendations': by('recommendation', 'review_id'),
  'Review.citations': by('citation', 'review_id'),
  'Review.motions': (row, tables) => {
    const clauses = all(tables, 'citation')
      .filter((each) => each.review_id === row.id)
      .map((each) => each.clause_id);
    const motions = all(tables, 'clause')
      .filter((each) => clauses.includes(each.id))
      .map((each) => each.motion_id);
    return all(tables, 'motion').filter((each) => motions.includes(each.id));
  },
  'Review.coverage': by('coverage', 'review_id'),
  'Recommendation.addressees': through(
    'recommendation_addressee',
    'recommendation_id',
    'organisation_id',
    'organisation',
  ),
  'Recommendation.themes': through('recommendation_theme', 'recommendation_id', 'theme_id', 'theme'),
  'Recommendation.citations': by('citation', 'recommendation_id'),
  'Recommendation.coverage': by('coverage', 'review_id', 'review_id'),
  'Motion.people': by('motion_person', 'motion_id'),
  'Motion.events': by('motion_event', 'motion_id'),
  'Motion.clauses': by('clause', 'motion_id'),
  'Motion.amendments': by('motion', 'amends_id'),
  'MotionEvent.votes': by('vote', 'event_id'),
  'Clause.children': by('clause', 'parent_id'),
  'Clause.asks': by('ask', 'clause_id'),
  'Clause.citations': by('citation', 'clause_id'),
  'Clause.claims': by('claim', 'clause_id'),
  'Clause.textMatches': by('text_match', 'clause_id'),
  'Clause.sources': by('source', 'id', 'source_id'),
  'Ask.themes': through('ask_theme', 'ask_id', 'theme_id', 'theme'),
  'Ask.followUps': by('follow_up', 'ask_id'),
  'Ask.sources': sourceOfClause,
  'Citation.sources': sourceOfClause,
  'Claim.sources': sourceOfClause,
  'Vote.sources': sourcesOf('motion_event', 'event_id'),
  'Theme.recommendations': through('recommendation_theme', 'theme_id', 'recommendation_id', 'recommendation'),
  'Theme.asks': through('ask_theme', 'theme_id', 'ask_id', 'ask'),
  'Source.clauses': by('clause', 'source_id'),
  'Source.motions': through('motion_source', 'source_id', 'motion_id', 'motion'),
  'Source.events': through('motion_event_source', 'source_id', 'motion_event_id', 'motion_event'),
  'Licence.sources': by('source', 'licence_id'),
};
