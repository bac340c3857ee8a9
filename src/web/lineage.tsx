// The pages of lineage: where the wording of a clause or of a motion stands elsewhere, and what each made
// of it.
import type { VNode } from 'preact';
import type {
  ClauseLineage,
  ClauseMatch,
  MotionLineage,
  MotionMatch,
  Travelled,
  WordedClause,
} from '../store/queries/lineage.js';
import { Page } from './layout.js';
import { caution, Differences, likeness, MarkedWording, MotionLine } from './lineage-parts.js';
import { RecordHead } from './record.js';
import { counted } from './wording.js';

/** The page of a clause’s wording. */
export function ClauseLineagePage(
  { clause, motion, matches }: ClauseLineage,
  contactUrl: string | undefined,
): VNode {
  const title = motion.title ?? 'a motion';
  return (
    <Page
      title={`Wording of clause ${clause.address} of ${title} · Open Motions`}
      description={`Where else the wording of clause ${clause.address} of “${title}” (${motion.councilName}) stands.`}
      contactUrl={contactUrl}
    >
      <RecordHead
        kicker={
          <>
            Wording of a clause of <MotionLine motion={motion} />
          </>
        }
      >
        Clause {clause.address}
      </RecordHead>
      <MarkedWording clause={clause} spans={[]} />
      <section aria-labelledby="elsewhere">
        <h2 id="elsewhere">Where else it stands</h2>
        <p>{foundIn(matches.length)}</p>
        <ol class="lineage">
          {matches.map((match) => (
            <Match key={match.clause.id} clause={clause} match={match} />
          ))}
        </ol>
        <p class="caution">{caution}</p>
      </section>
      <p>
        <a href={`/lineage/${motion.id}`}>The wording of the whole motion</a>
      </p>
    </Page>
  );
}

const foundIn = (count: number): string =>
  count === 0
    ? 'No clause of another motion recorded here shares its wording.'
    : `${counted(count, 'clause')} of other motions ${count === 1 ? 'shares' : 'share'} wording with it, the earliest first.`;

function Match({ clause, match }: { clause: WordedClause; match: ClauseMatch }): VNode {
  const { otherIsEarlier } = match;
  const when =
    otherIsEarlier === null ? 'which came first is not known' : otherIsEarlier ? 'earlier' : 'later';
  return (
    <li data-clause={match.clause.id}>
      <p>
        <MotionLine motion={match.motion} />, clause{' '}
        <a href={`/lineage/${match.clause.id}`}>{match.clause.address}</a>: {likeness(match)}; {when}.
      </p>
      <Compared clause={clause} match={match} />
    </li>
  );
}

function Compared({ clause, match }: { clause: WordedClause; match: ClauseMatch }): VNode {
  const [own, other] = [clause.text, match.clause.text];
  if (own === null || other === null)
    return <MarkedWording clause={match.clause} spans={[match.otherSpan]} />;
  return match.otherIsEarlier === false ? (
    <Differences earlier={own} later={other} />
  ) : (
    <Differences earlier={other} later={own} />
  );
}

/** The page of a motion’s wording: who else carried it, and links to both side by side. */
export function MotionLineagePage(
  { motion, clauses, matches }: MotionLineage,
  contactUrl: string | undefined,
): VNode {
  const title = motion.title ?? 'a motion without a recorded title';
  return (
    <Page
      title={`Wording of ${title} · Open Motions`}
      description={`Which other motions share wording with “${title}” (${motion.councilName}).`}
      contactUrl={contactUrl}
    >
      <RecordHead kicker={<MotionLine motion={motion} />}>Who else put these words</RecordHead>
      <p>
        {matches.length === 0
          ? 'No other motion recorded here shares wording with it.'
          : `${counted(matches.length, 'other motion')} ${matches.length === 1 ? 'shares' : 'share'} wording with its ${counted(clauses, 'clause')}, the earliest first.`}
      </p>
      {matches.length > 0 ? <Carriers {...{ motion, clauses, matches }} /> : null}
      <p class="caution">{caution}</p>
      <p>
        <a href={`/${motion.id}`}>Read the motion</a>
      </p>
    </Page>
  );
}

