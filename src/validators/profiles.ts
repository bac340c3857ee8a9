// The descriptions of a snapshot by the official profiles, which are not part of this project: `--profiles`
// names the folder they are in.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { parse as parseYaml } from 'yaml';
import { hashOf } from './snapshot-folder.js';
import { type Validator, withoutProfiles } from './validator.js';

interface Descriptor {
  resources?: { name?: string; schema?: object; dialect?: object }[];
}

/** datapackage.json with every resource, dialect and table schema. */
export const dataPackageProfile: Validator = {
  name: 'data-package',
  checks: 'datapackage.json, its resources, dialects and table schemas are valid by the profiles 2.0.',
  nightly: true,
  async run(snapshot, profiles) {
    if (!profiles) return withoutProfiles;
    const path = 'datapackage.json';
    const descriptor = JSON.parse(await readFile(join(snapshot.folder, path), 'utf8')) as Descriptor;
    const resources = descriptor.resources ?? [];
    const named = (part: 'schema' | 'dialect') =>
      resources.flatMap((one) => (one[part] ? [[`${one.name}.${part}`, one[part]] as const] : []));
    const problems = [
      ...(await faults(profiles, 'datapackage.2.0.json', [[path, descriptor]])),
      ...(await faults(
        profiles,
        'dataresource.2.0.json',
        resources.map((one) => [`${one.name}`, one]),
      )),
      ...(await faults(profiles, 'tableschema.2.0.json', named('schema'))),
      ...(await faults(profiles, 'tabledialect.2.0.json', named('dialect'))),
    ];
    const checked = `${path} with ${resources.length} resources`;
    return { tool: `ajv ${ajvVersion}`, checked, sha256: hashOf(snapshot, path), problems };
  },
};

/** CITATION.cff. */
export const citationSchema: Validator = {
  name: 'citation',
  checks: 'CITATION.cff is valid by the schema of the Citation File Format 1.2.0.',
  nightly: true,
  async run(snapshot, profiles) {
    if (!profiles) return withoutProfiles;
    const path = 'CITATION.cff';
    const citation: unknown = parseYaml(await readFile(join(snapshot.folder, path), 'utf8'));
    const problems = await faults(profiles, 'cff-schema.json', [[path, citation]]);
    return { tool: `ajv ${ajvVersion}`, checked: path, sha256: hashOf(snapshot, path), problems };
  },
};

const ajvVersion = '8';

async function faults(
  profiles: string,
  profile: string,
  values: readonly (readonly [name: string, value: unknown])[],
): Promise<string[]> {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // A hint for forms in the profiles, not a rule.
  ajv.addFormat('textarea', true);
  const validate = ajv.compile(JSON.parse(await readFile(join(profiles, profile), 'utf8')) as object);
  return values.flatMap(([name, value]) =>
    validate(value) ? [] : (validate.errors ?? []).map((error) => told(name, error)),
  );
}

function told(name: string, { instancePath, message }: ErrorObject): string {
  return `${name}${instancePath}: ${message}`;
}
