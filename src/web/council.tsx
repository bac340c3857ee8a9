// The page of a council: what it is, its motions, and what it holds on each review it was searched for.
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { councilType, spoken } from '../domain/vocabulary.js';
import { type CouncilReview, councilReviews } from '../store/queries/council-positions.js';
import { type CouncilRecord, councilRecord, type ListedMotion } from '../store/queries/council-record.js';
import { type CoverageRecord, coverageList } from '../store/queries/coverage-list.js';
import { type CellSummary, matrixCells } from '../store/queries/matrix-cells.js';
import type { Database } from '../store/tables.js';
import { cellTable } from './cell-table.js';
import { Positions } from './council-positions.js';
import { writtenDate } from './date.js';
import { Page } from './layout.js';
import { nameOf } from './motion.js';
import { Pages } from './paging.js';
import { readPage } from './question.js';
import { Elsewhere, Fact, RecordHead, Sources } from './record.js';
import type { PageTable } from './send.js';
import { Term } from './term.js';
import { outcomeWord } from './wording.js';

/** What the page is made from: the council, its searches, and its cells on every review. */
export interface CouncilReading {
  readonly council: CouncilRecord;
  readonly coverage: readonly CoverageRecord[];
  readonly reviews: readonly CouncilReview[];
  readonly cells: readonly CellSummary[];
  readonly page: number;
}

const motionsOfPage = 50;

/** Reads the page with four statements. */
export async function readCouncil(
  db: Kysely<Database>,
  id: string,
  query: Readonly<Record<string, unknown>>,
): Promise<CouncilReading | null> {
  const page = readPage(query);
  const council = await councilRecord(db, id, { page, size: motionsOfPage });
  if (!council) return null;
  const [coverage, reviews] = [await coverageList(db, id), await councilReviews(db, id)];
  return { council, coverage, reviews, cells: await matrixCells(db, { council: id }), page };
}

/** The page’s content as plain data. */
export const councilData = ({ council, coverage, cells }: CouncilReading) => ({
  ...council,
  coverage,
  positions: cells,
});

/** What it holds on every recommendation, one row each. */
export function councilTable({ council, reviews, cells }: CouncilReading): PageTable {
  const labels = new Map(
    reviews.flatMap((review) => review.recommendations.map((each) => [each.id, { review, each }] as const)),
  );
  return cellTable(cells, ({ recommendation }) => {
    const { review, each } = labels.get(recommendation) ?? {};
    return {
      council_id: council.id,
      review_id: review?.id ?? null,
      recommendation_id: recommendation,
      recommendation_number: each?.number ?? null,
      recommendation_title: each?.title ?? null,
    };
  });
}

/** The page. */
export function CouncilPage(
  { council, coverage, reviews, cells, page }: CouncilReading,
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
        <Pages
          {...{ page, size: motionsOfPage, total: council.motionCount, noun: 'motion' }}
          address={(number) => `/${council.id}${number > 1 ? `?page=${number}` : ''}#motions`}
        />
      </section>
      <Positions {...{ council, coverage, reviews, cells }} />
      {reviews.length === 0 ? (
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
  if (council.motionCount === 0) return <p>No motion of this council is recorded.</p>;
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
