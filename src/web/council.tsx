// The page of a council: what it is, its motions, and what it holds on each review it was searched for.
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { councilType, spoken } from '../domain/vocabulary.js';
import { type CouncilRecord, councilRecord, type ListedMotion } from '../store/queries/council-record.js';
import { type CoverageRecord, coverageList } from '../store/queries/coverage-list.js';
import type { Database } from '../store/tables.js';
import { Positions } from './council-positions.js';
import { writtenDate } from './date.js';
import { Page } from './layout.js';
import { nameOf } from './motion.js';
import { Elsewhere, Fact, RecordHead, Sources } from './record.js';
import { Term } from './term.js';
import { partOfView, type View } from './view.js';
import { outcomeWord } from './wording.js';

/** What the page is made from: the council, its searches, and a comparison of it alone for each review. */
export interface CouncilReading {
  readonly council: CouncilRecord;
  readonly coverage: readonly CoverageRecord[];
  readonly views: readonly View[];
}

/** Reads the page with two statements and two for each review the council was searched for or cites. */
export async function readCouncil(db: Kysely<Database>, id: string): Promise<CouncilReading | null> {
  const council = await councilRecord(db, id);
  if (!council) return null;
  const coverage = await coverageList(db, id);
  const views: View[] = [];
  for (const review of new Set([...coverage.map((each) => each.review.id), ...council.cites])) {
    const view = await partOfView(db, { review, councils: [id] });
    if (view) views.push(view);
  }
  return { council, coverage, views };
}

/** The page’s content as plain data. */
export const councilData = ({ council, coverage, views }: CouncilReading) => ({
  ...council,
  coverage,
  positions: views.flatMap(({ comparison }) => comparison.rows.flatMap(({ cells }) => cells)),
});

/** The page. */
export function CouncilPage(
  { council, coverage, views }: CouncilReading,
  contactUrl: string | undefined,
): VNode {
  return (
    <Page
      title={`${council.name} · Open Motions`}
      description={`What ${council.name} resolved about public reviews, with clauses and sources.`}
      contactUrl={contactUrl}
    >
      <RecordHead
        kicker={
          <Term list={councilType} word={council.type}>
            {spoken(council.type)}
          </Term>
        }
      >
        {council.name}
      </RecordHead>
      <CouncilFacts council={council} />
      <section aria-labelledby="motions">
        <h2 id="motions">Motions</h2>
        <Motions council={council} />
      </section>
      {views.map((view) => (
        <Positions
          key={view.comparison.review}
          view={view}
          council={council}
          search={coverage.find(({ review }) => review.id === view.comparison.review)}
        />
      ))}
      {views.length === 0 ? (
        <section aria-labelledby="searches">
          <h2 id="searches">Positions</h2>
          <p>This council’s papers have not been searched for any review.</p>
        </section>
      ) : null}
      <Sources sources={council.sources} />
    </Page>
  );
}

function CouncilFacts({ council }: { council: CouncilRecord }): VNode {
  const { policeUnit, website, democracySite, replacedBy, councillors } = council;
  return (
    <dl class="facts">
      <Fact name="GSS code">{council.gssCode}</Fact>
      <Fact name="Register code">{council.registerCode}</Fact>
      <Fact name="Police unit">
        {policeUnit ? `${policeUnit.name} (${policeUnit.code}), ${policeUnit.force}` : null}
      </Fact>
      <Fact name="Region">{[council.region, council.nation].filter(Boolean).join(', ')}</Fact>
      <Fact name="Wards recorded">{council.wards > 0 ? council.wards : 'none'}</Fact>
      {website ? (
        <Fact name="Website">
          <Elsewhere url={website} />
        </Fact>
      ) : null}
      {democracySite ? (
        <Fact name="Meetings and papers">
          <Elsewhere url={democracySite} />
        </Fact>
      ) : null}
      {council.endDate ? (
        <Fact name="Ended">{writtenDate({ date: council.endDate, precision: 'day' })}</Fact>
      ) : null}
      {replacedBy ? (
        <Fact name="Replaced by">
          <a href={`/${replacedBy.id}`}>{replacedBy.name}</a>
        </Fact>
      ) : null}
      {councillors.length > 0 ? (
        <Fact name="Councillors recorded">
          {councillors.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 ? ', ' : ''}
              <a href={`/${id}`}>{name}</a>
            </span>
          ))}
        </Fact>
      ) : null}
    </dl>
  );
}

function Motions({ council }: { council: CouncilRecord }): VNode {
  if (council.motions.length === 0) return <p>No motion of this council is recorded.</p>;
  return (
    <ul class="listing">
      {council.motions.map((motion) => (
        <li key={motion.id} data-motion={motion.id}>
          <a href={`/${motion.id}`}>{nameOf({ ...motion, council })}</a> <MotionStanding motion={motion} />
        </li>
      ))}
    </ul>
  );
}

function MotionStanding({ motion }: { motion: ListedMotion }): VNode {
  const kind = motion.kind === 'amendment' ? 'amendment, ' : '';
  const date = writtenDate(motion) ?? 'date not known';
  const outcome = motion.outcome ? outcomeWord[motion.outcome].toLowerCase() : 'no final decision recorded';
  return (
    <span class="who">
      {kind}
      {date}: {outcome}
    </span>
  );
}
