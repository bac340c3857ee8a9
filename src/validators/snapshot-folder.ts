// Opening a snapshot by its folder, and reading its files as strictly as their contract is.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { UsageError } from '../errors.js';
import { type Manifest, sha256 } from '../exporters/manifest.js';
import type { SnapshotFolder } from './validator.js';

/**
 * Opens a snapshot.
 * @throws UsageError where the folder holds no manifest.
 */
export async function openSnapshot(folder: string): Promise<SnapshotFolder> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null);
  const manifest = text === null ? null : (parsed(text) as Manifest | null);
  if (text === null || !Array.isArray(manifest?.files)) {
    throw new UsageError(`expected a snapshot with a manifest.json, got ${folder}`);
  }
  return { folder, manifest, manifestHash: sha256(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The hash of a file by the manifest; of the manifest's own content where it does not list the file. */
export function hashOf({ manifest }: SnapshotFolder, path: string): string {
  return manifest.files.find((file) => file.path === path)?.sha256 ?? manifest.content_sha256;
}

/** Hands each record of a CSV file to `take` with its number from 1, the header first; bad UTF-8 throws. */
export async function readCsv(path: string, take: (record: string[], number: number) => void): Promise<void> {
  let number = 0;
  const parser = parse({ record_delimiter: '\r\n' });
  await pipeline(createReadStream(path), strictText, parser, async (records: AsyncIterable<string[]>) => {
    for await (const record of records) {
      number += 1;
      take(record, number);
    }
  });
}

async function* strictText(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
