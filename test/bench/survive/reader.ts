// A reader who never stops asking the server for the newest snapshot, and checks whatever it is given.
import { createHash } from 'node:crypto';

/** What the reader saw. */
export interface Seen {
  answers: number;
  faults: string[];
}

const sha256 = (bytes: ArrayBuffer) => createHash('sha256').update(Buffer.from(bytes)).digest('hex');

/** Reads until the signal: the newest manifest, which must fit its id, and one of its files, which must fit its hash. */
export async function readOn(address: string, signal: AbortSignal): Promise<Seen> {
  const seen: Seen = { answers: 0, faults: [] };
  for (let n = 0; !signal.aborted; n += 1) {
    const fault = await readOnce(address, n).catch((error: Error) => error.message);
    if (fault) seen.faults.push(fault);
    else seen.answers += 2;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return seen;
}

async function readOnce(address: string, n: number): Promise<string | undefined> {
  const plain = { headers: { 'accept-encoding': 'identity' } };
  const answer = await fetch(`${address}/data/latest/manifest.json`, plain);
  const id = /snapshots\/([^/]+)/.exec(answer.url)?.[1] ?? '';
  const body = await answer.arrayBuffer();
  if (!answer.ok) return `latest: ${answer.status}`;
  if (!id.endsWith(sha256(body).slice(0, 8))) return `${id}: another manifest`;
  const { files } = JSON.parse(Buffer.from(body).toString()) as { files: { path: string; sha256: string }[] };
  const file = files[(n * 7) % files.length];
  const bytes = await fetch(`${address}/data/snapshots/${id}/${file?.path}`, plain);
  if (!bytes.ok) return `${id}/${file?.path}: ${bytes.status}`;
  return sha256(await bytes.arrayBuffer()) === file?.sha256 ? undefined : `${id}/${file?.path}: other bytes`;
}
