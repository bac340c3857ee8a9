// The interchange formats the record is written in; adding one is one file and one line here.
import type { Store } from '../store/store.js';
import { openCivicData } from './ocd.js';
import { popolo } from './popolo.js';

/** Each format by the word `export --format` takes. */
export const interchangeFormats = { popolo, ocd: openCivicData } satisfies Record<
  string,
  (store: Store) => AsyncGenerator<string>
>;

export type InterchangeFormat = keyof typeof interchangeFormats;
