// The command line as a person meets it: a process, its exit code, and what it writes where.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { settings } from '../src/config.js';
import { emptyDatabase, type TestDatabase } from './support/database.js';
import { removeCluster } from './support/global-teardown.js';

interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

const commands = [
  'start',
  'serve',
  'migrate',
  'import',
  'review',
  'publish',
  'nightly',
  'export',
  'audit',
  'generate',
  'schema',
  'console',
];
let folder: string;
let database: TestDatabase;

beforeAll(async () => {
  await once(
    spawn(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']),
    'exit',
  );
  folder = await mkdtemp(join(tmpdir(), 'open-motions-cli-'));
  await chmod(folder, 0o755);
  database = await emptyDatabase();
}, 120_000);

afterAll(async () => {
  await database.drop();
  await removeCluster(join(folder, 'data'));
  await rm(folder, { recursive: true, force: true });
});

function environment(env: Record<string, string>): NodeJS.ProcessEnv {
  const own = {
    DATA_DIR: join(folder, 'data'),
    EXPORTS_DIR: join(folder, 'exports'),
    PORT: '0',
    PUBLISH_AT: 'off',
  };
  const none = Object.fromEntries(settings.map(({ name }) => [name, '']));
  return { ...process.env, ...none, ...own, ...env };
}

function cli(args: string[], env: Record<string, string> = {}, input = ''): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['dist/cli.js', ...args],
      { env: environment(env) },
      (_error, out, err) => {
        resolve({ code: child.exitCode, out, err });
      },
    );
    child.stdin?.end(input);
  });
}

describe('help and wrong use', () => {
  test.each(commands)('%s --help shows an example and the settings it obeys', async (command) => {
    const { code, out } = await cli([command, '--help']);
    expect(code).toBe(0);
    expect(out).toContain('Example:\n  ');
    for (const { name, sentence } of settings) {
      if (['start', 'serve'].includes(command)) expect(out).toContain(`  ${name.padEnd(20)}${sentence}`);
    }
  });

  test('help names every command', async () => {
    const { code, out } = await cli(['--help']);
    expect(code).toBe(0);
    for (const command of commands) expect(out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  });

  test.each([
    [[]],
    [['bogus']],
    [['serve', '--bogus']],
    [['migrate', 'surplus']],
    [['import']],
    [['import', 'no/such/file.txt']],
    [['export', '--format', 'akoma']],
    [['export', '--out', 'no/such/popolo.json']],
    [['export', '--out', '.']],
  ])('%j ends with 2 and says why on standard error', async (args) => {
    const { code, out, err } = await cli(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/error: |WRONG_USE: |Usage: /);
  });

  test('export says which formats it knows, and which file it expected', async () => {
    expect((await cli(['export', '--format', 'akoma'])).err).toMatch(/akoma.*popolo, ocd/);
    const { err } = await cli(['export', '--out', 'no/such/popolo.json']);
    expect(err).toBe(
      'WRONG_USE: expected for --out a file in a folder that exists, got no/such/popolo.json\n',
    );
  });

  test('bad settings end with 2, all of them named', async () => {
    const { code, err } = await cli(['serve'], { PORT: 'http', HOST: 'a b' });
    expect(code).toBe(2);
    expect(err).toMatch(/PORT: expected .*HOST: expected /s);
  });

  test('an old Node is told where to find a newer one', async () => {
    const { refuseOldNode } = await import('../src/cli/node-version.js');
    expect(() => refuseOldNode('22.17.0')).not.toThrow();
    const source = await readFile('src/cli.ts', 'utf8');
    expect(source.indexOf('refuseOldNode(')).toBeLessThan(source.indexOf("import('./cli/program.js')"));
  });
});

describe("an operator's own database", () => {
  test('serve refuses one without tables and names the command', async () => {
    const { code, err } = await cli(['serve'], { DATABASE_URL: database.url });
    expect(code).toBe(1);
    expect(err).toMatch(/^MIGRATIONS_PENDING: .*npm run -s cli -- migrate$/m);
  });

  test('migrate prepares it, and says when there is nothing to do', async () => {
    expect(await cli(['migrate'], { DATABASE_URL: database.url })).toMatchObject({ code: 0, out: '' });
    const again = await cli(['migrate'], { DATABASE_URL: database.url });
    expect(again).toMatchObject({ code: 0, out: '', err: 'migrations: nothing to migrate\n' });
  });

  test('serve catches up with a night it has missed, in a process of its own', async () => {
    const exportsDir = join(folder, 'caught-up');
    const own = { DATABASE_URL: database.url, EXPORTS_DIR: exportsDir, PUBLISH_AT: '02:00' };
    expect((await cli(['nightly', '--history'], own)).out).toContain('has not run');
    const { child, address, told } = await started('serve', own);
    while (!told().includes('nightly: published')) await once(child.stderr as Readable, 'data');
    const ready = (await (await fetch(`${address}health/ready`)).json()) as { latestSnapshot: object };
    expect(ready.latestSnapshot).toMatchObject({ id: expect.any(String) });
    expect(await ended(child, 'SIGTERM')).toBe(0);
    expect((await cli(['nightly', '--history'], own)).out).toMatch(/^\S+ +[\d.]+ s {2}schedule {2}published/);
  }, 120_000);

  test('nightly runs the job once with a line for each step, and its history tells of it', async () => {
    const own = { DATABASE_URL: database.url, EXPORTS_DIR: join(folder, 'by-hand') };
    const { code, out, err } = await cli(['nightly'], own);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^seeds: .*\naudits: .*\n(files|snapshot): .*\nnightly: published \S+, [\d.]+ s\n$/s);
    expect(err).not.toContain('clauses: ');
    const history = await cli(['nightly', '--history'], own);
    expect(history.out).toMatch(/^\S+Z +[\d.]+ s {2}hand {6}published {2}\S+\n.*schedule {2}published/s);
  }, 60_000);

  test('one that cannot be reached is a failure without a stack trace or a password', async () => {
    const { code, err } = await cli(['migrate'], {
      DATABASE_URL: 'postgres://me:geheim@127.0.0.1:1/motions',
    });
    expect(code).toBe(1);
    expect(err).toMatch(/^DATABASE_UNAVAILABLE: DATABASE_URL cannot be used: .*ECONNREFUSED.*\n$/);
    expect(err).not.toContain('geheim');
  });
});

