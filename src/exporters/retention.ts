// How long snapshots are kept. Deltas are small and are kept for ever.
import { publishedAt } from './manifest.js';

const days = 90;

/** The rule as index.json tells it. */
export const retentionRule = `Each snapshot is kept for ${days} days, the first of each month for ever.`;

/** Those of some snapshots whose time is over. The newest one never is, however old. */
export function outdated(ids: readonly string[], now: Date): string[] {
  const inOrder = [...ids].sort();
  const firsts = new Set([...Map.groupBy(inOrder, (id) => id.slice(0, 7)).values()].map(([first]) => first));
  const oldest = now.getTime() - days * 24 * 60 * 60 * 1000;
  return inOrder.slice(0, -1).filter((id) => publishedAt(id).getTime() < oldest && !firsts.has(id));
}
