import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType } from 'graphql';
import { graphSchema, printGraphSchema } from '../../src/graph/schema.js';

const committed = join(import.meta.dirname, '..', '..', 'schema', 'schema.graphql');

test('the committed schema is the one the code makes; `npm run -s cli -- schema` writes it', () => {
  expect(printGraphSchema()).toBe(readFileSync(committed, 'utf8'));
});

test('everything published has a sentence', () => {
  const silent: string[] = [];
  const tell = (path: string, description: string | null | undefined) => {
    if (!description || !/[.)]$/.test(description)) silent.push(path);
  };
  for (const type of Object.values(graphSchema().getTypeMap())) {
    if (isIntrospectionType(type) || ['Int', 'Float', 'String', 'Boolean', 'ID'].includes(type.name))
      continue;
    tell(type.name, type.description);
    if (isEnumType(type))
      for (const value of type.getValues()) tell(`${type.name}.${value.name}`, value.description);
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        tell(`${type.name}.${field.name}`, field.description);
        for (const arg of 'args' in field ? field.args : [])
          tell(`${type.name}.${field.name}(${arg.name})`, arg.description);
      }
    }
  }
  expect(silent).toEqual([]);
});

test('names follow the contract: fields in camelCase, enum values in capitals, inputs end in Input', () => {
  for (const type of Object.values(graphSchema().getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isInputObjectType(type)) expect(type.name).toMatch(/Input$/);
    if (isEnumType(type)) for (const { name } of type.getValues()) expect(name).toMatch(/^[A-Z][A-Z0-9_]*$/);
    if (isObjectType(type))
      for (const name of Object.keys(type.getFields())) expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
  }
});
