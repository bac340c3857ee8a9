// How to use the record from a program: where to ask, examples that run as they stand, limits, errors, ids, and what
// changes. The examples are those of schema/examples, each of which a test runs.
import { readFileSync } from 'node:fs';
import type { VNode } from 'preact';
import { Page } from './layout.js';

// From src/web and from dist/web alike.
const example = (name: string): string =>
  readFileSync(new URL(`../../schema/examples/${name}.graphql`, import.meta.url), 'utf8').split('\n\n')[0] ??
  '';

/** The examples that the page prints, each with what it answers. */
export const developerExamples = [
  { name: 'compare', heading: 'What councils said of each recommendation' },
  { name: 'motion', heading: 'One motion, clause by clause' },
  { name: 'search', heading: 'Search' },
  { name: 'council', heading: 'One council' },
].map((each) => ({ ...each, query: example(each.name) }));

/** What a refusal of the graph may say; `limits` are its limits by name. */
export interface GraphFacts {
  readonly limits: Readonly<Record<string, number>>;
  readonly errors: Readonly<Record<string, { readonly status: number; readonly about: string }>>;
}

/** The page. */
export function DevelopersPage(props: {
  publicUrl: string;
  graph: GraphFacts;
  contactUrl: string | undefined;
}): VNode {
  const { publicUrl, graph, contactUrl } = props;
  return (
    <Page
      title="For developers · Open Motions"
      description="The GraphQL endpoint, examples that run, limits, error codes, ids, files and how all of it changes."
      contactUrl={contactUrl}
      current="/developers"
      about={{ '@type': 'WebAPI', name: 'Open Motions GraphQL', documentation: `${publicUrl}/developers` }}
    >
      <h1>For developers</h1>
      <p class="standfirst">
        One GraphQL endpoint, and every page as data at its own address. No key, no account; any origin may
        ask.
      </p>
      <section aria-labelledby="ask" class="prose">
        <h2 id="ask">Ask</h2>
        <pre>
          <code>{`curl ${publicUrl}/graphql \\
  -H 'content-type: application/json' \\
  -d '{"query": "{ councils(first: 3) { nodes { id name } } }"}'`}</code>
        </pre>
        <p>
          Or open <a href="/explorer">the explorer</a>, which knows the schema. Lists are pages: ask for{' '}
          <code>first</code> and go on with <code>after</code> and the <code>endCursor</code> of the page
          before.
        </p>
        <p>
          Every answer says its <code>cost</code>, and its <code>RateLimit</code> header how much this address
          has left. Beyond that it is 429, and <code>Retry-After</code> gives the seconds to wait.
        </p>
        <p>
          GET, POST and QUERY are answered alike. Instead of a document, <code>documentId=sha256:…</code>{' '}
          names one of the examples by the hash that code generators give it.
        </p>
        <p>
          Put <code>.json</code> behind the address of a page for what it says as data, <code>.csv</code>{' '}
          where it is a table, <code>.atom</code> for its news:{' '}
          <a href="/council/southwark.json">/council/southwark.json</a>,{' '}
          <a href="/theme/vetting.csv">/theme/vetting.csv</a>, <a href="/home.atom">/home.atom</a>. All of the
          record is in <a href="/data/">the files</a>.
        </p>
        <p>
          Ask for <code>text/csv</code> or <code>application/x-ndjson</code> and a query of one list answers
          with all of its pages, read from one moment of the database; <code>x-data-version</code> says which.
        </p>
        <pre>
          <code>{`curl -G ${publicUrl}/graphql -H 'accept: text/csv' \\
  --data-urlencode 'query={ motions { nodes { id title date council { name } } } }'`}</code>
        </pre>
        <p>
          Select <code>nodes</code> alone. Each field is a column under its own name or alias; a record on the
          way is written <code>council.name</code>. A list within a record is JSON in NDJSON and refused in
          CSV. <code>first</code> says only how many records are read at a time, at most and by default 100;{' '}
          <code>after</code>, <code>last</code> and <code>before</code> are refused. A transfer that breaks
          off is not the whole list.
        </p>
      </section>
      <section aria-labelledby="examples">
        <h2 id="examples">Examples that run</h2>
        {developerExamples.map(({ name, heading, query }) => (
          <div key={name} data-example={name}>
            <h3>{heading}</h3>
            <pre>
              <code>{query}</code>
            </pre>
          </div>
        ))}
      </section>
      <section aria-labelledby="ids" class="prose">
        <h2 id="ids">Ids</h2>
        <p>
          An id is a readable path and the same string everywhere: in the graph, in files, and as the address
          of its page. It never changes when a fact is corrected and is never used again. A merged id leads to
          the record in use with 308, a removed one answers 410 and says why.
        </p>
      </section>
      <Limits limits={graph.limits} />
      <Errors errors={graph.errors} />
      <section aria-labelledby="changes" class="prose">
        <h2 id="changes">Changes</h2>
        <p>
          The contract only grows. What is to go is marked deprecated with the day of its removal, at least
          six months off. <code>POST /graphql/check</code> with your <code>query</code>, or many as{' '}
          <code>queries</code>, says whether it is valid now, in the next contract and in each released one;{' '}
          <code>/graphql?schema=next</code> answers only what will stay. Pages and their data carry an ETag:
          send it back as <code>If-None-Match</code> and an unchanged answer is 304 and empty.
        </p>
      </section>
    </Page>
  );
}

// `filterConditions` → `filter conditions`.
const spelledOut = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function Limits({ limits }: Pick<GraphFacts, 'limits'>): VNode {
  return (
    <section aria-labelledby="limits">
      <h2 id="limits">Limits</h2>
      <p class="prose">
        Nothing is cut silently: a request beyond a limit is refused, and the refusal names it.
      </p>
      <dl class="words">
        {Object.entries(limits).map(([name, value]) => (
          <div key={name} data-limit={name}>
            <dt>{spelledOut(name)}</dt>
            <dd>{value.toLocaleString('en-GB')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Errors({ errors }: Pick<GraphFacts, 'errors'>): VNode {
  return (
    <section aria-labelledby="errors">
      <h2 id="errors">Errors</h2>
      <p class="prose">
        Every answer says in <code>extensions</code> what it cost, its data version, the newest snapshot and
        how to cite it. A fault has a code in <code>extensions.code</code> and the number of the request,
        never SQL and never a stack.
      </p>
      <dl class="words">
        {Object.entries(errors).map(([code, { status, about }]) => (
          <div key={code} data-code={code}>
            <dt>
              <code>{code}</code> {status}
            </dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
