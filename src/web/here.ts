// Where a page is served. A page says what it is; its frame says its address, and which other forms of the
// same answer stand beside it. The sender of the page knows both, so no page has to pass them on.
import { createContext } from 'preact';

/** The other forms of a page, each at the page’s address with this behind it. */
export type OtherForm = 'json' | 'csv' | 'atom';

/** The address of a page and what stands beside it. */
export interface Here {
  /** The address readers see, without a slash at its end; empty where a page has no address, as a failure. */
  readonly publicUrl: string;
  /** The path of the page without its form: `/council/southwark`. */
  readonly path: string;
  /** What was asked after the path, with its question mark, or nothing. */
  readonly query: string;
  readonly forms: readonly OtherForm[];
}

/** What a page without an address is framed by. */
export const nowhere: Here = { publicUrl: '', path: '', query: '', forms: [] };

/** What the frame of the page reads. */
export const HereContext = createContext(nowhere);

/** The whole address of the page. */
export const addressOf = ({ publicUrl, path, query }: Here): string => `${publicUrl}${path}${query}`;

/** The path of another form of the page: `/search.json?q=vetting`; the first page’s forms are named `home`. */
export function otherForm({ path, query }: Here, form: OtherForm): string {
  return `${path === '/' ? '/home' : path}.${form}${query}`;
}
