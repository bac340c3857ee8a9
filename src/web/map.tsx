// London as a map of what councils hold: tiles of one size, so that no borough is lost, and the real outlines
// beside them. Drawn on the server; each tile leads to its council.
import type { VNode } from 'preact';
import type { CouncilOfCode } from '../store/queries/councils-by-gss.js';
import { type LondonArea, london } from './london.js';
import { directionShape } from './mark.js';
import type { Overall } from './overall.js';
import { Patterns, patternOf } from './patterns.js';

/** A borough with its council and what the map shows of it. */
export interface MapArea {
  readonly area: LondonArea;
  readonly council: CouncilOfCode;
  readonly overall: Overall;
}

const side = 96;
const gap = 4;
const columns = 1 + Math.max(...london.areas.map(({ column }) => column));
const rows = 1 + Math.max(...london.areas.map(({ row }) => row));

/** Both drawings with what they show, and where the outlines come from. */
export function LondonMap({ areas, about }: { areas: readonly MapArea[]; about: string }): VNode {
  return (
    <figure class="map">
      <div class="drawings">
        <Tiles areas={areas} about={about} />
        <Outlines areas={areas} />
      </div>
      <figcaption>
        {about} Left, every borough has the same room; right, the boroughs by area. {london.attribution}:{' '}
        {london.source}, simplified.
      </figcaption>
    </figure>
  );
}

function Tiles({ areas, about }: { areas: readonly MapArea[]; about: string }): VNode {
  return (
    <svg class="tiles" viewBox={`0 0 ${columns * side} ${rows * side}`}>
      <title>{about}</title>
      <Patterns of={areas.map(({ overall }) => overall.marks)} prefix="tile" />
      {areas.map((each) => (
        <Tile key={each.area.gss_code} {...each} />
      ))}
    </svg>
  );
}

function Tile({ area, council, overall }: MapArea): VNode {
  const size = side - gap;
  const box = { x: area.column * side + gap / 2, y: area.row * side + gap / 2, width: size, height: size };
  const middle = box.x + size / 2;
  const pattern = patternOf(overall.marks);
  return (
    <a class="area" href={`/${council.id}`} data-council={council.id} {...overall.marks}>
      <title>{`${council.shortName}: ${overall.words}`}</title>
      <rect class="ground" {...box} />
      {pattern ? <rect fill={`url(#tile-${pattern})`} {...box} /> : null}
      {overall.direction ? (
        <path
          class="shape"
          fill-rule="evenodd"
          d={directionShape[overall.direction]}
          transform={`translate(${middle - 12} ${box.y + 12}) scale(2)`}
        />
      ) : null}
      <text class="label" x={middle} y={box.y + 70}>
        {area.label}
      </text>
      <text class="code" x={middle} y={box.y + 72}>
        {area.code}
      </text>
    </a>
  );
}

// The same facts as on the tiles, so a screen reader is not told them twice.
function Outlines({ areas }: { areas: readonly MapArea[] }): VNode {
  return (
    <svg class="outlines" viewBox={`-4 -4 ${london.width + 8} ${london.height + 8}`} aria-hidden="true">
      <Patterns of={areas.map(({ overall }) => overall.marks)} prefix="area" />
      {areas.map(({ area, council, overall }) => {
        const pattern = patternOf(overall.marks);
        return (
          <g key={area.gss_code} class="area" {...overall.marks}>
            <title>{`${council.shortName}: ${overall.words}`}</title>
            <path class="ground" d={area.outline} />
            {pattern ? <path fill={`url(#area-${pattern})`} d={area.outline} /> : null}
          </g>
        );
      })}
    </svg>
  );
}

/** The map in words: who holds what, and which kind of empty the others are. */
export function MapInWords({ areas }: { areas: readonly MapArea[] }): VNode {
  const groups = Map.groupBy(areas, ({ overall }) => overall.words);
  return (
    <details class="in-words">
      <summary>The map in words</summary>
      <ul>
        {[...groups].map(([words, members]) => (
          <li key={words}>
            <b>{words}:</b>{' '}
            {members.map(({ council }, index) => (
              <span key={council.id}>
                {index > 0 ? ', ' : ''}
                <a href={`/${council.id}`}>{council.shortName}</a>
              </span>
            ))}
            .
          </li>
        ))}
      </ul>
    </details>
  );
}