/** Who carried the wording, in order of time, and what each made of it; the motion asked about among them. */
function Carriers({ motion, clauses, matches }: MotionLineage): VNode {
  const earlier = matches.filter((match) => isBefore(match, motion));
  return (
    <section class="scroll" aria-label="Motions that share this wording" tabindex={0}>
      <table class="counts carriers">
        <caption>
          Who carried it, and what each made of it, counted against the {counted(clauses, 'clause')} of the
          motion of {motion.councilName}
        </caption>
        <thead>
          <tr>
            <th scope="col">Motion</th>
            <th scope="col">Word for word</th>
            <th scope="col">Changed</th>
            <th scope="col">Left out</th>
            <th scope="col">Of its own</th>
            <th scope="col">
              <span class="unseen">Compare</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {earlier.map((match) => (
            <Carrier key={match.motion.id} {...{ motion, clauses, match }} />
          ))}
          <tr data-motion={motion.id} class="asked">
            <th scope="row">
              <MotionLine motion={motion} />
            </th>
            <td colspan={5}>the motion asked about</td>
          </tr>
          {matches
            .filter((match) => !earlier.includes(match))
            .map((match) => (
              <Carrier key={match.motion.id} {...{ motion, clauses, match }} />
            ))}
        </tbody>
      </table>
    </section>
  );
}

const isBefore = ({ motion: other }: MotionMatch, motion: MotionLineage['motion']): boolean =>
  other.date !== null && motion.date !== null && other.date < motion.date;

function Carrier(props: Pick<MotionLineage, 'motion' | 'clauses'> & { match: MotionMatch }): VNode {
  const { motion, clauses, match } = props;
  const counts = {
    unchanged: match.unchanged,
    changed: match.clauses - match.unchanged,
    'left-out': clauses - match.clauses,
    own: match.own,
  };
  return (
    <tr data-motion={match.motion.id}>
      <th scope="row">
        <MotionLine motion={match.motion} />
      </th>
      {Object.entries(counts).map(([name, count]) => (
        <td key={name} data-count={name}>
          {count === 0 ? <span class="empty">none</span> : count}
        </td>
      ))}
      <td>
        <a href={`/lineage/${motion.id}?with=${match.motion.id}`}>Side by side</a>
      </td>
    </tr>
  );
}

/** The page that lists motions whose wording stands elsewhere too. */
export function TravelledPage(props: {
  travelled: readonly Travelled[];
  contactUrl: string | undefined;
}): VNode {
  const { travelled, contactUrl } = props;
  return (
    <Page
      title="Wording that travelled · Open Motions"
      description="Motions whose wording stands in motions of other councils too."
      contactUrl={contactUrl}
      current="/lineage"
    >
      <RecordHead kicker="Between councils">Wording that travelled</RecordHead>
      <p class="standfirst">
        Councils take up each other’s words. These are the newest motions whose wording stands in other
        motions recorded here.
      </p>
      {travelled.length === 0 ? (
        <p class="notice">
          No two motions recorded here share wording. Only clauses whose own words were read can be compared;
          a clause that is held as a summary in our words cannot. Import the papers of a council, and its
          wording is compared by itself.
        </p>
      ) : null}
      <ol class="lineage">
        {travelled.map(({ motion, motions, councils }) => (
          <li key={motion.id}>
            <MotionLine motion={motion} />:{' '}
            <a href={`/lineage/${motion.id}`}>
              {counted(motions, 'other motion')} of {counted(councils, 'council')}
            </a>
          </li>
        ))}
      </ol>
      <p class="caution">{caution}</p>
    </Page>
  );
}
