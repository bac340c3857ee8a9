// Requests that arrive at times of their own, as those of many readers do, whether or not earlier ones were answered.
// Each is timed from when it should have been sent, so that waiting for a free socket counts.
import { connect, type Socket } from 'node:net';

/** What became of a request. */
export interface Outcome {
  /** Null where its connection broke. */
  readonly status: number | null;
  readonly milliseconds: number;
  /** Whether it was told when to come again. */
  readonly comesAgain: boolean;
}

interface Waiting {
  readonly bytes: Buffer;
  readonly due: number;
}

const tail = Buffer.from('0\r\n\r\n');

/** One keep-alive connection, which has one request at a time. */
class Lane {
  private socket: Socket | null = null;
  private head = '';
  private status: number | null = null;
  private comesAgain = false;
  private left: number | 'chunks' = 0;
  private last = Buffer.alloc(0);
  private done: ((outcome: Omit<Outcome, 'milliseconds'>) => void) | null = null;

  private readonly port: number;

  constructor(port: number) {
    this.port = port;
  }

  send(bytes: Buffer, done: (outcome: Omit<Outcome, 'milliseconds'>) => void): void {
    this.done = done;
    this.head = '';
    this.status = null;
    this.last = Buffer.alloc(0);
    this.socket ??= this.open();
    this.socket.write(bytes);
  }

  close(): void {
    this.done = null;
    this.socket?.destroy();
  }

  private open(): Socket {
    const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true });
    socket.on('data', (piece: Buffer) => this.take(piece));
    const broken = () => {
      if (this.socket === socket) this.socket = null;
      this.end(null);
    };
    socket.on('error', () => {});
    socket.on('close', broken);
    return socket;
  }

  private take(piece: Buffer): void {
    let body = piece;
    if (this.status === null) {
      this.head += piece.toString('latin1');
      const end = this.head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const fields = this.head.slice(0, end);
      this.status = Number(fields.slice(9, 12));
      this.comesAgain = /^retry-after:/im.test(fields);
      const length = /^content-length: *(\d+)/im.exec(fields)?.[1];
      this.left = length === undefined ? 'chunks' : Number(length);
      body = Buffer.from(this.head.slice(end + 4), 'latin1');
    }
    if (this.left === 'chunks') {
      this.last = Buffer.concat([this.last, body.subarray(-tail.length)]).subarray(-tail.length);
      if (this.last.equals(tail)) this.end(this.status);
    } else {
      this.left -= body.length;
      if (this.left <= 0) this.end(this.status);
    }
  }

  private end(status: number | null): void {
    const { done } = this;
    this.done = null;
    done?.({ status, comesAgain: this.comesAgain });
  }
}

const beatMs = 5;

/** Requests at a rate, over a bounded number of connections. */
export class Arrivals {
  private readonly idle: Lane[] = [];
  private readonly lanes: Lane[] = [];
  private readonly waiting: Waiting[] = [];
  private readonly outcomes: Outcome[] = [];

  private readonly port: number;
  private readonly most: number;
  private readonly perSecond: number;
  private readonly next: () => Buffer;

  /** `most` connections at once, `perSecond` requests as `next` makes them. */
  constructor(port: number, most: number, perSecond: number, next: () => Buffer) {
    this.port = port;
    this.most = most;
    this.perSecond = perSecond;
    this.next = next;
  }

  /** Sends for some time, waits a little for the last answers, and tells of all. */
  async during(milliseconds: number): Promise<readonly Outcome[]> {
    const began = performance.now();
    let sent = 0;
    await new Promise<void>((resolve) => {
      const clock = setInterval(() => {
        const now = performance.now();
        const due = Math.floor((Math.min(now - began, milliseconds) * this.perSecond) / 1000);
        for (; sent < due; sent += 1) {
          this.start({ bytes: this.next(), due: began + (sent * 1000) / this.perSecond });
        }
        if (now - began < milliseconds) return;
        clearInterval(clock);
        resolve();
      }, beatMs);
    });
    const until = performance.now() + 15_000;
    while (this.outcomes.length < sent && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    for (const lane of this.lanes) lane.close();
    return this.outcomes;
  }

  private start(request: Waiting): void {
    const lane = this.idle.pop() ?? this.added();
    if (lane) this.run(lane, request);
    else this.waiting.push(request);
  }

  private added(): Lane | undefined {
    if (this.lanes.length >= this.most) return undefined;
    const lane = new Lane(this.port);
    this.lanes.push(lane);
    return lane;
  }

  private run(lane: Lane, { bytes, due }: Waiting): void {
    lane.send(bytes, (outcome) => {
      this.outcomes.push({ ...outcome, milliseconds: performance.now() - due });
      const next = this.waiting.shift();
      if (next) this.run(lane, next);
      else this.idle.push(lane);
    });
  }
}
