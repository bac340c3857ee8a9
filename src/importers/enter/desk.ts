// Where findings become records: what is known, what is written down, and what the operator said.
import type { Book } from './book.js';
import type { KnownRegister } from './known.js';

/** What the operator said of the files. */
export interface EnterOptions {
  /** The council's id, where files name none. */
  council?: string | undefined;
  /** The day on which the files were true. */
  on?: string | undefined;
}

/** All that entering a finding needs. */
export interface Desk {
  readonly known: KnownRegister;
  readonly book: Book;
  readonly options: EnterOptions;
}
