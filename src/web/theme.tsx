// The page of a theme: what belongs to it, the recommendations that share it, and everything councils asked on it.
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { type AskList, askList } from '../store/queries/ask-list.js';
import { type ThemeRecord, themeRecord } from '../store/queries/theme-record.js';
import type { Database } from '../store/tables.js';
import { type Asking, FollowThrough } from './follow-through.js';
import { Page } from './layout.js';
import { RecommendationList } from './recommendation-list.js';
import { RecordHead } from './record.js';

/** What the page is made from. */
export interface ThemeReading {
  readonly theme: ThemeRecord;
  readonly list: AskList;
  readonly asking: Asking;
}

/** Reads the page with two statements; null where no theme has the id. */
export async function readTheme(
  db: Kysely<Database>,
  id: string,
  asking: Asking,
): Promise<ThemeReading | null> {
  const theme = await themeRecord(db, id);
  return (
    theme && { theme, asking, list: await askList(db, { of: 'theme', id, state: asking.state }, asking) }
  );
}

/** The page’s content as plain data. */
export const themeData = ({ theme, list }: ThemeReading) => ({ ...theme, ...list });

/** The page. */
export function ThemePage({ theme, list, asking }: ThemeReading, contactUrl: string | undefined): VNode {
  return (
    <Page
      title={`${theme.name} · Open Motions`}
      description={`What councils asked for on ${theme.name.toLowerCase()}, and what came of it, with sources.`}
      contactUrl={contactUrl}
      about={{ '@type': 'DefinedTerm', name: theme.name, description: theme.summary ?? undefined }}
    >
      <RecordHead kicker="Theme">{theme.name}</RecordHead>
      {theme.summary ? <p class="standfirst">{theme.summary}</p> : null}
      <RecommendationList heading="Recommendations that share it" recommendations={theme.recommendations} />
      <FollowThrough path={`/${theme.id}`} list={list} asking={asking} />
    </Page>
  );
}
