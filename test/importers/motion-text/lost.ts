// Whether anything of a text is lost in reading it: every non-blank character must stand in a clause, in a
// recognised field or in unplaced[].

import { flattenClauses } from '../../../src/domain/clause-tree.ts';
import type { ParsedDocument } from '../../../src/importers/motion-text/document.js';

/** The characters of a text that stand in nothing that was read. */
export function lost(text: string, read: ParsedDocument): string {
  const kept = new Uint8Array(text.length);
  const clauses = read.motions.flatMap((motion) => flattenClauses(motion.clauses));
  const keep = ({ start, end }: { start: number; end: number }) => kept.fill(1, start, end);
  for (const { span, marker } of clauses) {
    keep(span);
    keep(marker ?? span);
  }
  for (const field of read.fields) keep(field);
  for (const passage of read.unplaced) keep(passage);
  const left: string[] = [];
  for (let at = 0; at < text.length && left.length < 200; at += 1)
    if (kept[at] === 0 && /\S/.test(text[at] ?? '')) left.push(text[at] ?? '');
  return left.join('');
}
