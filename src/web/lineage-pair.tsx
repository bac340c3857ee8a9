// Two motions side by side: every clause of both, with the passages they share marked and each clause
// leading to its twin.
import type { VNode } from 'preact';
import type { MotionPair, WordedClause } from '../store/queries/lineage.js';
import { Page } from './layout.js';
import { caution, likeness, MarkedWording, MotionLine } from './lineage-parts.js';
import { RecordHead } from './record.js';

interface Twin {
  readonly address: string;
  readonly anchor: string;
  readonly likeness: string;
  readonly span: readonly [number, number];
}

/** The page. */
export function MotionPairPage(pair: MotionPair, contactUrl: string | undefined): VNode {
  const { motion, other } = pair;
  return (
    <Page
      title={`${motion.councilName} and ${other.councilName} side by side · Open Motions`}
      description={`The wording of a motion of ${motion.councilName} and of one of ${other.councilName}, shared passages marked.`}
      contactUrl={contactUrl}
    >
      <RecordHead kicker="Two motions side by side">
        {motion.councilName} and {other.councilName}
      </RecordHead>
      <p>Passages that both print are marked. Each such clause leads to its twin.</p>
      <div class="side-by-side">
        <Side motion={pair.motion} clauses={pair.clauses} twins={twinsOf(pair, 'clause')} side="a" />
        <Side motion={pair.other} clauses={pair.otherClauses} twins={twinsOf(pair, 'other')} side="b" />
      </div>
      <p class="caution">{caution}</p>
    </Page>
  );
}

function twinsOf(
  { clauses, otherClauses, pairs }: MotionPair,
  side: 'clause' | 'other',
): Map<string, Twin[]> {
  const addresses = new Map([...clauses, ...otherClauses].map(({ id, address }) => [id, address]));
  const twins = new Map<string, Twin[]>();
  for (const pair of pairs) {
    const far = side === 'clause' ? pair.other : pair.clause;
    const address = addresses.get(far) ?? '';
    const twin = {
      address,
      anchor: `${side === 'clause' ? 'b' : 'a'}-${address}`,
      likeness: likeness(pair),
      span: side === 'clause' ? pair.span : pair.otherSpan,
    };
    twins.set(pair[side], [...(twins.get(pair[side]) ?? []), twin]);
  }
  return twins;
}

function Side(props: {
  motion: MotionPair['motion'];
  clauses: readonly WordedClause[];
  twins: ReadonlyMap<string, readonly Twin[]>;
  side: 'a' | 'b';
}): VNode {
  const { motion, clauses, twins, side } = props;
  return (
    <section aria-labelledby={`side-${side}`}>
      <h2 id={`side-${side}`}>
        <MotionLine motion={motion} />
      </h2>
      <ol class="tree">
        {clauses.map((clause) => (
          <li key={clause.id} id={`${side}-${clause.address}`}>
            <p class="address">
              <a href={`/lineage/${clause.id}`}>{clause.address}</a>
              {(twins.get(clause.id) ?? []).map((twin) => (
                <span key={twin.anchor}>
                  {' '}
                  · like <a href={`#${twin.anchor}`}>{twin.address}</a> there ({twin.likeness})
                </span>
              ))}
            </p>
            <MarkedWording clause={clause} spans={(twins.get(clause.id) ?? []).map(({ span }) => span)} />
          </li>
        ))}
      </ol>
    </section>
  );
}
