// catalog.jsonld by the SHACL shapes of DCAT-AP, as data portals check it before they take it in.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Dataset, openRdf, type Term } from './rdf.js';
import { hashOf } from './snapshot-folder.js';
import { lacking, optionalPackage, type Validator, withoutProfiles } from './validator.js';

interface Shacl {
  default: new (
    shapes: Dataset,
  ) => {
    validate(data: Dataset): Promise<{ conforms: boolean; results: readonly Result[] }>;
  };
}

interface Result {
  readonly focusNode?: Term;
  readonly path?: Term;
  readonly severity?: Term;
  readonly message: readonly Term[];
}

const shapeFiles = ['shapes.ttl', 'range.ttl'];
const path = 'catalog.jsonld';
const base = 'https://example.org/snapshot/';

/** catalog.jsonld by the shapes of DCAT-AP 3.0.1. */
export const dcatAp: Validator = {
  name: 'dcat-ap',
  checks: 'catalog.jsonld is valid by the SHACL shapes of DCAT-AP 3.0.1, ranges included.',
  nightly: false,
  async run(snapshot, profiles) {
    if (!profiles) return withoutProfiles;
    const rdf = await openRdf();
    const shacl = await optionalPackage<Shacl>('rdf-validate-shacl');
    if ('skipped' in rdf || 'tool' in rdf) return rdf;
    if (!shacl) return lacking('rdf-validate-shacl');
    const shapes = rdf.store();
    for (const file of shapeFiles) shapes.addQuads(await rdf.turtle(join(profiles, file)));
    const document = JSON.parse(await readFile(join(snapshot.folder, path), 'utf8')) as object;
    const data = rdf.store(await rdf.jsonld(document, base));
    const { results } = await new shacl.default(shapes).validate(data);
    const broken = results.filter(({ severity }) => severity?.value.endsWith('#Violation'));
    const dataset = rdf.node('http://www.w3.org/ns/dcat#Dataset');
    const isEmpty = data.match(null, null, dataset).size === 0;
    return {
      tool: 'rdf-validate-shacl',
      checked: `${path}: ${data.size} statements`,
      sha256: hashOf(snapshot, path),
      // Shapes hold whatever is not there to be valid.
      problems: [...(isEmpty ? [`${path}: expected a dcat:Dataset, got none`] : []), ...broken.map(told)],
    };
  },
};

function told({ focusNode, path: property, message }: Result): string {
  const words = message.map(({ value }) => value).join('; ');
  return `${path}: ${focusNode?.value.replace(base, '')} ${property?.value ?? ''}: ${words || 'not valid'}`;
}
