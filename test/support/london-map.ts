// The outlines of London’s boroughs as the project keeps them: drawn from the boundaries of December 2024 on a
// grid of whole numbers, so that neighbours keep one border, without the points that no longer turn.
export interface Boundaries {
  readonly features: readonly {
    readonly properties: { readonly LAD24CD: string; readonly LAD24NM: string };
    readonly geometry: { readonly type: string; readonly coordinates: unknown };
  }[];
}

type Point = readonly [number, number];

const width = 1000;

/** Each area’s outline as an SVG path, by its code, and the size of the drawing. */
export function outlinesOf({ features }: Boundaries): {
  width: number;
  height: number;
  outlines: Map<string, string>;
} {
  const rings = features.map(({ properties, geometry }) => ({
    code: properties.LAD24CD,
    rings: ringsOf(geometry.type, geometry.coordinates),
  }));
  const points = rings.flatMap((each) => each.rings.flat());
  const west = Math.min(...points.map(([longitude]) => longitude));
  const east = Math.max(...points.map(([longitude]) => longitude));
  const north = Math.max(...points.map(([, latitude]) => latitude));
  const south = Math.min(...points.map(([, latitude]) => latitude));
  // One degree of longitude is shorter than one of latitude, by the cosine of the latitude.
  const squeeze = Math.cos((((north + south) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * squeeze);
  const place = ([longitude, latitude]: Point): Point => [
    Math.round((longitude - west) * squeeze * scale),
    Math.round((north - latitude) * scale),
  ];
  return {
    width,
    height: Math.ceil((north - south) * scale),
    outlines: new Map(
      rings.map((each) => [each.code, each.rings.map((ring) => pathOf(ring.map(place))).join('')]),
    ),
  };
}

function ringsOf(type: string, coordinates: unknown): Point[][] {
  return type === 'Polygon' ? (coordinates as Point[][]) : (coordinates as Point[][][]).flat();
}

function pathOf(ring: readonly Point[]): string {
  const distinct = ring.filter((point, index) => index === 0 || !same(point, ring[index - 1]));
  const turning = distinct.filter(
    (point, index) =>
      index === 0 || index === distinct.length - 1 || turns(distinct[index - 1], point, distinct[index + 1]),
  );
  const [first, ...rest] = same(turning[0], turning.at(-1)) ? turning.slice(0, -1) : turning;
  if (!first || rest.length < 2) return '';
  let last = first;
  const steps = rest.map((point) => {
    const step = `${point[0] - last[0]} ${point[1] - last[1]}`;
    last = point;
    return step;
  });
  return `M${first.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}Z`;
}

function same(a: Point | undefined, b: Point | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

function turns(before: Point | undefined, at: Point, after: Point | undefined): boolean {
  if (!before || !after) return true;
  return (at[0] - before[0]) * (after[1] - at[1]) !== (at[1] - before[1]) * (after[0] - at[0]);
}
