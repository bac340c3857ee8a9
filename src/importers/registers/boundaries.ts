// Boundaries as GeoJSON: which council a feature is of. Its shape has no place in this record.
import type { InputFile } from '../input-file.js';
import type { Finding, Reader } from '../reader.js';
import { readJson } from './json-file.js';

interface Feature {
  properties?: Record<string, unknown> | null;
}

/** Boundaries of districts. */
export const boundaries: Reader = {
  format: 'boundaries',
  about: 'boundaries of districts as GeoJSON (codes and names; the shapes are not kept)',
  rank: 14,
  source: {
    title: 'Boundaries of local authority districts',
    rights: 'Contains OS data and ONS data, Crown copyright and database right.',
  },
  recognises: ({ text }) => /"type"\s*:\s*"FeatureCollection"/.test(text) && /"LAD\d{2}CD"/.test(text),
  read: readFeatures,
};

async function* readFeatures(file: InputFile): AsyncGenerator<Finding> {
  const { value, fault } = await readJson(file);
  if (fault) {
    yield { kind: 'rejected', at: fault.at, table: 'council', fault };
    return;
  }
  yield {
    kind: 'note',
    at: { file: file.name },
    text: 'shapes have no place in this record: codes and names were compared',
  };
  const { features } = (value ?? {}) as { features?: unknown };
  if (!Array.isArray(features)) {
    const got = (JSON.stringify(features) ?? 'nothing').slice(0, 80);
    const at = { file: file.name, path: 'features' };
    yield { kind: 'rejected', at, table: 'council', fault: { expected: 'a list of features', got } };
    return;
  }
  for (const [index, feature] of (features as (Feature | null)[]).entries()) {
    const properties = feature?.properties ?? {};
    const at = { file: file.name, path: `features[${index}]` };
    const named = (suffix: string) =>
      String(
        Object.entries(properties).find(([key]) => new RegExp(`^LAD\\d{2}${suffix}$`).test(key))?.[1] ?? '',
      ).trim();
    const [gss, name] = [named('CD'), named('NM')];
    if (gss === '')
      yield {
        kind: 'rejected',
        at,
        table: 'council',
        fault: { expected: 'a feature with a code such as LAD24CD', got: 'none' },
      };
    else yield { kind: 'council', at, council: { gss }, ...(name ? { otherNames: [name] } : {}) };
  }
}
