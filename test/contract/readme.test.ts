// The README is a promise: what it lists is what the code has, row by row.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checks } from '../../src/audits/checks.js';
import { allCommands } from '../../src/cli/program.js';
import { settings } from '../../src/config.js';
import { errorCodes } from '../../src/graph/errors.js';
import { doubtMeaning } from '../../src/importers/motion-text/doubts.js';
import { registerDoubtMeaning } from '../../src/importers/registers/doubts.js';
import { readers } from '../../src/importers/registers/readers.js';

const root = join(import.meta.dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

function rowsWith(pattern: RegExp): string[] {
  return readme.split('\n').filter((line) => pattern.test(line));
}

/** The rows of the table with this header. */
function tableOf(...header: string[]): string[] {
  const [, table = ''] = readme.split(`| ${header.join(' | ')} |\n| --- | --- |\n`);
  return (table.split('\n\n')[0] ?? '').split('\n');
}

describe('the README', () => {
  test('lists every setting with its default and its sentence, and no other', () => {
    const rows = settings.map(({ name, default: value, sentence }) => {
      return `| \`${name}\` | ${value ? `\`${value}\`` : ''} | ${sentence} |`;
    });
    expect(
      rowsWith(/^\| `[A-Z_]+` \|/).filter((row) => !rowsWith(/^\| `[A-Z_]+` \| [^|]+ \|$/).includes(row)),
    ).toEqual(rows);
  });

  test('lists every command, and no other', () => {
    const named = tableOf('command', 'what it does').map((row) => /`([a-z]+)/.exec(row)?.[1]);
    expect(named).toEqual(allCommands().map((command) => command.name()));
  });

  test('lists every benchmark, and no other', () => {
    const named = tableOf('benchmark', 'what it measures')
      .map((row) => row.split(' | ')[0] ?? '')
      .flatMap((cell) => [...cell.matchAll(/`([a-z-]+)/g)].map(([, name]) => `${name}.ts`));
    const files = readdirSync(join(root, 'test', 'bench')).filter((file) => file.endsWith('.ts'));
    expect(named.sort()).toEqual(files.filter((file) => file !== 'bench.ts').sort());
  });

  test('lists every doubt of the importers', () => {
    const meanings = [...Object.entries(doubtMeaning), ...Object.entries(registerDoubtMeaning)];
    const rows = meanings.map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
    expect(rowsWith(/^\| `[A-Z_]+` \| [^|]+ \|$/)).toEqual(rows);
  });

  test('lists every format that is read, and no other', () => {
    const rows = readers.map(({ format, about }) => `| ${format} | ${about} |`);
    expect(tableOf('format', 'what it is')).toEqual(rows);
  });

  test('lists every audit with its level and rule', () => {
    const rows = checks.map(({ code, level, rule }) => `| ${code} | ${level} | ${rule} |`);
    expect(rowsWith(/^\| A\d+ \|/)).toEqual(rows);
  });

  test('lists every error code of the graph', () => {
    const line = rowsWith(/^The graph answers faults/).join();
    expect([...line.matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code)).toEqual(Object.keys(errorCodes));
  });

  test('links only to files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => String(link));
    expect(links.filter((link) => !link.startsWith('http') && !existsSync(join(root, link)))).toEqual([]);
  });
});
