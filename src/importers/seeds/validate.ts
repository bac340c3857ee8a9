// Checks a seed against its JSON Schema and says each fault as a person can act on it: where it is,
// what was expected and what was got. All faults are found, not only the first.
import { Ajv, type ErrorObject } from 'ajv';
import { isDay } from '../../domain/partial-date.js';
import type { Schema } from './field.js';

/** A place in a document: keys and positions from the root. */
export type Path = readonly (string | number)[];

/** A place as people write it: `clauses[3].asks[0].verb`. */
export function spelled(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}

/** A fault in a document, before its line is known. */
export interface DocumentFault {
  readonly path: Path;
  readonly expected: string;
  readonly got?: string;
}

/** Says every fault of a value; an empty list means that it is as the schema says. */
export type Validate = (value: unknown) => DocumentFault[];

const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
ajv.addVocabulary(['enumDescriptions', 'patternErrorMessage']);
ajv.addFormat('date', isDay);
// Of a date in any length only a whole day can be off the calendar; the pattern sees to its form.
ajv.addFormat(
  'calendar-day',
  (text) => text.length !== 10 || isDay(text) || !/^\d{4}-\d{2}-\d{2}$/.test(text),
);
ajv.addFormat(
  'date-time',
  (text) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)),
);
ajv.addFormat('uri', (text) => /^https?:\/\/[^\s/]+/.test(text) && URL.canParse(text));

/** A check made of a schema. */
export function validator(schema: Schema): Validate {
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).flatMap((error) => explain(error)));
}

function explain(error: ErrorObject): DocumentFault[] {
  if (error.keyword === 'if') return [];
  const path = pathOf(error.instancePath);
  const params = error.params as Record<string, unknown>;
  if (error.keyword === 'required') return [{ path, expected: `a value for ${params.missingProperty}` }];
  if (error.keyword === 'dependencies') {
    return [{ path, expected: `a value for ${params.missingProperty} beside ${params.property}` }];
  }
  if (error.keyword === 'additionalProperties') {
    const known = Object.keys((error.parentSchema?.properties as object) ?? {}).join(', ');
    const name = String(params.additionalProperty);
    return [{ path: [...path, name], expected: `one of the fields ${known}`, got: name }];
  }
  return [{ path, expected: expectation(error), got: shown(error.data) }];
}

const formats: Record<string, string> = {
  date: 'a date such as 2023-03-22',
  'calendar-day': 'a day of the calendar',
  uri: 'a whole web address',
};

function expectation({ keyword, params, parentSchema, message }: ErrorObject): string {
  switch (keyword) {
    case 'enum':
      return `one of ${params.allowedValues.join(', ')}`;
    case 'type':
      return String(parentSchema?.patternErrorMessage ?? typeNames([params.type].flat()));
    case 'pattern':
      return String(parentSchema?.patternErrorMessage ?? `text like ${params.pattern}`);
    case 'format':
      return formats[String(params.format)] ?? 'a UTC time';
    case 'minItems':
      return 'at least one entry, or no such field';
    case 'false schema':
      return 'nothing here: collective_all speaks of all recommendations together';
    default:
      return message ?? keyword;
  }
}

const types: Record<string, string> = { array: 'a list', object: 'fields with values', string: 'text' };

function typeNames(wanted: readonly unknown[]): string {
  return wanted.map((type) => types[String(type)] ?? `a ${type}`).join(' or ');
}

function shown(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? 'nothing');
}

function pathOf(pointer: string): (string | number)[] {
  const parts = pointer.split('/').slice(1);
  return parts.map((part) =>
    /^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~'),
  );
}
