// Reads every table of a snapshot with the engine of Frictionless Data and prints what it objects to as JSON:
// node check.cjs <snapshot folder>
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Table } = require('tableschema');
const { version } = require('tableschema/package.json');

const folder = process.argv[2];
const descriptor = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const resources = descriptor.resources.filter((resource) => resource.schema);
// Version 1 of Table Schema says '' where version 2 leaves out the resource that a table points at in itself.
for (const { schema } of resources) {
  for (const { reference } of schema.foreignKeys ?? []) reference.resource ??= '';
}
const cells = new Map();

async function open(resource) {
  return Table.load(join(folder, resource.path), {
    schema: resource.schema,
    strict: true,
    encoding: 'utf-8',
  });
}

/** The rows that references may lead to, as text. */
async function idsOf(name) {
  if (!cells.has(name)) {
    const resource = resources.find((one) => one.name === name);
    const table = await open(resource);
    cells.set(name, await table.read({ keyed: true, cast: false }).catch(() => []));
  }
  return cells.get(name);
}

async function check(resource) {
  const found = [];
  const relations = {};
  for (const { reference } of resource.schema.foreignKeys ?? []) {
    relations[reference.resource] = await idsOf(reference.resource || resource.name);
  }
  try {
    const table = await open(resource);
    const rows = await table.read({ keyed: true, relations, forceCast: true });
    for (const row of rows) {
      if (row instanceof Error)
        found.push(...(row.errors?.length ? row.errors : [row]).map((one) => one.message));
    }
    const expected = manifest.files.find((file) => file.path === resource.path)?.rows;
    if (rows.length !== expected) found.push(`expected ${expected} rows, got ${rows.length}`);
  } catch (error) {
    found.push(...(error.errors?.length ? error.errors : [error]).map((one) => one.message));
  }
  return found.map((message) => `${resource.path}: ${message}`);
}

async function main() {
  const problems = [];
  for (const resource of resources) problems.push(...(await check(resource)));
  process.stdout.write(
    JSON.stringify({ tool: `tableschema ${version}`, tables: resources.length, problems }),
  );
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
