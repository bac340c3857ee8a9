// How much is generated. One unit is about what the seeds of the Casey Review hold of councils and wards,
// with motions enough to count; the whole United Kingdom is 2,000 of them.
import { UsageError } from '../errors.js';

/** How many records of each kind. */
export interface Scale {
  readonly councils: number;
  readonly wards: number;
  readonly councillors: number;
  readonly motions: number;
  readonly clauses: number;
  readonly citations: number;
}

const whole = { councils: 380, wards: 8_700, councillors: 19_000 };
// London has 33.
const least = 33;
const units = { seed: 1, uk: 2_000 };

/**
 * Reads `uk`, `seed` or a number of times the seeds.
 * @throws UsageError for anything else.
 */
export function readScale(text: string): Scale {
  const times = text === 'uk' || text === 'seed' ? units[text] : /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (times >= 1 && times <= units.uk) return scaleOf(times);
  throw new UsageError(`--scale: expected uk, seed or a whole number from 1 to ${units.uk}, got ${text}`);
}

function scaleOf(times: number): Scale {
  const share = Math.max(least / whole.councils, times / units.uk);
  const councils = Math.round(whole.councils * share);
  return {
    councils,
    wards: Math.round(whole.wards * share),
    councillors: Math.round(whole.councillors * share),
    motions: 100 * times,
    clauses: 1_200 * times,
    citations: 300 * times,
  };
}
