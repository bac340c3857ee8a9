// The same question in its other forms: a table for a spreadsheet, data for a program, and the query that asks
// the graph for the same cells.
import type { VNode } from 'preact';
import { compareAddress } from './question.js';
import type { CompareView } from './view.js';

/** The forms of the question, with the query to copy. */
export function QuestionForms({ view }: { view: CompareView }): VNode {
  const question = { ...view.question, review: view.labels.review.id };
  const query = graphQuery(view);
  return (
    <section class="forms" aria-labelledby="same-question">
      <h2 id="same-question">The same question, elsewhere</h2>
      <p class="links">
        <a href={compareAddress(question)}>Permanent address of this comparison</a>
        <a href={compareAddress(question, '.csv')}>As CSV</a>
        <a href={compareAddress(question, '.json')}>As JSON</a>
        <a href={`/graphql?query=${encodeURIComponent(query)}`}>As the graph answers it</a>
      </p>
      <details>
        <summary>Copy this query for the graph</summary>
        <p class="who">
          One click takes it whole. Paste it into the <a href="/explorer">explorer</a>, or send it to{' '}
          <code>/graphql</code>.
        </p>
        <pre class="query">{query}</pre>
      </details>
    </section>
  );
}

/** The GraphQL document that asks for the cells of the page. */
export function graphQuery({ comparison, choices, question, labels, asked }: CompareView): string {
  const recommendations = comparison.rows.map(({ recommendation }) => recommendation);
  const isAll = (ids: readonly unknown[], of: readonly unknown[]) => ids.length === of.length;
  const parts = [
    `review: ${JSON.stringify(labels.review.id)}`,
    isAll(asked.councils, choices.councils) ? '' : `councils: ${JSON.stringify(asked.councils)}`,
    isAll(recommendations, choices.recommendations)
      ? ''
      : `recommendations: ${JSON.stringify(recommendations)}`,
    question.asOf ? `asOf: "${question.asOf}"` : '',
    question.differencesOnly ? 'differencesOnly: true' : '',
  ].filter(Boolean);
  return `{
  compare(${parts.join(',\n    ')}) {
    rows {
      recommendation { id number title }
      cells {
        council { id name }
        evidenceState
        position {
          direction basis strength scope
          evidence { clause { id address summary } event { outcome occurredOn } source { title url } }
        }
      }
    }
  }
}`;
}
