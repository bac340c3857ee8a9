// The part of a motion's schema that describes its clauses and what they ask, cite and claim.
import * as vocabulary from '../../domain/vocabulary.js';
import { idOf, partialDate, type Schema, wordOf, words } from './field.js';
import { checked, field, group, list, n, orNull, sources, yesNo } from './schema-parts.js';

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

/** The definitions that a clause is made of. */
export const clauseDefinitions: Record<string, Schema> = { clause, ask, followUp, citation, claim };
