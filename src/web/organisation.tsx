// The page of an addressee: who it is, the recommendations addressed to it, and everything councils asked of it with
// what came of that.
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { organisationKind, spoken } from '../domain/vocabulary.js';
import { type AskList, askList } from '../store/queries/ask-list.js';
import { type OrganisationRecord, organisationRecord } from '../store/queries/organisation-record.js';
import type { Database } from '../store/tables.js';
import { type Asking, FollowThrough } from './follow-through.js';
import { Page } from './layout.js';
import { RecommendationList } from './recommendation-list.js';
import { Fact, RecordHead, Sources } from './record.js';
import { Term } from './term.js';

/** What the page is made from. */
export interface OrganisationReading {
  readonly organisation: OrganisationRecord;
  readonly list: AskList;
  readonly asking: Asking;
}

/** Reads the page with two statements; null where no organisation has the id. */
export async function readOrganisation(
  db: Kysely<Database>,
  id: string,
  asking: Asking,
): Promise<OrganisationReading | null> {
  const organisation = await organisationRecord(db, id);
  if (!organisation) return null;
  return {
    organisation,
    asking,
    list: await askList(db, { of: 'addressee', id, state: asking.state }, asking),
  };
}

/** The page’s content as plain data. */
export const organisationData = ({ organisation, list }: OrganisationReading) => ({
  ...organisation,
  ...list,
});

/** The page. */
export function OrganisationPage(
  { organisation, list, asking }: OrganisationReading,
  contactUrl: string | undefined,
): VNode {
  const { id, name, office, kind, council, body, recommendations, sources } = organisation;
  return (
    <Page
      title={`Asked of ${name} · Open Motions`}
      description={`Everything councils asked of ${name} in their motions, and what came of it, with sources.`}
      contactUrl={contactUrl}
      about={{ '@type': 'Organization', name }}
    >
      <RecordHead
        kicker={
          <>
            Addressee ·{' '}
            <Term list={organisationKind} word={kind}>
              {spoken(kind)}
            </Term>
          </>
        }
      >
        {name}
      </RecordHead>
      {office || council || body ? (
        <dl class="facts">
          {office ? <Fact name="Office">{office}</Fact> : null}
          {council ? (
            <Fact name="Council">
              <a href={`/${council.id}`}>{council.name}</a>
            </Fact>
          ) : null}
          {body ? <Fact name="Body">{body}</Fact> : null}
        </dl>
      ) : null}
      <FollowThrough path={`/${id}`} list={list} asking={asking} />
      <RecommendationList heading="Recommendations addressed to it" recommendations={recommendations} />
      <Sources sources={sources} />
    </Page>
  );
}
