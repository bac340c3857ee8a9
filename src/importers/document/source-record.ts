// The document as a source: known by the SHA-256 of its bytes, so that the same file is the same source.

import type { DecodedFile } from '../decode.js';
import type { ParsedDocument } from '../motion-text/document.js';
import type { Rights } from './reading.js';

const ofVisibleText =
  'A page of HTML: the places of its clauses count in the text that its readers see, not in its bytes.';

/** `source/document-1a2b3c4d5e6f`, from the hash of the bytes. */
export function documentId(sha256: string): string {
  return `source/document-${sha256.slice(0, 12)}`;
}

/** The source's row; a licence that was given before stays when none is given now. */
export function sourceRow(
  document: ParsedDocument,
  { sha256, mediaType }: Pick<DecodedFile, 'sha256' | 'mediaType'>,
  licence: string | null,
) {
  const [motion] = document.motions;
  const isPartial = document.motions.some(({ textStatus }) => textStatus === 'partial');
  return {
    id: documentId(sha256),
    title: motion?.title ?? titleOf(document),
    kind: document.headline === null ? 'council_document' : 'blog',
    published_on: document.publishedOn,
    published_precision: document.publishedOn === null ? 'unknown' : 'day',
    media_type: mediaType,
    ...(mediaType === 'text/html' ? { note: ofVisibleText } : {}),
    sha256,
    completeness: isPartial ? 'partial' : 'full',
    ...(licence === null
      ? {}
      : { licence_id: licence, rights: 'Published under the licence stated by whoever imported the file.' }),
  };
}

/** A short headline as printed, else our own words for the page. */
function titleOf({ headline, publishedOn }: ParsedDocument): string {
  if (headline !== null && headline.length <= 80) return headline;
  return publishedOn
    ? `Page of ${publishedOn} that prints the text of a motion`
    : 'Text of a motion, handed to an import';
}

/** Whether wording under a licence may be published among ours, and if not, why. */
export function rightsUnder(licence: string | null): Rights {
  if (licence === null)
    return {
      mayPublish: false,
      reason: 'No licence is stated under which its wording may be republished.',
      code: 'RIGHTS_NOT_STATED',
    };
  // Share-alike rows keep their licence and are never merged with ours.
  if (/-sa(?:-|$)/.test(licence))
    return {
      mayPublish: false,
      reason: 'Its licence asks that what is made of it keep that licence.',
      code: 'RIGHTS_SHARE_ALIKE',
    };
  return { mayPublish: true };
}
