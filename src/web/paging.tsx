// A long list, page by page.
import type { VNode } from 'preact';
import { counted } from './wording.js';

/** Which part of a list a page shows, and how long the whole is. */
export interface Paging {
  /** From 1. */
  readonly page: number;
  readonly size: number;
  readonly total: number;
}

/** How many pages the list has; one where it is empty. */
export const pagesOf = ({ size, total }: Paging): number => Math.max(1, Math.ceil(total / size));

/** Links to the pages around this one; nothing where one page holds all. */
export function Pages(props: Paging & { noun: string; address: (page: number) => string }): VNode | null {
  const { page, size, total, noun, address } = props;
  const last = pagesOf(props);
  if (last === 1) return null;
  const from = (page - 1) * size + 1;
  return (
    <nav class="pages" aria-label="Pages of this list">
      {page > 1 ? (
        <a href={address(page - 1)} rel="prev">
          ← Previous
        </a>
      ) : null}
      <span>
        {from.toLocaleString('en-GB')} to {Math.min(total, page * size).toLocaleString('en-GB')} of{' '}
        {counted(total, noun)}
      </span>
      {page < last ? (
        <a href={address(page + 1)} rel="next">
          Next →
        </a>
      ) : null}
    </nav>
  );
}
