// How a source is named: by its title, its publisher and its kind, with a link where an address is known.
import type { VNode } from 'preact';
import { spoken } from '../domain/vocabulary.js';
import type { SourceLabel } from '../store/queries/matrix-labels.js';
import { writtenDate } from './date.js';
import { labelOf, type View } from './view.js';

/** One source; the store holds web addresses only, so whatever it holds may be a link. */
export function SourceLink({ source }: { source: SourceLabel }): VNode {
  const date = writtenDate({ date: source.publishedOn, precision: source.precision });
  const facts = [source.publisher, spoken(source.kind), date].filter(Boolean).join(', ');
  return (
    <span class="source">
      {source.url ? (
        <a href={source.url} rel="external">
          {source.title}
        </a>
      ) : (
        <cite>{source.title}</cite>
      )}{' '}
      ({facts}
      {source.completeness === 'partial' ? ', read in part' : ''}
      {source.url ? '' : ', address not known'})
    </span>
  );
}

/** Several sources after a few words that lead to them. */
export function SourceList(props: { view: View; ids: readonly string[]; lead: string }): VNode | null {
  const sources = props.ids.map((id) => labelOf(props.view.labels.sources, id));
  if (sources.length === 0) return null;
  return (
    <span class="shown-by">
      {props.lead}{' '}
      {sources.map((source, index) => (
        <span key={source.id}>
          {index > 0 ? '; ' : ''}
          <SourceLink source={source} />
        </span>
      ))}
      .
    </span>
  );
}
