// Which rows are compared. Up to a size all of them are; of larger tables a sample is, drawn by a hash of each
// row and a seed, so that whoever repeats the check of a data version compares the same rows.
import { crc32 } from 'node:zlib';

/** Up to how many rows a table is compared whole, and about how many rows of a larger one are compared. */
export interface Sizes {
  readonly whole: number;
  readonly sample: number;
}

const usual: Sizes = { whole: 50_000, sample: 1_000 };

/** The staged files: where they are, how many rows each table has, and what seeds the samples of them. */
export interface StagedTables {
  readonly root: string;
  rows(table: string): number;
  readonly seed: number;
  readonly sizes?: Sizes;
}

/** Says of each text of a table whether it is in the sample. */
export function sampler(
  { rows, seed, sizes = usual }: StagedTables,
  table: string,
): { isWhole: boolean; has: (text: string) => boolean } {
  const count = rows(table);
  const isWhole = count <= sizes.whole;
  const limit = (sizes.sample / count) * 2 ** 32;
  return { isWhole, has: (text) => isWhole || crc32(text, seed) < limit };
}
