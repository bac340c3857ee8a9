// One wide row per council × recommendation with names beside ids, for people who compare boroughs in a
// spreadsheet. Its columns here; its rows come from the same comparison as the graph's and the page's.
import {
  basis,
  datePrecision,
  direction,
  evidenceState,
  motionStage,
  outcome,
  scope,
  strength,
  type Vocabulary,
  verification,
} from '../domain/vocabulary.js';
import type { PublishedColumn, PublishedTable } from './table.js';

const required = { nullable: false, personal: false } as const;
const optional = { nullable: true, personal: false } as const;
const ifFound = 'null unless evidence_state is found.';

const text = (name: string, about: string): PublishedColumn => ({ name, type: 'string', about, ...optional });
const date = (name: string, about: string): PublishedColumn => ({ name, type: 'date', about, ...optional });
const count = (name: string, about: string): PublishedColumn => ({
  name,
  type: 'integer',
  about,
  ...required,
});
const known = (column: PublishedColumn): PublishedColumn => ({ ...column, nullable: false });
const word = (list: Vocabulary, name: string, about: string): PublishedColumn => ({
  ...text(name, about),
  words: list.values,
});
const to = (references: string, name: string, about: string): PublishedColumn => ({
  ...text(name, about),
  references,
});

/** The table of positions laid flat. */
export const flatPositions: PublishedTable = {
  name: 'flat_positions',
  about:
    'What each council holds on each recommendation of a review, with names written out: one row per ' +
    'council and recommendation, also where there is no position, for every council whose coverage of ' +
    'the review is recorded. Derived from the other tables by the position rule.',
  key: ['review_id', 'council_id', 'recommendation_id'],
  stored: null,
  columns: [
    known(to('reviews', 'review_id', 'The review.')),
    known(text('review', 'Name of the review in everyday use.')),
    known(to('councils', 'council_id', 'The council.')),
    known(text('council', 'Name of the council in everyday use.')),
    known(text('council_name', 'Official name of the council.')),
    text('council_gss_code', 'Government Statistical Service code of the council; null where none is known.'),
    text('council_register_code', 'Code of the council in the local authority register; null where unknown.'),
    text('council_region', 'Region or nation of the council; null where no source read so far states it.'),
    known(to('recommendations', 'recommendation_id', 'The recommendation.')),
    text('recommendation_number', 'Its number as printed; null where unknown. See the status beside it.'),
    known(word(verification, 'recommendation_number_status', 'How well its number is established.')),
    known(text('recommendation_title', 'Short title of the recommendation, in our words.')),
    text('recommendation_group', 'Name of its group in the review, in our words; null where unknown.'),
    known(
      word(evidenceState, 'evidence_state', 'Whether there is a position, and if not, which kind of empty.'),
    ),
    word(direction, 'direction', `Which way the council leans; ${ifFound}`),
    word(basis, 'basis', `How the lead clause refers to the recommendation; ${ifFound}`),
    word(strength, 'strength', `How far the lead clause commits the council; ${ifFound}`),
    word(scope, 'scope', `How what is wanted compares with the recommendation; ${ifFound}`),
    {
      ...text('wording_as_tabled', `Whether the lead clause is known only as it was tabled; ${ifFound}`),
      type: 'boolean',
    },
    to('motions', 'motion_id', `The motion of the lead clause; ${ifFound}`),
    text(
      'motion_title',
      'Title of that motion; null where no source gives it, or where there is no position.',
    ),
    to('clauses', 'clause_id', `The lead clause, on which basis, strength and scope rest; ${ifFound}`),
    text('clause_address', `Where the lead clause stands in its motion, for example 2.b.iv; ${ifFound}`),
    text('clause_summary', 'What the lead clause says, in our words; null until one is written.'),
    to('motion_events', 'event_id', `The event that decided the motion; ${ifFound}`),
    word(motionStage, 'event_stage', `The step at which it was decided; ${ifFound}`),
    word(outcome, 'event_outcome', `What was decided; ${ifFound}`),
    date('event_date', 'The date of that decision; null where unknown, or where there is no position.'),
    word(datePrecision, 'event_date_precision', `How much of that date is stated; ${ifFound}`),
    to('sources', 'source_id', `The source the lead clause was read from; ${ifFound}`),
    text('source_title', `Title of that source; ${ifFound}`),
    text('source_url', 'Its address, never corrected; null where unknown, or where there is no position.'),
    count('evidence_count', 'How many citations the position rests on, the lead among them.'),
    count('proposed_count', 'How many citations of motions that are not the council’s word claim it.'),
    count('related_count', 'How many citations share its theme only and claim nothing.'),
    count('suggested_count', 'How many citations a program suggests that nobody has checked.'),
  ],
};
