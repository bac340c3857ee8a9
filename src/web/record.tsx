// What the pages of single records share: how one begins, states facts and lists its sources.
import type { ComponentChildren, VNode } from 'preact';
import type { SourceLabel } from '../store/queries/matrix-labels.js';
import { SourceLink } from './source.js';

/** The heading of a record’s page, with what kind of record it is and where it belongs. */
export function RecordHead(props: { kicker: ComponentChildren; children: ComponentChildren }): VNode {
  return (
    <div class="record-head">
      <p class="kicker">{props.kicker}</p>
      <h1>{props.children}</h1>
    </div>
  );
}

/** One fact with its name, inside a `<dl class="facts">`; a fact that is not known says so. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }): VNode {
  const isKnown = children !== null && children !== undefined && children !== '';
  return (
    <div>
      <dt>{name}</dt>
      <dd>{isKnown ? children : <span class="empty">not known</span>}</dd>
    </div>
  );
}

/** An address elsewhere; only a web address becomes a link, whatever a record holds. */
export function Elsewhere({ url, children }: { url: string; children?: ComponentChildren }): VNode {
  if (!/^https?:\/\//i.test(url)) return <span>{children ?? url}</span>;
  return (
    <a href={url} rel="external">
      {children ?? url}
    </a>
  );
}

/** Sources in running text after a few words that lead to them; nothing where there are none. */
export function Shown(props: { sources: readonly SourceLabel[]; lead: string }): VNode | null {
  if (props.sources.length === 0) return null;
  return (
    <span class="shown-by">
      {props.lead}{' '}
      {props.sources.map((source, index) => (
        <span key={source.id}>
          {index > 0 ? '; ' : ''}
          <SourceLink source={source} />
        </span>
      ))}
      .
    </span>
  );
}

/** The sources of the whole record, each with the page of what else rests on it. */
export function Sources({ sources }: { sources: readonly SourceLabel[] }): VNode | null {
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ul class="source-list">
        {sources.map((source) => (
          <li key={source.id}>
            <SourceLink source={source} /> <a href={`/${source.id}`}>What rests on it</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Distinct sources of several lists, in the order of their first mention. */
export function distinctSources(...lists: readonly (readonly SourceLabel[])[]): SourceLabel[] {
  return [...new Map(lists.flat().map((source) => [source.id, source])).values()];
}
