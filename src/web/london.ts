// London’s boroughs as drawn on a map: outlines simplified from open boundaries, and a grid of tiles of our own
// in which each borough has the same room. Read once, from where the seeds are edited.
import { readFileSync } from 'node:fs';

/** One borough, or the City: its outline as an SVG path, and the place and words of its tile. */
export interface LondonArea {
  readonly gss_code: string;
  readonly name: string;
  readonly label: string;
  readonly code: string;
  readonly column: number;
  readonly row: number;
  readonly outline: string;
}

interface LondonMap {
  readonly source: string;
  readonly attribution: string;
  readonly width: number;
  readonly height: number;
  readonly areas: readonly LondonArea[];
}

/** The map with where its outlines come from, which is printed under it. */
export const london: LondonMap = JSON.parse(
  readFileSync(new URL('../../seeds/reference/london-map.json', import.meta.url), 'utf8'),
);
