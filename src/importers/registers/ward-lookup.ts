// ONS look-ups of wards to local authority districts, of any year: the columns carry the year, WD24CD or
// WD22NM, so they are found by their pattern.
import type { InputFile } from '../input-file.js';
import type { Finding, Reader } from '../reader.js';
import { csvRows, headerOf } from './csv-rows.js';

interface Columns {
  code: string;
  name: string;
  authority: string;
}

function columnsOf(columns: readonly string[]): Columns | null {
  const find = (pattern: RegExp) => columns.find((column) => pattern.test(column));
  const code = find(/^wd\d{2}cd$/);
  const name = find(/^wd\d{2}nm$/);
  const authority = find(/^(?:lad|utla|ltla)\d{2}cd$/);
  return code && name && authority ? { code, name, authority } : null;
}

/** ONS look-ups of wards. */
export const wardLookup: Reader = {
  format: 'ward-lookup',
  about: 'an ONS look-up of wards to local authority districts, of any year',
  rank: 20,
  source: {
    title: 'Look-up of wards to local authority districts',
    publisher: 'Office for National Statistics',
    rights: 'Contains OS data and ONS data, Crown copyright and database right.',
  },
  recognises: ({ columns }) => columnsOf(columns) !== null,
  read: readLookup,
};

async function* readLookup(file: InputFile): AsyncGenerator<Finding> {
  const found = columnsOf(headerOf(file.head));
  if (!found) {
    const fault = {
      expected: 'columns such as WD24CD, WD24NM and LAD24CD',
      got: headerOf(file.head).join(', '),
    };
    yield { kind: 'rejected', at: { file: file.name, line: 1 }, table: 'ward', fault };
    return;
  }
  for await (const one of csvRows(file)) {
    const at = { file: file.name, line: one.line };
    if ('fault' in one) {
      yield { kind: 'rejected', at, table: 'ward', fault: one.fault };
      continue;
    }
    const [gss, name, authority] = [one.row[found.code], one.row[found.name], one.row[found.authority]];
    if (!gss || !name || !/^[A-Z]\d{8}$/.test(gss)) {
      const fault = {
        expected: 'a GSS code and a name of the ward',
        got: `${gss ?? 'no code'}, ${name ?? 'no name'}`,
      };
      yield { kind: 'rejected', at, table: 'ward', fault };
    } else yield { kind: 'ward', at, gss, name, council: authority ? { gss: authority } : null };
  }
}
