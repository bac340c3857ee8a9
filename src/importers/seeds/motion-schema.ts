// The schema of one motion's YAML file. Ids are never typed in it: the motion's comes from the place
// and name of the file, those of its parts from stage, label and order.
import * as vocabulary from '../../domain/vocabulary.js';
import type { TableName } from '../../store/tables.js';
import { about, idOf, partialDate, type Schema, wordOf, words } from './field.js';

const yesNo: Schema = { type: 'boolean' };
const count: Schema = { type: 'integer', minimum: 0 };
const orNull = (form: Schema): Schema => ({ ...form, type: [form.type, 'null'].flat() });

/** A field that fills a column: its own form with the column's sentence. */
function field(table: TableName, column: string, form: Schema): Schema {
  return { description: about(table, column), ...form };
}

function list(of: string, minItems = 0): Schema {
  return { type: 'array', items: { $ref: `#/definitions/${of}` }, minItems };
}

function group(description: string, required: string[], properties: Record<string, Schema>): Schema {
  return { description, type: 'object', required, properties, additionalProperties: false };
}

const sources: Schema = {
  description: 'The sources that show this: their ids.',
  type: 'array',
  items: idOf('source'),
  minItems: 1,
  uniqueItems: true,
};

const n: Schema = {
  description:
    'Its number in its id, where that is not its place in the list. ' +
    'Add new ones at the end: a number once given stays.',
  type: 'integer',
  minimum: 1,
};

const checked = {
  review_state: field('citation', 'review_state', wordOf(vocabulary.reviewState)),
  coded_by: field('citation', 'coded_by', words),
};

function definitions(): Record<string, Schema> {
  return { person, event, clause, ask, followUp, citation, claim };
}

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

const clause = group('A clause, with the clauses under it.', ['kind', 'stance'], {
  label: field('clause', 'label', orNull(words)),
  part: {
    description:
      'Its own part of the address, where the label does not give it: r1, or i for the first bullet. ' +
      'Minted once; it stays when the label is corrected.',
    type: 'string',
    pattern: '^[a-z0-9]+(?:\\.[a-z0-9]+)*$',
    patternErrorMessage: 'lower-case letters and digits, for example r1 or iv',
  },
  kind: field('clause', 'kind', wordOf(vocabulary.clauseKind)),
  kind_inferred: field('clause', 'kind_inferred', yesNo),
  stance: field('clause', 'stance', wordOf(vocabulary.clauseStance)),
  lead_in: field('clause', 'lead_in', orNull(words)),
  summary: field('clause', 'summary', words),
  wording: field('clause', 'wording', wordOf(vocabulary.wording)),
  source: field('clause', 'source_id', idOf('source')),
  asks: list('ask', 1),
  citations: list('citation', 1),
  claims: list('claim', 1),
  clauses: list('clause', 1),
});

const ask = group('One act that is asked for.', ['actor', 'verb', 'object', 'state'], {
  n,
  actor: field('ask', 'actor_id', idOf('organisation')),
  verb: field('ask', 'verb', wordOf(vocabulary.askVerb)),
  addressee: field('ask', 'addressee_id', orNull(idOf('organisation'))),
  addressee_inferred: field('ask', 'addressee_inferred', yesNo),
  object: field('ask', 'object', words),
  due: field('ask', 'due', orNull(partialDate)),
  state: field('ask', 'state', wordOf(vocabulary.askState)),
  themes: {
    description: 'Themes of the closed list.',
    type: 'array',
    items: idOf('theme'),
    uniqueItems: true,
  },
  ...checked,
  follow_ups: list('followUp', 1),
});

const followUp = group('What became of an ask.', ['state', 'note', 'sources'], {
  n,
  date: field('follow_up', 'occurred_on', orNull(partialDate)),
  state: field('follow_up', 'state', wordOf(vocabulary.askState)),
  note: field('follow_up', 'note', words),
  sources,
});

const citation: Schema = {
  ...group(
    'How the clause speaks of a recommendation, or of all of them.',
    ['direction', 'basis', 'strength', 'scope'],
    {
      recommendation: field('citation', 'recommendation_id', idOf('recommendation')),
      review: field('citation', 'review_id', idOf('review')),
      direction: field('citation', 'direction', wordOf(vocabulary.direction)),
      basis: field('citation', 'basis', wordOf(vocabulary.basis)),
      strength: field('citation', 'strength', wordOf(vocabulary.strength)),
      scope: field('citation', 'scope', wordOf(vocabulary.scope)),
      ...checked,
    },
  ),
  if: { properties: { basis: { const: 'collective_all' } }, required: ['basis'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, never awaited.
  then: { properties: { recommendation: false } },
  else: { required: ['recommendation'] },
};

const claim = group('A statistic or finding that the clause asserts.', ['measure', 'source_stated'], {
  n,
  measure: field('claim', 'measure', words),
  value: field('claim', 'value', orNull(words)),
  unit: field('claim', 'unit', orNull(words)),
  place: field('claim', 'place', orNull(words)),
  period: field('claim', 'period', orNull(words)),
  source_stated: field('claim', 'source_stated', yesNo),
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
    definitions: definitions(),
  };
}
