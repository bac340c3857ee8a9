// What axe-core finds wrong with a page for people who cannot see it, hear it or use a mouse: the rules of
// WCAG 2.2, levels A and AA.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';

const source = readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/**
 * The rules that a page breaks, each with the first places where it does; none if it is clean. `only` names
 * rules to keep to, where the others were asked of the same page already.
 */
export async function violationsOf(page: Page, only?: readonly string[]): Promise<string[]> {
  await page.evaluate(await source);
  const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: tags };
  const run = `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] })`;
  const { violations } = (await page.evaluate(run)) as { violations: readonly Violation[] };
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary}`);
    return `${id}: ${help} (${nodes.length}) ${places.join(' | ')}`;
  });
}
