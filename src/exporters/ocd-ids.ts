// What Open Civic Data knows councils, sessions and bills by.
import { pathOf, slugOf } from '../domain/ids.js';
import type { Cell } from './interchange.js';

/** `council/brent` → `ocd-jurisdiction/country:gb/council:brent/government`. */
export function jurisdictionId(council: Cell | undefined): string {
  return `ocd-jurisdiction/country:gb/council:${slugOf(String(council))}/government`;
}

/**
 * The session of a year; motions without a date stand in one of their own. Sessions are calendar years: no
 * source of this record states on which days the municipal years of councils begin.
 */
export function sessionOf(year: Cell | undefined) {
  const name = String(year ?? 'undated');
  return { identifier: name, name };
}

/** What a bill is called among those of its council: `2023-03-22/safer-southwark-communities`. */
export function identifierOf(motion: Cell | undefined): string {
  return pathOf(pathOf(String(motion)));
}
