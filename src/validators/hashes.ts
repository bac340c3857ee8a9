// The bytes are those that were published: `sha256sum -c` where the machine has it, else the same check here.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { everyFile } from '../exporters/staging.js';
import type { SnapshotFolder, Validator } from './validator.js';

// The manifest cannot list what is made after it.
const unlisted = /^(manifest\.json|SHA256SUMS|all\.zip|validation\/.*)$/;

/** Every file has its hash and size, and none is missing or in excess. */
export const hashes: Validator = {
  name: 'hashes',
  checks: 'Every file has the SHA-256 of SHA256SUMS and of the manifest, and no file is missing or unlisted.',
  nightly: true,
  async run(snapshot) {
    const { tool, problems } = await checkSums(snapshot.folder);
    return {
      tool,
      checked: `${everyFile(snapshot.manifest.files).length} files`,
      sha256: snapshot.manifestHash,
      problems: [...problems, ...(await againstManifest(snapshot))],
    };
  },
};

async function checkSums(folder: string): Promise<{ tool: string; problems: string[] }> {
  try {
    const { stdout } = await promisify(execFile)('sha256sum', ['--version']);
    const tool = `sha256sum -c (${stdout.split('\n')[0]})`;
    return { tool, problems: await bySha256sum(folder) };
  } catch {
    return {
      tool: 'the same check by Node, since sha256sum is not installed',
      problems: await byNode(folder),
    };
  }
}

async function bySha256sum(folder: string): Promise<string[]> {
  const args = ['--check', '--strict', '--quiet', 'SHA256SUMS'];
  return new Promise((done) => {
    execFile('sha256sum', args, { cwd: folder, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      done(error ? `${stdout}${stderr}`.trim().split('\n') : []),
    );
  });
}

async function byNode(folder: string): Promise<string[]> {
  const lines = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).split('\n').filter(Boolean);
  const problems: string[] = [];
  for (const line of lines) {
    const [, hash, path = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (!hash || (await fileHash(join(folder, path))) !== hash) problems.push(`${path || line}: FAILED`);
  }
  return problems;
}

async function againstManifest({ folder, manifest, manifestHash }: SnapshotFolder): Promise<string[]> {
  const problems: string[] = [];
  const id = /^\d{4}-\d\d-\d\dT\d{6}Z-([0-9a-f]{8})$/.exec(basename(folder))?.[1];
  if (id && !manifestHash.startsWith(id))
    problems.push('manifest.json does not match the id of the snapshot');
  const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8').catch(() => '');
  const listed = everyFile(manifest.files);
  for (const { path, bytes, sha256 } of listed) {
    const size = (await stat(join(folder, path)).catch(() => null))?.size;
    if (size !== bytes) problems.push(`${path}: expected ${bytes} bytes, got ${size ?? 'no file'}`);
    if (!sums.includes(`${sha256}  ${path}\n`))
      problems.push(`${path}: SHA256SUMS lacks the manifest’s hash`);
  }
  const known = new Set(listed.map(({ path }) => path));
  const extra = (await filesOf(folder)).filter((path) => !known.has(path) && !unlisted.test(path));
  return [...problems, ...extra.map((path) => `${path}: not in the manifest`)];
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

async function fileHash(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
