// The clauses of a motion as a tree, with printed labels, and beside each clause what it asks, cites and
// claims. A reader can link to any of them: the anchor is the clause’s address.
import type { VNode } from 'preact';
import type { CitationRecord, ClaimRecord, ClauseRecord } from '../store/queries/clause-records.js';
import { AskItem } from './ask.js';
import { printedLabel, Wording } from './evidence.js';
import { ReadingTerms } from './reading-terms.js';
import { allOf, counted } from './wording.js';

/** The clauses under a parent, in document order; `isSaid` where the page says once why none has its wording. */
export function ClauseTree(props: {
  clauses: readonly ClauseRecord[];
  parent: string | null;
  isSaid: boolean;
}): VNode | null {
  const children = props.clauses.filter(({ parent }) => parent === props.parent);
  if (children.length === 0) return null;
  return (
    <ol class="tree">
      {children.map((clause) => (
        <li key={clause.id} id={clause.address} data-clause={clause.id}>
          <Clause clause={clause} isSaid={props.isSaid} />
          <ClauseTree clauses={props.clauses} parent={clause.id} isSaid={props.isSaid} />
        </li>
      ))}
    </ol>
  );
}

function Clause({ clause, isSaid }: { clause: ClauseRecord; isSaid: boolean }): VNode {
  return (
    <div class="clause">
      <div>
        <p class="address">
          <b>
            <a href={`#${clause.address}`}>{clause.address}</a>
          </b>{' '}
          <span>{printedLabel(clause)}</span>
          {clause.wording === 'as_tabled' ? <span class="caution"> · wording as tabled</span> : null}
          {clause.wording === 'unknown' ? <span class="caution"> · version not stated</span> : null}
        </p>
        {clause.leadIn ? <p class="lead-in">{clause.leadIn}</p> : null}
        {clause.summary ? <p class="summary">{clause.summary}</p> : null}
        {isSaid || (clause.kind === 'heading' && clause.text === null) ? null : <Wording clause={clause} />}
        {clause.textMatches > 0 ? (
          <p class="shared-wording">
            <a href={`/lineage/${clause.id}`}>
              Shares wording with {counted(clause.textMatches, 'clause')} elsewhere
            </a>
          </p>
        ) : null}
      </div>
      {clause.asks.length + clause.citations.length + clause.claims.length > 0 ? (
        <ul class="readings">
          {clause.asks.map((ask) => (
            <AskItem key={ask.id} ask={ask} stance={clause.stance} />
          ))}
          {clause.citations.map((citation) => (
            <Citation key={citation.id} citation={citation} />
          ))}
          {clause.claims.map((claim) => (
            <Claim key={claim.id} claim={claim} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Citation({ citation }: { citation: CitationRecord }): VNode {
  const all = allOf(citation.review.recommendationCount);
  return (
    <li data-citation={citation.id} data-review={citation.reviewState}>
      <p>
        <span class="what-kind">On</span> <Cited citation={citation} />
      </p>
      <ReadingTerms reading={citation} all={all} isAsTabled={false} />
    </li>
  );
}

function Cited({ citation: { recommendation, review } }: { citation: CitationRecord }): VNode {
  if (recommendation === null) {
    return (
      <span>
        <a href={`/${review.id}`}>{review.name}</a>: {allOf(review.recommendationCount)} together
      </span>
    );
  }
  const { id, number, numberStatus, title } = recommendation;
  return (
    <span>
      {review.name}: <a href={`/${id}`}>{title}</a>{' '}
      <span class="unverified">
        {number === null
          ? '(number not known)'
          : `(recommendation ${number}${numberStatus === 'unverified' ? ', order not verified' : ''})`}
      </span>
    </span>
  );
}

function Claim({ claim }: { claim: ClaimRecord }): VNode {
  const value = [claim.value, claim.unit].filter(Boolean).join(' ');
  const where = [claim.place, claim.period].filter(Boolean).join(', ');
  return (
    <li data-claim={claim.id}>
      <p>
        <span class="what-kind">Claims</span> {claim.measure}: {value || 'no value given'}
        {where ? ` (${where})` : ''}
      </p>
      <p class="who">
        {claim.sourceStated ? 'The clause names a source for it.' : 'The clause names no source for it.'} Not
        checked here.
      </p>
    </li>
  );
}
