// The file itself as a source, known by the hash of its bytes: the same file is the same source.
import { documentId } from '../document/source-record.js';
import type { InputFile } from '../input-file.js';
import type { Reader } from '../reader.js';
import type { Book } from './book.js';

/** States the source of a file and its licence; the licence's id is returned, null where there is none. */
export function stateSource(
  book: Book,
  { source, format }: Reader,
  file: InputFile,
  stated: string | null,
): string | null {
  if (source === null) return null;
  const at = { file: file.name };
  const { licence = null, title, publisher = null, rights = null, kind = 'dataset' } = source;
  if (licence)
    book.state('licence', { id: licence.id }, at, {
      initial: { name: licence.name, summary: licence.summary },
    });
  const licenceId = stated ?? licence?.id ?? null;
  const initial = {
    title: `${title} (${file.name})`,
    publisher,
    kind,
    published_precision: 'unknown',
    media_type: mediaTypeOf(file),
    completeness: 'full',
    rights,
    note: `Read as ${format}.`,
  };
  const row = { id: documentId(file.sha256), sha256: file.sha256 };
  book.state('source', licenceId === null ? row : { ...row, licence_id: licenceId }, at, { initial });
  return licenceId;
}

function mediaTypeOf({ head }: InputFile): string {
  if (/^\s*[[{]/.test(head)) return 'application/json';
  return /^\s*</.test(head) ? 'application/xml' : 'text/csv';
}
