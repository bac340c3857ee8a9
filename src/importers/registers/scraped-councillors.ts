// Councillors as Democracy Club's scrapers (LGSF) store them: one JSON object each, an array of them, or a
// CSV of many councils. E-mail addresses and photographs are read over.
import type { Place } from '../../errors.js';
import type { InputFile } from '../input-file.js';
import type { CouncilRef, Finding, Reader, SourceFacts } from '../reader.js';
import { readJson } from './json-file.js';
import { csvReader } from './table-reader.js';

const source: SourceFacts = {
  title: 'Councillors as scraped from council sites',
  publisher: 'Democracy Club',
};

/** The CSV of many councils. */
export const scrapedCsv = csvReader({
  format: 'lgsf-csv',
  about: 'councillors of the LGSF scrapers, CSV',
  rank: 34,
  source,
  table: 'membership',
  columns: ['council_id', 'raw_division', 'raw_name'],
  note: 'e-mail addresses and photographs are not kept',
  findings: (row, at) => [toOffice(row, { register: row.council_id, url: row.url }, at)],
});

/** The JSON of one council. */
export const scrapedJson: Reader = {
  format: 'lgsf-json',
  about: 'councillors of the LGSF scrapers, JSON',
  rank: 34,
  source,
  recognises: ({ text }) => /^\uFEFF?\s*[[{]/.test(text) && /"raw_name"\s*:/.test(text),
  read: readObjects,
};

async function* readObjects(file: InputFile): AsyncGenerator<Finding> {
  const { value, fault } = await readJson(file);
  if (fault) {
    yield { kind: 'rejected', at: fault.at, table: 'membership', fault };
    return;
  }
  for (const [index, one] of [value].flat().entries()) {
    const at = { file: file.name, path: String(index) };
    const stated = one !== null && typeof one === 'object' ? one : {};
    const cells = Object.fromEntries(
      Object.entries(stated).flatMap(([name, cell]) =>
        cell === null || cell === '' ? [] : [[name, String(cell)]],
      ),
    ) as Partial<Record<string, string>>;
    yield toOffice(cells, { url: cells.url }, at);
  }
}

function toOffice(cells: Partial<Record<string, string>>, council: CouncilRef, at: Place): Finding {
  const { raw_name: name, raw_identifier: number, raw_division: ward, raw_party: party } = cells;
  if (!name)
    return { kind: 'rejected', at, table: 'membership', fault: { expected: 'a raw_name', got: 'none' } };
  return {
    kind: 'office',
    at,
    council,
    name,
    identifiers: number ? [{ scheme: 'lgsf', value: number }] : [],
    ward: { name: ward },
    party: { name: party },
    role: 'councillor',
  };
}
