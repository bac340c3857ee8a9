// Files that pair GSS codes with names and say nothing else, as postcodes.io keeps them: wards, past and
// present, without a council, and districts. A pair of theirs may be a header or a place abroad.
import type { InputFile } from '../input-file.js';
import type { Finding, Head, Reader } from '../reader.js';
import { readJson } from './json-file.js';

const pair = /^\uFEFF?\s*\{\s*"[^"]+"\s*:\s*"/;
const rights = 'Contains OS data and ONS data, Crown copyright and database right.';

/** Names of wards by code. */
export const wardNames: Reader = {
  format: 'ward-names',
  about: 'names of wards by GSS code (postcodes.io)',
  rank: 22,
  source: { title: 'Ward names by GSS code', publisher: 'postcodes.io (Ideal Postcodes)', rights },
  recognises: (head) => holdsCodes(head, /"(?:E05|W05|S13|N08)\d{6}"/),
  read: (file) =>
    readPairs(file, 'ward', (gss, name) => ({
      kind: 'ward',
      at: { file: file.name, path: gss },
      gss,
      name,
      council: null,
    })),
};

/** Names of districts by code. */
export const districtNames: Reader = {
  format: 'district-names',
  about: 'names of districts by GSS code (postcodes.io)',
  rank: 14,
  source: { title: 'District names by GSS code', publisher: 'postcodes.io (Ideal Postcodes)', rights },
  recognises: (head) => holdsCodes(head, /"(?:E0[6-9]|E10|W06|S12|N09)\d{6,7}"/),
  read: (file) =>
    readPairs(file, 'council', (gss, name) => ({
      kind: 'council',
      at: { file: file.name, path: gss },
      council: { gss, name },
      otherNames: [name],
    })),
};

function holdsCodes({ text }: Head, code: RegExp): boolean {
  return pair.test(text) && code.test(text.slice(0, 2000));
}

async function* readPairs(
  file: InputFile,
  table: 'ward' | 'council',
  toFinding: (gss: string, name: string) => Finding,
): AsyncGenerator<Finding> {
  const { value, fault } = await readJson(file);
  if (fault) {
    yield { kind: 'rejected', at: fault.at, table, fault };
    return;
  }
  for (const [gss, name] of Object.entries(value as Record<string, unknown>)) {
    const at = { file: file.name, path: gss };
    if (typeof name !== 'string' || name.trim() === '')
      yield { kind: 'rejected', at, table, fault: { expected: 'a name', got: JSON.stringify(name) } };
    else if (isHeader(gss, name)) continue;
    else if (/^[EWSN]\d{8}$/.test(gss)) yield toFinding(gss, name.trim());
    else yield { kind: 'doubt', at, code: 'PLACE_OUTSIDE', about: `${gss.trim()}: ${name}` };
  }
}

/** The columns of the table that a file was made from, which some keep as their first pair: WD25CD, WD25NM. */
function isHeader(code: string, name: string): boolean {
  return /^\uFEFF?[A-Z]{2,4}\d{2}CD$/.test(code) && /^[A-Z]{2,4}\d{2}NM$/.test(name);
}
