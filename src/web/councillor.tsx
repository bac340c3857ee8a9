// The page of a councillor: roles with the days that sources show, and their part in motions, with ward and
// party as they stood on that day. Only what was done in public office.
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { spoken } from '../domain/vocabulary.js';
import {
  type CouncillorRecord,
  councillorRecord,
  type MembershipRecord,
} from '../store/queries/councillor-record.js';
import type { Database } from '../store/tables.js';
import { writtenDate } from './date.js';
import { Page } from './layout.js';
import { nameOf } from './motion.js';
import { Pages } from './paging.js';
import { readPage } from './question.js';
import { RecordHead, Shown, Sources } from './record.js';
import type { PageTable } from './send.js';

/** What the page is made from: the councillor, and which part of the longer lists is asked for. */
export interface CouncillorReading {
  readonly councillor: CouncillorRecord;
  readonly page: number;
}

const listedOfPage = 50;

/** Reads the page with one statement; null where no councillor has the id. */
export async function readCouncillor(
  db: Kysely<Database>,
  id: string,
  query: Readonly<Record<string, unknown>>,
): Promise<CouncillorReading | null> {
  const page = readPage(query);
  const councillor = await councillorRecord(db, id);
  return councillor && { councillor, page };
}

/** The page. */
export function CouncillorPage(
  { councillor, page }: CouncillorReading,
  contactUrl: string | undefined,
): VNode {
  const part = <T,>(list: readonly T[]) => list.slice((page - 1) * listedOfPage, page * listedOfPage);
  const total = Math.max(councillor.motions.length, councillor.votes.length);
  return (
    <Page
      title={`${councillor.name} · Open Motions`}
      description={`What ${councillor.name} did with motions of a council, as sources show it.`}
      contactUrl={contactUrl}
    >
      <RecordHead kicker="Councillor">{councillor.name}</RecordHead>
      <Memberships memberships={councillor.memberships} />
      <section aria-labelledby="motions">
        <h2 id="motions">Motions</h2>
        {councillor.motions.length === 0 ? <p>No part in a motion is recorded.</p> : null}
        <ul class="listing">
          {part(councillor.motions).map((act) => (
            <li key={act.id} data-person={act.id}>
              {spoken(act.role)} of <a href={`/${act.motion}`}>{nameOf(act)}</a>{' '}
              <span class="who">
                {act.council.shortName}, {writtenDate(act) ?? 'date not known'}.{' '}
                {standing(act.ward, act.party)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {part(councillor.votes).length > 0 ? (
        <section aria-labelledby="votes">
          <h2 id="votes">Votes recorded by name</h2>
          <ul class="listing">
            {part(councillor.votes).map((vote) => (
              <li key={vote.id} data-vote={vote.id}>
                {spoken(vote.option)}: <a href={`/${vote.motion}`}>{nameOf(vote)}</a>{' '}
                <span class="who">{vote.council.shortName}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Pages
        {...{ page, size: listedOfPage, total, noun: councillor.votes.length > 0 ? 'act' : 'motion' }}
        address={(number) => `/${councillor.id}${number > 1 ? `?page=${number}` : ''}`}
      />
      <Sources sources={councillor.sources} />
    </Page>
  );
}

function standing(ward: string | null, party: string | null): string {
  const known = [ward, party].filter(Boolean).join(', ');
  return known ? `On that day: ${known}.` : 'Ward and party on that day are not known.';
}

function Memberships({ memberships }: { memberships: readonly MembershipRecord[] }): VNode {
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">Roles</h2>
      {memberships.length === 0 ? <p>No role is recorded.</p> : null}
      <ul class="listing">
        {memberships.map((held) => (
          <li key={held.id} data-membership={held.id}>
            {held.role}
            {held.roleInferred ? ' (inferred)' : ''}, <a href={`/${held.council.id}`}>{held.council.name}</a>
            {[held.body, held.ward, held.party].map((each) => (each ? `, ${each}` : '')).join('')}.{' '}
            <span class="who">
              {heldWhen(held)} <Shown sources={held.sources} lead="Shown by" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** When a role was held; one that sources show on a day is not said to have lasted before or after it. */
export function heldWhen(
  held: Pick<MembershipRecord, 'startDate' | 'endDate' | 'firstAttestedOn' | 'lastAttestedOn'>,
): string {
  const day = (date: string | null) => writtenDate({ date, precision: 'day' });
  const [start, end] = [day(held.startDate), day(held.endDate)];
  const [first, last] = [day(held.firstAttestedOn), day(held.lastAttestedOn)];
  if (start || end)
    return [start ? `From ${start}` : 'Until', end ? `${start ? 'to ' : ''}${end}` : '']
      .join(' ')
      .trim()
      .concat('.');
  if (first && last && first !== last) return `Shown on ${first} and on ${last}.`;
  return first || last ? `Shown on ${first ?? last}.` : 'No day is stated.';
}

/** Their part in motions and their votes by name, one row each. */
export function councillorTable({ councillor }: CouncillorReading): PageTable {
  const columns = ['id', 'councillor_id', 'act', 'motion_id', 'title', 'date', 'council_id', 'ward', 'party'];
  const acts = [
    ...councillor.motions.map((act) => ({ ...act, act: act.role })),
    ...councillor.votes.map((vote) => ({ ...vote, act: `voted_${vote.option}`, ward: null, party: null })),
  ];
  const rows = acts.map(({ id, act, motion, title, date, council, ward, party }) => ({
    ...{ id, councillor_id: councillor.id, act, motion_id: motion, title, date },
    ...{ council_id: council.id, ward, party },
  }));
  return { columns, rows };
}
