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

const tail = Buffer.from('0\r\n\r\n');

/** An answer as its pieces come in; they are put together no further than the head. */
class Incoming {
  private head = Buffer.alloc(0);
  private received = 0;
  private whole: number | null = null;
  private last = Buffer.alloc(0);

  get isRefused(): boolean {
    return this.head.toString('latin1', 9, 12) !== '200';
  }

  /** Takes a piece, and says whether the answer has ended with it. */
  take(piece: Buffer): boolean {
    this.received += piece.length;
    if (this.whole === null) this.readHead(piece);
    if (this.whole === null) return false;
    if (this.whole >= 0) return this.received >= this.whole;
    this.last = Buffer.concat([this.last, piece.subarray(-tail.length)]).subarray(-tail.length);
    return this.last.equals(tail);
  }

  private readHead(piece: Buffer): void {
    this.head = Buffer.concat([this.head, piece]);
    const end = this.head.indexOf('\r\n\r\n');
    if (end < 0) return;
    const fields = this.head.toString('latin1', 0, end);
    const length = /content-length: *(\d+)/i.exec(fields);
    if (!length && !/transfer-encoding: *chunked/i.test(fields))
      throw new Error(`an answer without an end: ${fields}`);
    this.whole = length ? end + 4 + Number(length[1]) : -1;
  }
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
    let incoming = new Incoming();
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
    socket.on('data', (piece: Buffer) => {
      if (!incoming.take(piece)) return;
      if (incoming.isRefused) tally.failed += 1;
      tally.times.push(performance.now() - began);
      incoming = new Incoming();
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

const enough = 100;

/**
 * Asks until a server is warm: its code compiled by use, its statements planned on every connection. That takes
 * some time and some requests, at most four times as long where each is slow.
 */
export async function warmUp(
  port: number,
  requests: readonly Buffer[],
  connections: number,
  milliseconds: number,
): Promise<void> {
  const until = performance.now() + 4 * milliseconds;
  for (let sent = 0; sent < enough && performance.now() < until; ) {
    sent += (await load(port, requests, connections, milliseconds)).requests;
  }
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
