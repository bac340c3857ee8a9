// What a cell opens: the finding in a sentence that follows from the data, and then the evidence by weight.
// A panel is a part of the page that the cell links to, so it needs no script and has an address.
import type { VNode } from 'preact';
import { evidenceState } from '../domain/vocabulary.js';
import type { Cell } from '../store/queries/comparison.js';
import { summaryOf } from '../store/queries/matrix-cells.js';
import type { CouncilLabel } from '../store/queries/matrix-labels.js';
import { cellName, emptyPhrase } from './cell.js';
import { EvidenceList } from './evidence.js';
import { ReportError } from './foot.js';
import { numberCaution } from './matrix.js';
import { Term } from './term.js';
import { labelOf, type View } from './view.js';
import { allOf, counted, directionVerb, isOwnWord, scopePhrase, strengthPhrase } from './wording.js';

type Position = NonNullable<Cell['position']>;

/** The panel of one cell. */
export function Panel(props: { view: View; cell: Cell; contactUrl: string | undefined }): VNode {
  const { view, cell } = props;
  const name = cellName(view, cell);
  const council = labelOf(view.labels.councils, cell.council);
  const recommendation = labelOf(view.labels.recommendations, cell.recommendation);
  const caution = numberCaution(recommendation);
  const { shortName } = view.labels.review;
  return (
    // A browser moves the reader to where a link leads only if that place can be focused.
    <section class="panel" id={name} aria-labelledby={`head-${name}`} tabindex={-1}>
      <a class="close" href={`#cell-${name}`}>
        Close
      </a>
      <h3 id={`head-${name}`}>
        <span class="kicker">
          <a href={`/${council.id}`}>{council.name}</a> on
        </span>{' '}
        <a href={`/${recommendation.id}`}>{recommendation.title}</a>
      </h3>
      <p class="asked">
        Recommendation {recommendation.number ?? ''} of the {shortName}
        {caution ? <span class="unverified"> ({caution})</span> : null}.{' '}
        {recommendation.summary ?? 'No summary is written yet.'}
        {recommendation.summaryStatus === 'unverified' ? (
          <span class="unverified"> This content is not verified.</span>
        ) : null}
      </p>
      <CellEvidence view={view} cell={cell} />
      <p class="report">
        <ReportError contactUrl={props.contactUrl} />
      </p>
    </section>
  );
}

/** The finding of a cell and the evidence it rests on, by weight. */
export function CellEvidence({ view, cell }: { view: View; cell: Cell }): VNode {
  return (
    <>
      {cell.position ? (
        <Finding
          council={labelOf(view.labels.councils, cell.council)}
          position={cell.position}
          all={allOf(view.labels.review.recommendationCount)}
        />
      ) : (
        <p class="finding">
          <b>
            <Term list={evidenceState} word={cell.evidenceState}>
              {emptyPhrase(summaryOf(cell))}
            </Term>
            .
          </b>{' '}
          {evidenceState.meaning[cell.evidenceState]}
        </p>
      )}
      <EvidenceList
        view={view}
        heading="What the position rests on"
        weight="position"
        evidence={cell.position?.evidence ?? []}
      />
      <EvidenceList
        view={view}
        heading="Proposed, but not the council’s decision: no position"
        weight="proposed"
        evidence={cell.proposed}
      />
      <EvidenceList
        view={view}
        heading="Related: the same theme, no claim about this recommendation"
        weight="related"
        evidence={cell.related}
      />
      <EvidenceList
        view={view}
        heading="Machine-suggested, checked by nobody: not counted"
        weight="suggested"
        evidence={cell.suggested}
      />
    </>
  );
}

function Finding(props: { council: CouncilLabel; position: Position; all: string }): VNode {
  const { position, all } = props;
  const own = position.evidence.filter(({ basis }) => isOwnWord(basis)).length;
  const together = position.evidence.length - own;
  const counts = [
    own > 0 ? `${counted(own, 'clause')} on this recommendation itself` : '',
    together > 0 ? `${counted(together, 'clause')} on ${togetherWith(position, all)}` : '',
  ].filter(Boolean);
  return (
    <p class="finding">
      <b>
        {props.council.shortName} {directionVerb[position.direction]}
        {basisClause(position, all)}.
      </b>{' '}
      The leading clause {strengthPhrase[position.strength]} and {scopePhrase[position.scope]}. Evidence:{' '}
      {counts.join(' and ')}.
      {position.wordingAsTabled
        ? ' The wording read is the one put before the meeting; it was carried as put.'
        : ''}
    </p>
  );
}

function basisClause({ basis, direction }: Position, all: string): string {
  if (basis === 'named') return ' by name';
  if (basis === 'paraphrased') return ' in its own words';
  const group = basis === 'collective_all' ? `${all} together` : 'a stated group of recommendations';
  return `${direction === 'supports' ? ' as part of' : ' with'} ${group}; no clause read so far speaks of it by itself`;
}

function togetherWith({ evidence }: Position, all: string): string {
  return evidence.some(({ basis }) => basis === 'collective_part')
    ? 'several recommendations together'
    : `${all} together`;
}
