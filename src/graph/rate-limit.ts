// How much one address may ask: a bucket of points for each, filled evenly, from which a request takes
// what its operation costs. Buckets are of this process alone and bounded in number.
import { isIPv4, isIPv6 } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './errors.js';
import { limits } from './limits.js';

// Some proxies tell the port too.
const withPort = /^(\d+\.\d+\.\d+\.\d+):\d+$|^\[([^\]]*)\](?::\d+)?$/;

/**
 * Who is counted as one: an IPv4 address, or the /64 network of an IPv6 address. All that is no address counts as
 * one, so that nobody is somebody else by inventing words.
 */
export function networkOf(told: string): string {
  const [, v4, v6] = withPort.exec(told) ?? [];
  const address = v4 ?? v6 ?? told;
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped) return mapped;
  const plain = address.replace(/%.*$/, '');
  if (!isIPv6(plain)) return isIPv4(address) ? address : 'unknown';
  const [left = [], right = []] = plain
    .replace(/\d+\.\d+\.\d+\.\d+$/, '0:0')
    .split('::')
    .map((part) => part.split(':').filter(Boolean));
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

interface Bucket {
  points: number;
  /** Milliseconds of the clock when `points` was true. */
  at: number;
}

/** What came of taking points: `waitSeconds` is null where they were there. */
export interface Taken {
  readonly remaining: number;
  readonly waitSeconds: number | null;
}

/** The buckets of all addresses, `perMinute` points each; `now` is a clock in milliseconds. */
export class Buckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get size(): number {
    return this.buckets.size;
  }

  /** Takes points of an address, all or none. */
  take(address: string, points: number): Taken {
    const bucket = this.filled(networkOf(address));
    const missing = points - bucket.points;
    if (missing <= 0) bucket.points -= points;
    const waitSeconds = missing > 0 ? Math.ceil((missing * 60) / this.perMinute) : null;
    return { remaining: Math.floor(bucket.points), waitSeconds };
  }

  // The bucket asked of longest ago goes first: it is the likeliest to be full again.
  private filled(network: string): Bucket {
    const now = this.now();
    const { points, at } = this.buckets.get(network) ?? { points: this.perMinute, at: now };
    const bucket = {
      points: Math.min(this.perMinute, points + ((now - at) * this.perMinute) / 60_000),
      at: now,
    };
    this.buckets.delete(network);
    this.buckets.set(network, bucket);
    const [oldest] = this.buckets.keys();
    if (this.buckets.size > limits.rateAddresses && oldest !== undefined) this.buckets.delete(oldest);
    return bucket;
  }
}

/** Charges requests to their addresses; with 0 points a minute it only counts. */
export class RateLimit {
  private readonly buckets: Buckets | null;
  private readonly charged = new WeakMap<FastifyRequest, number>();

  constructor(perMinute: number) {
    this.buckets = perMinute > 0 ? new Buckets(perMinute) : null;
  }

  /** The points that a request was charged so far. */
  costOf(request: FastifyRequest): number {
    return this.charged.get(request) ?? 0;
  }

  /**
   * Charges a request up to `cost` points altogether, and tells what is left in the headers of its answer.
   * @throws RATE_LIMITED where its address has too few left.
   */
  charge(request: FastifyRequest, reply: FastifyReply, cost: number): void {
    const points = cost - this.costOf(reply.request);
    if (points <= 0) return;
    if (this.buckets) takeFrom(this.buckets, points, request, reply);
    this.charged.set(reply.request, cost);
  }
}

function takeFrom(buckets: Buckets, points: number, { ip }: FastifyRequest, reply: FastifyReply): void {
  const { perMinute } = buckets;
  const { remaining, waitSeconds } = buckets.take(ip, points);
  const untilFull = Math.ceil(((perMinute - remaining) * 60) / perMinute);
  reply.header('ratelimit-policy', `"cost";q=${perMinute};w=60`);
  reply.header('ratelimit', `"cost";r=${remaining};t=${waitSeconds ?? untilFull}`);
  if (waitSeconds === null) return;
  reply.header('retry-after', String(waitSeconds));
  throw refuse(
    'RATE_LIMITED',
    `This address may ask for ${perMinute} points of cost a minute; try again in ${waitSeconds} seconds.`,
    { limit: 'costPerMinute', maximum: perMinute, asked: points },
  );
}
