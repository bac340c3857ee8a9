// The contract as graphql-eslint's own rules judge it; where it is asked less, the reason stands beside it.

import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import { expect, test } from '@jest/globals';
import { ESLint, type Linter } from 'eslint';
import { printGraphSchema } from '../../src/graph/schema.js';

const { 'flat/schema-recommended': recommended, 'flat/schema-relay': relay } = graphqlPlugin.configs;
const { 'naming-convention': naming } = Object.fromEntries(
  Object.entries(recommended.rules).map(([name, rule]) => [name.replace('@graphql-eslint/', ''), rule]),
) as { 'naming-convention': [string, object] };

const asked: Linter.RulesRecord = {
  ...(recommended.rules as Linter.RulesRecord),
  ...(relay.rules as Linter.RulesRecord),
  // AND, OR and NOT stand beside the names of fields in a filter, and must not be taken for one.
  '@graphql-eslint/naming-convention': [
    'error',
    { ...naming[1], InputValueDefinition: { style: 'camelCase', ignorePattern: '^(AND|OR|NOT)$' } },
  ],
  // A short list that is never paged is a plain list, and `nodes` is a shortcut past the edges. A pair of
  // clauses is told by the two, so an edge may lead to what has no id of its own.
  '@graphql-eslint/relay-edge-types': [
    'error',
    { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false },
  ],
  // Pages of a list and what is derived for a question are no records, so they have no id.
  '@graphql-eslint/strict-id-in-types': [
    'error',
    {
      exceptions: {
        suffixes: ['Connection', 'Edge'],
        types: [
          'Comparison',
          'ComparisonCell',
          'ComparisonRow',
          'CouncilIdentifier',
          'CouncilName',
          'CouncillorIdentifier',
          'Evidence',
          'PageInfo',
          'Position',
          'Status',
          'TextMatch',
        ],
      },
    },
  ],
};

// The rule against repeated names goes by letters alone, and the log of changes tells when one was made.
const misread = [
  'Field "reviewer" starts with the name of the parent type "Review"',
  'Field "changedAt" starts with the name of the parent type "Change"',
];

async function judge(text: string): Promise<string[]> {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.graphql'],
      plugins: { '@graphql-eslint': graphqlPlugin as never },
      languageOptions: {
        parser: graphqlPlugin.parser as never,
        parserOptions: { graphQLConfig: { schema: text } },
      },
      rules: asked,
    },
  });
  const results = await eslint.lintText(text, { filePath: 'schema.graphql' });
  return results
    .flatMap(({ messages }) => messages)
    .filter(({ message }) => !misread.includes(message))
    .map(({ ruleId, line, message }) => `${ruleId} at ${line}: ${message}`);
}

test('the contract keeps the recommended rules and those of Relay', async () => {
  expect(await judge(printGraphSchema())).toEqual([]);
}, 60_000);

test('a name that breaks the rules is told', async () => {
  const broken = printGraphSchema().replace('  shortName: String!', '  short_name: String!');
  expect(await judge(broken)).toEqual([expect.stringContaining('short_name')]);
}, 60_000);
