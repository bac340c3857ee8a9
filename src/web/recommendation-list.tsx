// Recommendations that share something, under the review that makes them.
import type { VNode } from 'preact';
import type { ListedRecommendation } from '../store/queries/listed-recommendations.js';

/** The section; nothing where there are none. */
export function RecommendationList(props: {
  heading: string;
  recommendations: readonly ListedRecommendation[];
}): VNode | null {
  if (props.recommendations.length === 0) return null;
  return (
    <section aria-labelledby="recommendations">
      <h2 id="recommendations">{props.heading}</h2>
      <ul class="listing">
        {props.recommendations.map(({ id, number, numberStatus, title, review }) => (
          <li key={id} data-recommendation={id}>
            <a href={`/${id}`}>{title}</a>{' '}
            <span class="who">
              <a href={`/${review.id}`}>{review.shortName}</a>
              {number === null ? '' : `, recommendation ${number}`}
              {number !== null && numberStatus === 'unverified' ? ' (order not verified)' : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
