// Which councils hold the same direction, pair by pair, as counts of recommendations.
import type { VNode } from 'preact';
import { type Agreement, agreements } from './agreement.js';
import { type CompareView, labelOf } from './view.js';

/** The table of pairs; nothing where there is no pair. */
export function AgreementTable(props: { view: CompareView; councils: readonly string[] }): VNode | null {
  const { view } = props;
  const councils = props.councils.filter((council) =>
    view.comparison.rows.some(({ cells }) => cells.some((cell) => cell.council === council && cell.position)),
  );
  if (councils.length < 2) return null;
  const pairs = agreements(view.comparison, councils);
  const name = (id: string) => labelOf(view.labels.councils, id).shortName;
  return (
    <section class="agreement" aria-labelledby="agreement">
      <h2 id="agreement">Where they lean the same way</h2>
      <p class="prose">
        On how many of these recommendations two councils hold the same direction, of those on which both hold
        a position; and below, of those which both speak of by themselves. These are counts, not a ranking:
        who says nothing does not disagree.
      </p>
      {/* A region that scrolls must be reachable by keyboard. */}
      <section class="scroll" aria-label="Table of pairs" tabindex={0}>
        <table class="pairs">
          <thead>
            <tr>
              <td />
              {councils.map((council) => (
                <th key={council} scope="col">
                  {name(council)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {councils.map((row) => (
              <tr key={row}>
                <th scope="row">{name(row)}</th>
                {councils.map((column) => (
                  <td key={column}>{row === column ? null : <Pair pair={pairOf(pairs, row, column)} />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function pairOf(pairs: readonly Agreement[], a: string, b: string): Agreement | undefined {
  return pairs.find(({ councils }) => councils.includes(a) && councils.includes(b));
}

function Pair({ pair }: { pair: Agreement | undefined }): VNode | null {
  if (!pair) return null;
  return (
    <>
      <b>
        {pair.same} of {pair.both}
      </b>
      <span class="who">
        {pair.bothItself === 0
          ? 'none by themselves'
          : `${pair.sameItself} of ${pair.bothItself} by themselves`}
      </span>
    </>
  );
}
