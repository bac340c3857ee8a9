// What the pages of lineage share: a motion in a line, wording with its shared passage marked, and two
// wordings with their differences marked word by word. Marks are elements with a name, never colour alone.
import type { VNode } from 'preact';
import { wordsOf } from '../domain/text-reuse.js';
import { clauseTextStatus, outcome, spoken } from '../domain/vocabulary.js';
import { type Difference, differencesOf } from '../domain/word-differences.js';
import type { CarryingMotion, WordedClause } from '../store/queries/lineage.js';
import { writtenDate } from './date.js';
import { Term } from './term.js';

/** What a reader must not conclude. */
export const caution =
  'Shared wording is found by a program in the texts held here. The earliest is the earliest recorded, not necessarily where the words come from, and nothing here says who wrote them.';

/** A motion with its council, day and outcome. */
export function MotionLine({ motion }: { motion: CarryingMotion }): VNode {
  const day = writtenDate(motion) ?? 'date not known';
  return (
    <span class="motion-line" data-motion={motion.id}>
      <a href={`/${motion.council}`}>{motion.councilName}</a>, {day}:{' '}
      <a href={`/${motion.id}`}>{motion.title ?? 'a motion without a recorded title'}</a> (
      {motion.outcome === null ? (
        'no outcome recorded'
      ) : (
        <Term list={outcome} word={motion.outcome}>
          {spoken(motion.outcome)}
        </Term>
      )}
      )
    </span>
  );
}

/** The wording of a clause with the passage it shares marked; where it may not be shown, why. */
export function MarkedWording(props: {
  clause: WordedClause;
  spans: readonly (readonly [number, number])[];
}): VNode {
  const { text, textStatus, summary } = props.clause;
  if (text === null) {
    return (
      <p class="wording">
        {summary ? `${summary} ` : ''}
        <Term list={clauseTextStatus} word={textStatus}>
          {clauseTextStatus.meaning[textStatus]}
        </Term>
      </p>
    );
  }
  return <blockquote class="wording">{marked(text, props.spans)}</blockquote>;
}

function marked(text: string, spans: readonly (readonly [number, number])[]): (VNode | string)[] {
  const parts: (VNode | string)[] = [];
  let at = 0;
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...parts, text.slice(at)];
}

/** Two wordings as one text: what only the earlier has struck out, what only the later has set apart. */
export function Differences(props: { earlier: string; later: string }): VNode {
  const { earlier, later } = props;
  const parts = differencesOf([earlier, wordsOf(earlier)], [later, wordsOf(later)]);
  return (
    <blockquote class="wording differences">
      {parts.map((part) => (
        <Piece key={`${part.in} ${part.text}`} part={part} />
      ))}
    </blockquote>
  );
}

function Piece({ part }: { part: Difference }): VNode {
  if (part.in === 'both') return <span>{part.text}</span>;
  return part.in === 'earlier' ? <del>{part.text}</del> : <ins>{part.text}</ins>;
}

/** How alike two clauses are, in words. */
export function likeness({ similarity, sharedWords }: { similarity: number; sharedWords: number }): string {
  const passage = `${sharedWords} words in a row`;
  return similarity === 100 ? 'the same words' : `${similarity}% alike, ${passage}`;
}
