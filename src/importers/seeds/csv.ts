// Reads one CSV seed: every row checked, every fault with its line. An empty cell is not stated and
// gives no column; the cell null states that the value is not known.
import { CsvError, parse } from 'csv-parse/sync';
import type { ColumnDescription } from '../../store/describe.js';
import type { Value } from '../../store/write.js';
import type { SeedContent } from './content.js';
import { removedSchema, rowSchema } from './schema.js';
import { removedFile, type SeedTable } from './tables.js';
import { type Validate, validator } from './validate.js';

/** A row as read: its cells by column, empty ones left out, and its line. */
interface Line {
  readonly line: number;
  readonly cells: Record<string, string>;
}

/** The records of one CSV seed. */
export function readTable(seed: SeedTable, file: string, text: string): SeedContent {
  const { lines, faults } = readLines(file, text, Object.keys(rowSchema(seed).properties as object));
  const validate = nullTolerant(seed, validator(rowSchema(seed)));
  const content: SeedContent = { records: [], faults };
  for (const { line, cells } of lines) {
    for (const { path, expected, got } of validate(cells)) {
      const at = { file, line, path: path.join('.') || seed.table };
      faults.push({ expected, ...(got ? { got } : {}), at });
    }
    const at = { file, line };
    const row = Object.fromEntries(seed.columns.flatMap((column) => stated(column, cells)));
    content.records.push({ table: seed.table, row, at });
    if (!seed.bridge) continue;
    for (const source of cells.sources?.split(' ') ?? []) {
      content.records.push({
        table: seed.bridge,
        row: { [`${seed.table}_id`]: row.id ?? '', source_id: source },
        at,
      });
    }
  }
  return content;
}

/** Why records were removed, by id, from removed.csv. */
export function readRemoved(text: string): { reasons: Map<string, string> } & Pick<SeedContent, 'faults'> {
  const file = removedFile;
  const { lines, faults } = readLines(file, text, Object.keys(removedSchema.properties as object));
  const validate = validator(removedSchema);
  const reasons = new Map<string, string>();
  for (const { line, cells } of lines) {
    for (const { path, expected, got } of validate(cells)) {
      faults.push({ expected, ...(got ? { got } : {}), at: { file, line, path: path.join('.') } });
    }
    if (reasons.has(cells.id ?? '')) {
      faults.push({
        expected: 'one reason for each id',
        ...(cells.id ? { got: cells.id } : {}),
        at: { file, line },
      });
    }
    reasons.set(cells.id ?? '', cells.reason ?? '');
  }
  return { reasons, faults };
}

function readLines(file: string, text: string, known: readonly string[]) {
  const faults: SeedContent['faults'] = [];
  const [header, ...rows] = parseRows(file, text, faults);
  const names = header?.record ?? [];
  const unknown = names.filter((name) => !known.includes(name));
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  for (const got of [...unknown, ...twice]) {
    faults.push({ expected: `each column once, of ${known.join(', ')}`, got, at: { file, line: 1 } });
  }
  const lines = rows.map(({ record, line }): Line => {
    const cells = names.map((name, index) => [name, record[index] ?? ''] as const);
    return {
      line,
      cells: Object.fromEntries(cells.filter(([name, cell]) => cell !== '' && known.includes(name))),
    };
  });
  return { lines, faults };
}

function parseRows(file: string, text: string, faults: SeedContent['faults']) {
  try {
    const rows = parse(text, { bom: true, info: true, skip_empty_lines: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    // The parser counts to a record's last line; an editor looks for its first.
    return rows.map(({ record, info }) => ({ record, line: info.lines - newlines(record) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    faults.push({ expected: 'well-formed CSV', got: error.message, at: { file, line: Number(error.lines) } });
    return [];
  }
}

function newlines(record: readonly string[]): number {
  return record.join('').split('\n').length - 1;
}

/** A `null` cell is right wherever the column may be null. */
function nullTolerant({ columns }: SeedTable, validate: Validate): Validate {
  const nullable = new Set(columns.filter((column) => column.nullable).map((column) => column.name));
  return (cells) => {
    const stated = Object.entries(cells as Line['cells']);
    return validate(
      Object.fromEntries(stated.filter(([name, cell]) => !(cell === 'null' && nullable.has(name)))),
    );
  };
}

function stated(column: ColumnDescription, cells: Line['cells']): [string, Value][] {
  const cell = cells[column.name];
  if (cell === undefined) return [];
  if (cell === 'null') return [[column.name, null]];
  if (column.kind === 'integer') return [[column.name, Number(cell)]];
  if (column.kind === 'boolean') return [[column.name, cell === 'true']];
  return [[column.name, cell]];
}