describe('the record in a format of others', () => {
  beforeAll(async () => {
    expect((await cli(['import', 'seeds'], { DATABASE_URL: database.url })).code).toBe(0);
  }, 60_000);

  test.each(['popolo', 'ocd'])(
    'export writes %s to standard output and whole into a file',
    async (format) => {
      const own = { DATABASE_URL: database.url };
      const place = join(folder, format);
      await mkdir(place);
      await writeFile(join(place, 'record.json'), 'what stood there before');
      const printed = await cli(['export', '--format', format], own);
      expect({ code: printed.code, err: printed.err }).toEqual({ code: 0, err: '' });
      expect(Object.values(JSON.parse(printed.out)).flat().length).toBeGreaterThan(0);
      const file = await cli(['export', '--format', format, '--out', join(place, 'record.json')], own);
      expect(file).toEqual({ code: 0, out: '', err: `export: ${join(place, 'record.json')}\n` });
      expect(await readFile(join(place, 'record.json'), 'utf8')).toBe(printed.out);
      expect(await readdir(place)).toEqual(['record.json']);
    },
  );

  test('an export whose reader has read enough ends without a word', async () => {
    const child = spawn(process.execPath, ['dist/cli.js', 'export'], {
      env: environment({ DATABASE_URL: database.url }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const told: string[] = [];
    child.stderr.on('data', (text) => told.push(String(text)));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    expect([code, told]).toEqual([0, []]);
  });

  test('an export that fails half way leaves the file as it was and no draft', async () => {
    const place = join(folder, 'half-way');
    await mkdir(place);
    await writeFile(join(place, 'record.json'), 'what stood there before');
    await ask('ALTER TABLE membership RENAME TO membership_away');
    const own = { DATABASE_URL: database.url };
    const { code, err } = await cli(['export', '--out', join(place, 'record.json')], own);
    await ask('ALTER TABLE membership_away RENAME TO membership');
    expect(code).toBe(1);
    expect(err).toContain('membership');
    expect(await readFile(join(place, 'record.json'), 'utf8')).toBe('what stood there before');
    expect(await readdir(place)).toEqual(['record.json']);
  });
});

describe('the papers of councils', () => {
  const own = () => ({ DATABASE_URL: database.url });
  const paper = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const read = async (...args: string[]) => {
    const { code, out, err } = await cli(['import', '--json', ...args], own());
    expect({ code, err: err.split('\n').length }).toEqual({ code: 0, err: 2 });
    return JSON.parse(out);
  };
  const motions = async (title: string) => {
    const printed = await cli(['export', '--format', 'popolo'], own());
    return JSON.parse(printed.out).motions.filter((motion: { text: string }) => motion.text === title).length;
  };
  const swings = [
    'Camden Council\nFull Council\nMonday 13 May 2024\n',
    'Motion: The swings\n',
    'This Council notes:\n1. Swings rust.\n2. Roads are wide.\n',
    'This Council resolves to:\n1. Paint the swings.\n2. Plant ten trees.\n',
  ].join('\n');
  const page = `<html><body>${swings.replace(/^(.+)$/gm, '<p>$1</p>').replace('Motion: The swings', '')}</body></html>`;

  test('the same text under another name, or in another encoding, is the same motion', async () => {
    const first = await read(await paper('swings.txt', swings));
    expect(first.files[0].result).toBe('recorded as motion/camden/2024-05-13/the-swings');
    const copy = await read(await paper('a-copy.txt', swings));
    expect(copy.files[0].result).toBe('attached to motion/camden/2024-05-13/the-swings; nothing changed');
    expect(copy.counts).toMatchObject({ inserted: 0, updated: 0 });
    const wide = await read(await paper('wide.txt', Buffer.from(`\ufeff${swings}`, 'utf16le')));
    expect(wide.files[0].result).toBe('attached to motion/camden/2024-05-13/the-swings');
    expect(await motions('The swings')).toBe(1);
  }, 60_000);

  test('the same motion as a page without its title is known by its clauses, however short', async () => {
    const { files } = await read(await paper('swings.html', page));
    expect(files[0].result).toBe('attached to motion/camden/2024-05-13/the-swings');
    expect(await motions('The swings')).toBe(1);
  }, 60_000);

  test('a motion with half of the same clauses is another, with a doubt that names the first', async () => {
    const other = swings.replace('The swings', 'The trees').replace('Plant ten', 'Fell no');
    const { files, doubts } = await read(await paper('trees.txt', other));
    expect(files[0].result).toBe('recorded as motion/camden/2024-05-13/the-trees');
    const doubt = doubts.find(({ code }: { code: string }) => code === 'MOTION_ALIKE');
    expect(doubt.message).toContain('(motion/camden/2024-05-13/the-swings)');
  }, 60_000);

  test('a dry run prints amendments and votes by name in the shape that others read', async () => {
    const text = `${swings.replace('The swings', 'The slide')}
Amendment A, moved by Councillor Ida Brook (Labour), seconded by Councillor Kit Farrow

Delete “ten”.

Amendment A was lost.
For (1): Councillor Ida Brook
Against (2): Councillors Kit Farrow and Ann Moor

The motion was carried.
For (2): Councillors Kit Farrow and Ann Moor
Against (1): Councillor Ida Brook
`;
    const { motions: found, kept } = await read('--dry-run', await paper('slide.txt', text));
    const votes = (most: string, least: string) => ({
      for: most === 'for' ? 2 : 1,
      against: most === 'against' ? 2 : 1,
      abstain: null,
      recorded: expect.arrayContaining([
        { name: 'Kit Farrow', option: most },
        { name: 'Ann Moor', option: most },
        { name: 'Ida Brook', option: least },
      ]),
    });
    expect(kept).toBe(false);
    expect(found).toMatchObject([
      {
        outcome: 'carried',
        votes: votes('for', 'against'),
        amendments: [
          {
            label: 'A',
            movers: [
              { name: 'Ida Brook', role: 'mover', party: 'Labour' },
              { name: 'Kit Farrow', role: 'seconder' },
            ],
            text: 'Delete “ten”.',
            outcome: 'lost',
            votes: votes('against', 'for'),
          },
        ],
      },
    ]);
  }, 60_000);
});

describe('the embedded database', () => {
  test('start goes from an empty folder to a server that answers, and ends without a trace', async () => {
    const { child, address, told } = await started();
    expect(told()).toMatch(
      /database: started .*migrations: applied .*seeds: .*snapshot: published .*ready:/s,
    );
    expect((await fetch(address)).status).toBe(200);
    expect(await ended(child, 'SIGTERM')).toBe(0);
    expect(await clusterRuns()).toBe(false);
  }, 120_000);

  test('a second start does only what is missing, and the one after a kill finds the database running', async () => {
    const second = await started();
    expect(second.told()).toMatch(/database: started .*nothing to migrate.*seeds: unchanged.*ready:/s);
    expect(second.told()).not.toContain('snapshot:');
    await ended(second.child, 'SIGKILL');
    const third = await started();
    expect(third.told()).toMatch(/database: found .*ready:/s);
    expect((await fetch(third.address)).status).toBe(200);
    expect(await ended(third.child, 'SIGINT')).toBe(0);
    // It was not the third that started it.
    expect(await clusterRuns()).toBe(true);
  }, 120_000);

  test('other commands use it meanwhile or alone, with only data on standard output', async () => {
    const text = 'London Borough of Brent\n\nMotion\n\nThis Council notes:\n1. A thing.\n';
    const { code, out, err } = await cli(
      ['import', '-', '--council', 'brent', '--dry-run', '--json'],
      {},
      text,
    );
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(JSON.parse(out)).toMatchObject({ motions: expect.any(Array), doubts: expect.any(Array) });
  }, 60_000);
});

async function ask(statement: string): Promise<void> {
  const client = new pg.Client(database.url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function addressIn(text: string): string | undefined {
  return /page +(\S+)[\s\S]*Ctrl-C/.exec(text)?.[1];
}

async function started(
  command = 'start',
  env: Record<string, string> = {},
): Promise<{ child: ChildProcess; address: string; told: () => string }> {
  const child = spawn(process.execPath, ['dist/cli.js', command], { env: environment(env) });
  let text = '';
  child.stderr.setEncoding('utf8');
  for await (const chunk of child.stderr.iterator({ destroyOnReturn: false })) {
    text += chunk;
    const address = addressIn(text);
    if (!address) continue;
    child.stderr.on('data', (more) => {
      text += more;
    });
    return { child, address, told: () => text };
  }
  throw new Error(`start ended before it was ready:\n${text}`);
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  await once(child, 'exit');
  return child.exitCode;
}

async function clusterRuns(): Promise<boolean> {
  return readFile(join(folder, 'data', 'postgres', 'data', 'postmaster.pid')).then(
    () => true,
    () => false,
  );
}
