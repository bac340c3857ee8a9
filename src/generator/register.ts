// The licence and the source of what is generated: everybody who meets such a record can read what it is.
import type { Loader } from '../store/load.js';
import type { TableName } from '../store/tables.js';
import type { Values } from '../store/write.js';

/** The licence of generated wording. */
export const licence = 'licence/generated';

/** The source of every record that no meeting shows. */
export const register = 'source/generated-register';

/** Adds the licence and the source. */
export function addRegister(loader: Loader): void {
  loader.add('licence', {
    ...{ id: licence, name: 'Generated for measuring', url: null },
    summary: 'Put together by a program: no council, person or motion in it is real. Anyone may use it.',
  });
  loader.add('source', {
    ...{ id: register, title: 'Generated register', kind: 'compilation', published_precision: 'unknown' },
    ...{
      completeness: 'full',
      licence_id: licence,
      note: 'Nothing in it is real; it is there to measure with.',
    },
  });
}

/** Adds a record and the bridge to its source, the register unless another shows it. */
export function emitSourced(loader: Loader, table: TableName, row: Values, source = register): void {
  loader.add(table, row);
  loader.add(`${table}_source` as TableName, { [`${table}_id`]: row.id ?? null, source_id: source });
}
