// A motion's own YAML file, as the seeds hold it: its place and name say which motion it is.
import { basename, dirname } from 'node:path';
import { type InputFile, wholeText } from '../input-file.js';
import type { Finding, Reader } from '../reader.js';
import type { ImportRecord } from '../record.js';
import { readMotion } from '../seeds/motion.js';

/** A motion as YAML. */
export const motionFile: Reader = {
  format: 'motion-yaml',
  about: 'a motion as YAML, as the seeds hold it',
  rank: 60,
  source: null,
  recognises: ({ name, text }) => /\.ya?ml$/i.test(name) && /^(?:kind|text_status|reading)\s*:/m.test(text),
  read: readYamlMotion,
};

async function* readYamlMotion(file: InputFile): AsyncGenerator<Finding> {
  const place = `motions/${basename(dirname(file.path))}/${basename(file.path)}`;
  const { records, faults } = readMotion(place, await wholeText(file));
  for (const { at, ...fault } of faults)
    yield { kind: 'rejected', at: { ...at, file: file.name }, table: 'motion', fault };
  for (const { table, row, at, ...more } of records)
    yield { kind: 'record', at: { ...at, file: file.name }, table, row, more: named(more, file.name) };
}

/** Places as the report names the file, not as the seeds would. */
function named({ placeOf, ...more }: Pick<ImportRecord, 'initial' | 'placeOf'>, file: string) {
  return placeOf ? { ...more, placeOf: (column: string) => ({ ...placeOf(column), file }) } : more;
}
