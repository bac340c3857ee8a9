// A page that explains the files beside it. It states nothing for the record, and saying so is better than
// reading its lines as the clauses of a motion.
import type { InputFile } from '../input-file.js';
import type { Finding, Reader } from '../reader.js';

/** A page of explanations. */
export const readMe: Reader = {
  format: 'read-me',
  about: 'a page that explains the files beside it',
  rank: 0,
  source: null,
  recognises: ({ name, text }) => /^readme(?:\.(?:md|txt))?$/i.test(name) && /^#{1,3} \S/m.test(text),
  read: readNothing,
};

async function* readNothing(file: InputFile): AsyncGenerator<Finding> {
  yield {
    kind: 'note',
    at: { file: file.name },
    text: 'a page that explains the files beside it: nothing to import',
  };
}
