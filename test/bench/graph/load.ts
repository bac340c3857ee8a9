// A load client that costs little beside what it measures: keep-alive sockets that send ready-made
// requests and read no more of an answer than where it ends.
import { connect, type Socket } from 'node:net';

/** What a run of requests took. */
export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers that were not 200. */
  readonly failed: number;
}

/** A request as bytes: POST with a JSON body. */
export function requestOf(port: number, path: string, body: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(body));
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${text.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), text]);
}

// Where the answer at the front of the bytes ends; -1 while it is not all there.
function endOf(bytes: Buffer): number {
  const head = bytes.indexOf('\r\n\r\n');
  if (head < 0) return -1;
  const fields = bytes.toString('latin1', 0, head);
  const length = /content-length: *(\d+)/i.exec(fields);
  if (length) {
    const end = head + 4 + Number(length[1]);
    return bytes.length >= end ? end : -1;
  }
  if (!/transfer-encoding: *chunked/i.test(fields)) throw new Error(`an answer without an end: ${fields}`);
  const last = bytes.indexOf('0\r\n\r\n', head + 2);
  return last < 0 ? -1 : last + 5;
}

interface Tally {
  readonly requests: readonly Buffer[];
  readonly until: number;
  readonly times: number[];
  next: number;
  failed: number;
}

function drive(port: number, tally: Tally): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let chunks: Buffer[] = [];
    let began = 0;
    const send = () => {
      if (performance.now() >= tally.until) {
        socket.destroy();
        resolve();
        return;
      }
      began = performance.now();
      const request = tally.requests[tally.next++ % tally.requests.length];
      socket.write(request as Buffer);
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      const bytes = chunks.length === 1 ? chunk : Buffer.concat(chunks);
      if (endOf(bytes) < 0) {
        chunks = [bytes];
        return;
      }
      if (bytes.toString('latin1', 9, 12) !== '200') tally.failed += 1;
      tally.times.push(performance.now() - began);
      chunks = [];
      send();
    });
  });
}

/** Sends requests in turn over some connections for some time. */
export async function load(
  port: number,
  requests: readonly Buffer[],
  connections: number,
  milliseconds: number,
): Promise<Load> {
  const began = performance.now();
  const tally: Tally = { requests, until: began + milliseconds, times: [], next: 0, failed: 0 };
  await Promise.all(Array.from({ length: connections }, () => drive(port, tally)));
  const seconds = (performance.now() - began) / 1000;
  const times = tally.times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    requests: times.length,
    perSecond: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    failed: tally.failed,
  };
}

/** Sends one request and answers what came back. */
export async function ask(port: number, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}
