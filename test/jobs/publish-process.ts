// Publishing in a process of its own, which can be killed, or run in another time zone and language.
import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformFile } from '@swc/core';

/** How a publishing process ended. */
export interface Ending {
  signal: string | null;
  code: number | null;
  out: string;
  err: string;
}

/** The program as it runs outside of tests, compiled for one test file. */
export interface Program {
  /** Publishes; ends itself at once by SIGKILL when the log reaches a line that begins with `dieAt`. */
  publish(options: {
    url: string;
    exportsDir: string;
    dieAt?: string;
    env?: Record<string, string>;
  }): Promise<Ending>;
  /** Publishes onto a disk that is nearly full, then once more with room enough. */
  publishOnSmallDisk(options: { url: string; exportsDir: string }): Promise<Ending>;
  remove(): Promise<void>;
}

// A file system in memory, which nobody but this process and its children sees and which goes when they end.
const alone = ['--mount', ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'])];

/** Whether this machine lets a process mount a disk of its own. */
export const canMount =
  spawnSync('unshare', [...alone, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

const smallDisk = `
  const { execFileSync } = await import('node:child_process');
  const { readdirSync, readFileSync, statfsSync, writeFileSync, rmSync } = await import('node:fs');
  const [program, url, exportsDir] = process.argv.slice(1);
  const { publish } = await import(program);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', exportsDir]);
  const { bavail, bsize } = statfsSync(exportsDir);
  writeFileSync(exportsDir + '/ballast', Buffer.alloc(bavail * bsize - 300_000));
  const refused = await publish({ url, exportsDir }).catch(({ code, message }) => ({ code, message }));
  const left = readdirSync(exportsDir);
  const { last_attempt: shown } = JSON.parse(readFileSync(exportsDir + '/index.json', 'utf8'));
  rmSync(exportsDir + '/ballast');
  const { changed } = await publish({ url, exportsDir });
  console.log(JSON.stringify({ refused, left, shown: shown.result, changed, after: readdirSync(exportsDir).sort() }));
`;

const node = [process.execPath, '--input-type=module'];

const script = `
  const [program, url, exportsDir, dieAt] = process.argv.slice(1);
  const { publish } = await import(program);
  const log = (line) => { if (dieAt && line.startsWith(dieAt)) process.kill(process.pid, 'SIGKILL'); };
  console.log(JSON.stringify(await publish({ url, exportsDir, log })));
`;

const parts = ['audits', 'domain', 'exporters', 'formats', 'jobs', 'store', 'validators', 'errors.ts'];

/** Compiles what publishing needs, in a folder from which it finds the project's packages. */
export async function compile(): Promise<Program> {
  await mkdir('dist', { recursive: true });
  const folder = await mkdtemp(resolve('dist', 'test-publish-'));
  const files = (await readdir('src', { recursive: true })).filter(
    (file) => file.endsWith('.ts') && parts.includes(file.split(sep)[0] ?? ''),
  );
  await Promise.all(files.map((file) => compileFile(join('src', file), join(folder, file))));
  const program = pathToFileURL(join(folder, 'jobs', 'publish.js')).href;
  return {
    publish: ({ url, exportsDir, dieAt = '', env = {} }) =>
      run(process.execPath, ['--input-type=module', '--eval', script, program, url, exportsDir, dieAt], env),
    publishOnSmallDisk: ({ url, exportsDir }) =>
      run('unshare', [...alone, ...node, '--eval', smallDisk, program, url, exportsDir]),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function compileFile(from: string, to: string): Promise<void> {
  const jsc = { target: 'es2023', parser: { syntax: 'typescript', decorators: true } } as const;
  const { code } = await transformFile(from, { jsc, module: { type: 'es6' }, swcrc: false });
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to.replace(/\.ts$/, '.js'), code);
}

function run(file: string, args: string[], env: Record<string, string> = {}): Promise<Ending> {
  return new Promise((done) => {
    const child = execFile(file, args, { env: { ...process.env, ...env } }, (_error, out, err) =>
      done({ signal: child.signalCode, code: child.exitCode, out, err }),
    );
  });
}
