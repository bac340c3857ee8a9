import { describe, expect, test } from '@jest/globals';
import { published, publishedTables } from '../../src/exporters/table.js';
import { tableSchema } from '../../src/exporters/table-schema.js';
import { description } from '../../src/store/describe.js';

function table(name: string) {
  const found = publishedTables.find((each) => each.name === name);
  if (!found) throw new Error(`${name} is not published`);
  return found;
}

const columnNames = (name: string) => table(name).columns.map((column) => column.name);

describe('the list of published tables', () => {
  test('names tables in the plural, irregular ones too', () => {
    const names = publishedTables.map((each) => each.name);
    expect(names).toEqual(
      expect.arrayContaining(['councils', 'bodies', 'parties', 'police_units', 'coverage']),
    );
    expect(names).toEqual(expect.arrayContaining(['motion_people', 'motion_person_sources', 'ask_themes']));
    expect(new Set(names).size).toBe(names.length);
  });

  test('leaves out the tables and columns the store keeps for itself', () => {
    const all = publishedTables.flatMap((each) =>
      each.columns.map((column) => `${each.name}.${column.name}`),
    );
    expect(
      all.filter((name) => /held_text|revision|seed_|data_version|\.search$|number_sort/.test(name)),
    ).toEqual([]);
  });

  test('publishes what is derived of a motion', () => {
    expect(columnNames('motions')).toEqual(
      expect.arrayContaining(['current_stage', 'current_outcome', 'outcome_since', 'deciding_event_id']),
    );
  });

  test('keeps the columns in the order of the store', () => {
    const stored = description('motion').columns.filter((column) => !column.hidden);
    expect(columnNames('motions')).toEqual(stored.map((column) => column.name));
  });

  test('refuses a column without a description', () => {
    const council = description('council');
    const columns = council.columns.map((column) =>
      column.name === 'slug' ? { ...column, about: '' } : column,
    );
    expect(() => published({ ...council, columns })).toThrow(
      'the published column councils.slug has no description',
    );
  });

  test('refuses a table without a description', () => {
    expect(() => published({ ...description('council'), about: '' })).toThrow(
      'the published table councils has no description',
    );
  });

  test('refuses a column of a kind that no file can hold', () => {
    const [id] = description('council').columns;
    const columns = id ? [{ ...id, kind: 'json' as const }] : [];
    expect(() => published({ ...description('council'), columns })).toThrow('council.id is json');
  });
});

describe.each(publishedTables)('$name', (each) => {
  test('says of every column that may be empty what that means', () => {
    for (const column of each.columns.filter(({ nullable }) => nullable)) {
      expect([column.name, /\bnull\b/.test(column.about)]).toEqual([column.name, true]);
    }
  });

  test('has a key of its own columns, none of which may be null', () => {
    const key = each.columns.filter((column) => each.key.includes(column.name));
    expect(key.map((column) => column.name)).toEqual(each.key);
    expect(key.every((column) => !column.nullable)).toBe(true);
  });

  test('refers only to published tables with the key id', () => {
    for (const { references } of each.columns) if (references) expect(table(references).key).toEqual(['id']);
  });
});

describe('personal data', () => {
  const marked = (name: string) =>
    table(name)
      .columns.filter((column) => column.personal)
      .map((column) => column.name);

  test.each(['councillors', 'memberships', 'motion_people', 'votes'])('is every column of %s', (name) => {
    expect(marked(name)).toEqual(columnNames(name));
  });

  test('is what points at a person, and nothing of a council', () => {
    expect(marked('councillor_sources')).toEqual(['councillor_id']);
    expect(marked('motion_person_sources')).toEqual(['motion_person_id']);
    expect(marked('councils')).toEqual([]);
  });

  test('is marked in the table schema', () => {
    const [id] = tableSchema(table('councillors')).fields;
    expect(id).toMatchObject({ name: 'id', personalData: true });
  });
});

describe('a table schema', () => {
  test('states type, sentence, constraints and references of each column', () => {
    const { fields, primaryKey, foreignKeys } = tableSchema(table('wards'));
    expect(primaryKey).toEqual(['id']);
    expect(fields[0]).toMatchObject({
      name: 'id',
      type: 'string',
      constraints: { required: true, unique: true },
    });
    expect(fields.find((field) => field.name === 'seats')).toEqual({
      name: 'seats',
      type: 'integer',
      description: 'Number of councillors it elects; null where unknown.',
    });
    expect(foreignKeys).toEqual([
      { fields: ['council_id'], reference: { resource: 'councils', fields: ['id'] } },
    ]);
  });

  test('leaves the resource out where a table points at itself', () => {
    expect(tableSchema(table('clauses')).foreignKeys).toContainEqual({
      fields: ['parent_id'],
      reference: { fields: ['id'] },
    });
  });
});
