import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { askVerb, clauseKind } from '../../src/domain/vocabulary.js';
import { seedSchemas } from '../../src/importers/seeds/schema.js';

const folder = 'schema/seeds';

test('the committed schemas of the seeds are the generated ones', () => {
  const committed = readdirSync(folder).map((file) => [
    file,
    JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')),
  ]);
  expect(Object.fromEntries(committed)).toEqual(JSON.parse(JSON.stringify(seedSchemas())));
});

test('every field says what it means', () => {
  for (const [file, schema] of Object.entries(seedSchemas())) {
    const groups = [schema, ...Object.values((schema.definitions ?? {}) as Record<string, object>)];
    for (const { properties = {} } of groups as {
      properties?: Record<string, { description?: string; $ref?: string }>;
    }[]) {
      for (const [name, field] of Object.entries(properties)) {
        const isList = 'items' in field;
        expect([file, name, isList || Boolean(field.description || 'properties' in field)]).toEqual([
          file,
          name,
          true,
        ]);
      }
    }
  }
});

test('the words of a motion are those of the vocabulary, each with its meaning', () => {
  const { definitions } = seedSchemas()['motion.schema.json'] as unknown as {
    definitions: Record<
      string,
      { properties: Record<string, { enum: string[]; enumDescriptions: string[] }> }
    >;
  };
  expect(definitions.clause?.properties.kind?.enum).toEqual(clauseKind.values);
  expect(definitions.ask?.properties.verb?.enumDescriptions[0]).toBe(askVerb.meaning.write_to);
});

test('every motion names its schema, so that an editor completes it', () => {
  for (const council of readdirSync('seeds/motions')) {
    for (const file of readdirSync(`seeds/motions/${council}`)) {
      const [first] = readFileSync(`seeds/motions/${council}/${file}`, 'utf8').split('\n');
      expect([file, first]).toEqual([
        file,
        '# yaml-language-server: $schema=../../../schema/seeds/motion.schema.json',
      ]);
    }
  }
});
