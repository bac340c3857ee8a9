// How to open the data: in a spreadsheet by hand, elsewhere by a text to copy.
import type { VNode } from 'preact';
import { type Opening, openings, type Step } from './data-snippets.js';

/** The part of the page that says how to open the files. */
export function OpeningSection({ publicUrl }: { publicUrl: string }): VNode {
  return (
    <section aria-labelledby="open">
      <h2 id="open">Open it</h2>
      <p class="prose">
        Begin with <code>flat_positions</code>: one row per council and recommendation, with names written
        out. Each text below asks it which councils hold a position, and on how many recommendations.
      </p>
      <div class="openings">
        <Spreadsheet />
        {openings(publicUrl).map((each) => (
          <OneOpening key={each.name} {...each} />
        ))}
      </div>
      <p class="prose">
        <code>/data/latest/</code> leads to the newest snapshot. To get the same rows again next year, put the
        address of one snapshot in its place, as this page links it.
      </p>
    </section>
  );
}

function Spreadsheet(): VNode {
  return (
    <div class="way">
      <h3>Excel, LibreOffice</h3>
      <p>
        Open <a href="/data/latest/spreadsheet/flat_positions.csv">flat_positions.csv</a> of the spreadsheet
        edition with a double click. Accents are right, and no cell runs as a formula: an apostrophe stands
        before text that could be taken for one.
      </p>
      <p>
        The <a href="/data/latest/csv/flat_positions.csv">canonical file</a> is for programs. To load it all
        the same: Data → From Text/CSV, file origin 65001 (UTF-8), every column as text.
      </p>
    </div>
  );
}

function OneOpening({ name, about, steps }: Opening): VNode {
  return (
    <div class="way">
      <h3>{name}</h3>
      <p>{about}</p>
      {steps.map(({ tool, text }: Step) => (
        <div key={tool} data-tool={tool}>
          <p class="who">{place[tool]}</p>
          <pre>
            <code>{text}</code>
          </pre>
        </div>
      ))}
    </div>
  );
}

const place: Readonly<Record<Step['tool'], string>> = {
  sh: 'In a terminal',
  pandas: 'In Python',
  r: 'In R',
  duckdb: 'In DuckDB',
  sqlite: 'In SQLite',
  javascript: 'In JavaScript',
};
