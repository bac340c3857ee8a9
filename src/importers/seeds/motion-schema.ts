// The schema of one motion's YAML file. Ids are never typed in it: the motion's comes from the place
// and name of the file, those of its parts from stage, label and order.
import * as vocabulary from '../../domain/vocabulary.js';
import { clauseDefinitions } from './clause-schema.js';
import { idOf, partialDate, type Schema, wordOf, words } from './field.js';
import { checked, count, field, group, list, n, orNull, sources, yesNo } from './schema-parts.js';

const person = group('Somebody who put the motion.', ['role', 'name', 'sources'], {
  n,
  role: field('motion_person', 'role', wordOf(vocabulary.personRole)),
  name: field('motion_person', 'name', words),
  is_group: field('motion_person', 'is_group', yesNo),
  councillor: field('motion_person', 'councillor_id', orNull(idOf('councillor'))),
  ward: field('motion_person', 'ward_id', orNull(idOf('ward'))),
  party: field('motion_person', 'party_id', orNull(idOf('party'))),
  sources,
});

const event = group('A step in the life of the motion, in order.', ['stage', 'sources'], {
  n,
  stage: field('motion_event', 'stage', wordOf(vocabulary.motionStage)),
  body: field('motion_event', 'body_id', orNull(idOf('body'))),
  meeting: field('motion_event', 'meeting_id', orNull(idOf('meeting'))),
  date: field('motion_event', 'occurred_on', orNull(partialDate)),
  authoritative: field('motion_event', 'authoritative', yesNo),
  outcome: field('motion_event', 'outcome', wordOf(vocabulary.outcome)),
  outcome_text: field('motion_event', 'outcome_text', orNull(words)),
  decision_mode: field('motion_event', 'decision_mode', wordOf(vocabulary.decisionMode)),
  votes_for: field('motion_event', 'votes_for', orNull(count)),
  votes_against: field('motion_event', 'votes_against', orNull(count)),
  votes_abstain: field('motion_event', 'votes_abstain', orNull(count)),
  amendment: field('motion_event', 'amendment_id', orNull(idOf('motion'))),
  note: field('motion_event', 'note', orNull(words)),
  votes: {
    description: 'How each councillor voted, where the votes were recorded by name.',
    type: 'array',
    minItems: 1,
    items: group('One vote.', ['councillor', 'option'], {
      councillor: field('vote', 'councillor_id', idOf('councillor')),
      option: field('vote', 'option', wordOf(vocabulary.voteOption)),
    }),
  },
  sources,
});

const reading = group(
  'How the clauses were read; a clause, ask or citation may state otherwise for itself.',
  ['source', 'wording', 'review_state', 'coded_by'],
  {
    source: field('clause', 'source_id', idOf('source')),
    wording: field('clause', 'wording', wordOf(vocabulary.wording)),
    review: field('citation', 'review_id', idOf('review')),
    ...checked,
  },
);

/** The schema of a motion's file. */
export function motionSchema(): Schema {
  return {
    title: 'A motion',
    ...group(
      'One motion. Its council, date and slug are the file’s: <council>/<date>-<slug>.yaml, ' +
        'an amendment’s <council>/<date>-<slug>.amendment-a.yaml.',
      ['kind', 'text_status', 'sources'],
      {
        title: field('motion', 'title', orNull(words)),
        kind: field('motion', 'kind', wordOf(vocabulary.motionKind)),
        text_status: field('motion', 'text_status', wordOf(vocabulary.motionTextStatus)),
        date: {
          ...field('motion', 'date', orNull(partialDate)),
          $comment: 'Only where it was corrected after the file, and so the id, was named.',
        },
        note: field('motion', 'note', orNull(words)),
        sources,
        people: list('person', 1),
        events: list('event', 1),
        reading,
        clauses: list('clause', 1),
      },
    ),
    dependencies: { clauses: ['reading'] },
    definitions: { person, event, ...clauseDefinitions },
  };
}
