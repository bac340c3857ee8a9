// The CSV files as a reader of CSV on the Web sees them, by csv/csv-metadata.json alone: as many rows as the
// manifest says, every cell a literal of its stated type, none missing that is required.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { csvwPath } from '../exporters/csvw.js';
import { openRdf, type Quad, type Rdf } from './rdf.js';
import { hashOf } from './snapshot-folder.js';
import {
  lacking,
  optionalPackage,
  type SnapshotFolder,
  type Validator,
  withoutProfiles,
} from './validator.js';

interface CsvwParser {
  default: new (options: object) => { import(input: Readable): AsyncIterable<Quad> };
}

interface Datatypes {
  validateTerm(term: Quad['object']): boolean;
}

interface Column {
  readonly name: string;
  readonly required?: boolean;
  readonly datatype: string | { readonly base: string; readonly format: string };
}

interface Metadata {
  readonly '@context': unknown;
  readonly dialect: object;
  readonly tables: readonly { url: string; tableSchema: { columns: readonly Column[] } }[];
}

const namespace = 'http://www.w3.org/ns/csvw';
const base = 'https://example.org/snapshot/csv/';

/** Every CSV file through a CSV on the Web reader. */
export const csvwReader: Validator = {
  name: 'csvw',
  checks:
    'A reader of CSV on the Web gets every row, with every cell of the type that csv-metadata.json states.',
  nightly: false,
  async run(snapshot, profiles) {
    if (!profiles) return withoutProfiles;
    const rdf = await openRdf();
    const parser = await optionalPackage<CsvwParser>('rdf-parser-csvw');
    const datatypes = await optionalPackage<Datatypes>('rdf-validate-datatype');
    if ('skipped' in rdf || 'tool' in rdf) return rdf;
    if (!parser || !datatypes) return lacking('rdf-parser-csvw', 'rdf-validate-datatype');
    const metadata = JSON.parse(await readFile(join(snapshot.folder, csvwPath), 'utf8')) as Metadata;
    const context = JSON.parse(await readFile(join(profiles, 'csvw.jsonld'), 'utf8')) as object;
    const problems: string[] = [];
    for (const table of metadata.tables) {
      const reader = new Reader(snapshot, table, rdf, datatypes);
      const described = { '@context': metadata['@context'], dialect: metadata.dialect, ...table };
      const dataset = rdf.store(await rdf.jsonld(described, base, { [namespace]: context }));
      problems.push(...(await reader.read(parser, dataset)));
    }
    return {
      tool: 'rdf-parser-csvw',
      checked: `${metadata.tables.length} CSV files by ${csvwPath}`,
      sha256: hashOf(snapshot, csvwPath),
      problems,
    };
  },
};

class Reader {
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #required: readonly string[];
  readonly #path: string;

  constructor(
    private readonly snapshot: SnapshotFolder,
    table: Metadata['tables'][number],
    private readonly rdf: Rdf,
    private readonly datatypes: Datatypes,
  ) {
    this.#path = `csv/${table.url}`;
    this.#columns = new Map(table.tableSchema.columns.map((column) => [column.name, column]));
    this.#required = table.tableSchema.columns.filter((column) => column.required).map(({ name }) => name);
  }

  async read(parser: CsvwParser, metadata: Iterable<Quad>): Promise<string[]> {
    const input = createReadStream(join(this.snapshot.folder, this.#path), 'utf8');
    const problems: string[] = [];
    const rows = new Map<string, Set<string>>();
    try {
      const quads = new parser.default({ metadata, baseIRI: base + this.#path, timezone: 'utc' }).import(
        input,
      );
      for await (const quad of quads) this.#take(quad, rows, problems);
    } catch (error) {
      return [...problems, `${this.#path}: ${(error as Error).message}`];
    }
    const expected = this.snapshot.manifest.files.find(({ path }) => path === this.#path)?.rows;
    if (rows.size !== expected) problems.push(`${this.#path}: expected ${expected} rows, got ${rows.size}`);
    return [...problems, ...this.#missing(rows)];
  }

  #take({ subject, predicate, object }: Quad, rows: Map<string, Set<string>>, problems: string[]): void {
    const name = decodeURIComponent(predicate.value.split('#').at(-1) ?? '');
    const column = this.#columns.get(name);
    if (!column || object.termType !== 'Literal') return;
    const row = rows.get(subject.value) ?? new Set();
    rows.set(subject.value, row.add(name));
    const place = `${this.#path}: row ${rows.size + 1}, ${name}`;
    const { datatype } = column;
    const type = typeof datatype === 'string' ? datatype : datatype.base;
    const stated = datatypeOf(object);
    if (stated.split('#').at(-1)?.toLowerCase() !== type.toLowerCase()) {
      problems.push(`${place}: expected a ${type}, got ${stated}`);
    }
    if (!this.datatypes.validateTerm(this.rdf.literal(object.value, stated)))
      problems.push(`${place}: ${object.value} is no ${type}`);
    if (typeof datatype !== 'string' && !new RegExp(datatype.format).test(object.value)) {
      problems.push(`${place}: expected ${datatype.format}, got ${object.value}`);
    }
  }

  #missing(rows: ReadonlyMap<string, ReadonlySet<string>>): string[] {
    return [...rows.values()].flatMap((row, n) =>
      this.#required
        .filter((name) => !row.has(name))
        .map((name) => `${this.#path}: row ${n + 2}, ${name}: expected a value, got none`),
    );
  }
}

// The reader wraps the name of a datatype that has a format once more than the others.
function datatypeOf({ datatype }: Quad['object']): string {
  const name: unknown = datatype?.value;
  return typeof name === 'string' ? name : String((name as Quad['object'] | undefined)?.value);
}
