// What a reader picks, filters and sorts by. A plain form: its answer has an address of its own, which is the
// permalink of the question.
import type { ComponentChildren, VNode } from 'preact';
import type { Named } from '../store/queries/compare-choices.js';
import { compareAddress, type Question } from './question.js';
import type { CompareView } from './view.js';
import { counted } from './wording.js';

/** The form, as the question stands. */
export function CompareForm({ view }: { view: CompareView }): VNode {
  const { question, reviews, choices, labels } = view;
  return (
    <form class="question compare" method="get" action="/compare">
      {reviews.length > 1 ? (
        <Choice name="review" text="Review" chosen={labels.review.id}>
          {reviews.map(({ id, shortName }) => [id, shortName])}
        </Choice>
      ) : (
        <input type="hidden" name="review" value={labels.review.id} />
      )}
      <Picks
        name="councils"
        legend="Pick councils"
        hint="Two to four are set side by side."
        picked={question.councils}
        choices={choices.councils}
      />
      <Picks
        name="recommendations"
        legend="Pick recommendations"
        hint="None picked means all."
        picked={question.recommendations}
        choices={choices.recommendations.map(({ id, number, title }) => ({
          id,
          name: `${number ? `${number} ` : ''}${title}`,
        }))}
      />
      <details class="picks" open={isFiltered(question)}>
        <summary>Filter and sort</summary>
        <div class="filters">
          <Choice name="region" text="Region" chosen={question.region} none="All regions">
            {regionsOf(view)}
          </Choice>
          <Choice name="theme" text="Theme" chosen={question.theme} none="All themes">
            {distinct(choices.recommendations.flatMap(({ themes }) => themes))}
          </Choice>
          <Choice name="addressee" text="Addressed to" chosen={question.addressee} none="Anybody">
            {distinct(choices.recommendations.flatMap(({ addressees }) => addressees))}
          </Choice>
          <label class="field">
            As it stood on <input type="date" name="asOf" value={question.asOf ?? ''} />
          </label>
          <Choice name="rows" text="Recommendations" chosen={question.rows} none="by number">
            {[
              ['title', 'by title'],
              ['held', 'most spoken of first'],
            ]}
          </Choice>
          <Choice name="columns" text="Councils" chosen={question.columns} none="with a position first">
            {[
              ['name', 'by name'],
              ['decided', 'by day of decision'],
            ]}
          </Choice>
          <div class="flags">
            <Flag name="differences" text="Only where they differ" isSet={question.differencesOnly} />
            <Flag name="itself" text="Only what a council speaks of by itself" isSet={question.itselfOnly} />
          </div>
        </div>
      </details>
      <p class="send">
        <button type="submit">Compare</button>
        {isNarrowed(question) ? (
          <a href={compareAddress({ review: labels.review.id })}>Show everything recorded</a>
        ) : null}
      </p>
    </form>
  );
}

function isFiltered({ councils, recommendations, review, page, ...rest }: Question): boolean {
  return Object.keys(rest).length > 0;
}

function isNarrowed(question: Question): boolean {
  return Object.keys(question).some((name) => name !== 'review');
}

function Choice(props: {
  name: string;
  text: string;
  chosen: string | undefined;
  none?: string;
  children: readonly (readonly [string, string] | readonly string[])[];
}): VNode | null {
  if (props.children.length < 2 && props.chosen === undefined) return null;
  return (
    <label class="field">
      {props.text}{' '}
      <select name={props.name}>
        {props.none ? <option value="">{props.none}</option> : null}
        {props.children.map(([value = '', text]) => (
          <option key={value} value={value} selected={value === props.chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Flag(props: { name: string; text: string; isSet: boolean | undefined }): VNode {
  return (
    <label class="tick">
      <input type="checkbox" name={props.name} value="1" checked={props.isSet ?? false} /> {props.text}
    </label>
  );
}

function Picks(props: {
  name: string;
  legend: string;
  hint: string;
  picked: readonly string[] | undefined;
  choices: readonly Named[];
}): VNode {
  const { picked = [] } = props;
  return (
    <details class="picks">
      <summary>
        {props.legend} <span class="who">{pickedPhrase(picked.length, props.choices.length)}</span>
      </summary>
      <fieldset>
        <legend>{props.hint}</legend>
        {props.choices.map(({ id, name }) => (
          <label key={id} class="tick">
            <input type="checkbox" name={props.name} value={id} checked={picked.includes(id)} /> {name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

function pickedPhrase(picked: number, all: number): ComponentChildren {
  return picked === 0 ? `all ${all}` : `${counted(picked, 'pick')} of ${all}`;
}

function regionsOf({ choices }: CompareView): [string, string][] {
  const regions = choices.councils.flatMap(({ region }) => region ?? []);
  return [...new Set(regions)].toSorted().map((region) => [region, region]);
}

function distinct(named: readonly Named[]): [string, string][] {
  return [...new Map(named.map(({ id, name }) => [id, name] as [string, string]))].toSorted(([, a], [, b]) =>
    a.localeCompare(b, 'en'),
  );
}
