// What many outcomes come down to.
import type { Server } from '../graph/servers.ts';
import type { Outcome } from './arrivals.ts';

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** How often each status was answered, in words. */
export function statusCounts(outcomes: readonly Outcome[]): string {
  const counts = new Map<string, number>();
  for (const { status, comesAgain } of outcomes) {
    const name = status === null ? 'broken' : `${status}${comesAgain ? ' with Retry-After' : ''}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort()
    .map(([name, count]) => `${name} × ${count}`)
    .join(', ');
}

/** Looks at the memory of a server until it is told to end; medians of quarters, in megabytes. */
export function memoryOver(server: Server, everyMs: number) {
  const seen: number[] = [];
  const clock = setInterval(async () => seen.push((await server.memory()).now), everyMs);
  return {
    end() {
      clearInterval(clock);
      const quarter = (from: number) =>
        quantile(seen.slice(Math.floor(seen.length * from), Math.floor(seen.length * (from + 0.25))), 0.5);
      return { second: quarter(0.25), last: quarter(0.75), most: Math.max(...seen) };
    },
  };
}
