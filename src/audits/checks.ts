// The rules of the record that constraints cannot state, or state so late that a release may have slipped
// past them. A code is never reused or renumbered; the README lists them.
import type { Check } from './check.js';
import { must } from './must.js';
import { may, should } from './should.js';

/** Every check in the order of its code. */
export const checks: readonly Check[] = [...must, ...should, ...may];
