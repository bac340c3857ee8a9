// The page of a ward: what it is between two boundary reviews, who sat for it as sources show, and the motions they
// put while they did.
import type { VNode } from 'preact';
import { spoken, verification } from '../domain/vocabulary.js';
import type { WardRecord } from '../store/queries/ward-record.js';
import { heldWhen } from './councillor.js';
import { writtenDate } from './date.js';
import { Page } from './layout.js';
import { nameOf } from './motion.js';
import { Fact, RecordHead, Shown, Sources } from './record.js';
import type { PageTable } from './send.js';
import { Term } from './term.js';
import { outcomeWord } from './wording.js';

/** The page. */
export function WardPage(ward: WardRecord, contactUrl: string | undefined): VNode {
  const { council } = ward;
  const where = council ? `, ${council.shortName}` : '';
  return (
    <Page
      title={`${ward.name} ward${where} · Open Motions`}
      description={`${ward.name} ward${where}: who sat for it, and the motions they put, as sources show it.`}
      contactUrl={contactUrl}
      about={{
        '@type': 'AdministrativeArea',
        name: `${ward.name} ward${where}`,
        identifier: ward.gssCode ?? undefined,
      }}
    >
      <RecordHead
        kicker={
          <>
            Ward
            {council ? (
              <>
                {' of '}
                <a href={`/${council.id}`}>{council.name}</a>
                {ward.councilInferred ? ' (inferred)' : ''}
              </>
            ) : null}
          </>
        }
      >
        {ward.name}
      </RecordHead>
      <WardFacts ward={ward} />
      <section aria-labelledby="members">
        <h2 id="members">Who sat for it</h2>
        <p class="who">Only what a source read so far shows; nobody is said to sit before or after.</p>
        {ward.members.length === 0 ? <p>No councillor of it is recorded.</p> : null}
        <ul class="listing">
          {ward.members.map((held) => (
            <li key={held.id} data-membership={held.id}>
              <a href={`/${held.councillor.id}`}>{held.councillor.name}</a>, {held.role}
              {held.party ? `, ${held.party}` : ''}.{' '}
              <span class="who">
                {heldWhen(held)} <Shown sources={held.sources} lead="Shown by" />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <WardMotions ward={ward} />
      <Sources sources={ward.sources} />
    </Page>
  );
}

function WardFacts({ ward }: { ward: WardRecord }): VNode {
  const day = (date: string | null) => writtenDate({ date, precision: 'day' });
  return (
    <dl class="facts">
      <Fact name="GSS code">{ward.gssCode}</Fact>
      <Fact name="Councillors it elects">
        {ward.seats === null ? null : (
          <>
            {ward.seats}
            {ward.seatsStatus ? (
              <>
                {' ('}
                <Term list={verification} word={ward.seatsStatus}>
                  {spoken(ward.seatsStatus)}
                </Term>
                )
              </>
            ) : null}
          </>
        )}
      </Fact>
      <Fact name="These boundaries since">{day(ward.startDate)}</Fact>
      {ward.endDate ? <Fact name="Until">{day(ward.endDate)}</Fact> : null}
    </dl>
  );
}

function WardMotions({ ward }: { ward: WardRecord }): VNode {
  return (
    <section aria-labelledby="motions">
      <h2 id="motions">Motions of those who sat for it on the day</h2>
      {ward.motions.length === 0 ? <p>None is recorded.</p> : null}
      <ul class="listing">
        {ward.motions.map((act) => (
          <li key={act.id} data-person={act.id}>
            <a href={`/${act.motion}`}>{nameOf(act)}</a>{' '}
            <span class="who">
              {spoken(act.role)}:{' '}
              {act.councillor ? <a href={`/${act.councillor}`}>{act.person}</a> : act.person},{' '}
              {writtenDate(act) ?? 'date not known'} ·{' '}
              {act.outcome ? outcomeWord[act.outcome].toLowerCase() : 'no final decision recorded'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who sat for the ward, one row for each role that sources show. */
export function wardTable({ id, members }: WardRecord): PageTable {
  const columns = [
    ...['membership_id', 'ward_id', 'councillor_id', 'name', 'role', 'party'],
    ...['start_date', 'end_date', 'first_attested_on', 'last_attested_on'],
  ];
  const rows = members.map((held) => ({
    membership_id: held.id,
    ward_id: id,
    councillor_id: held.councillor.id,
    name: held.councillor.name,
    role: held.role,
    party: held.party,
    start_date: held.startDate,
    end_date: held.endDate,
    first_attested_on: held.firstAttestedOn,
    last_attested_on: held.lastAttestedOn,
  }));
  return { columns, rows };
}
