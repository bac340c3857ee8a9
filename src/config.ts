// The settings: the only file that reads the environment. It reads once, lists every fault at once and
// returns a frozen object. `settings` is the table that the README and --help are checked against.
import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { ConfigError, type Fault } from './errors.js';

/** One setting as it is documented: its name, its default as a person would write it, and what it is for. */
export interface Setting {
  name: string;
  default: string;
  sentence: string;
}

/** Every setting of the environment, in the order in which they are documented. */
export const settings = [
  { name: 'PORT', default: '4000', sentence: 'TCP port of the server; 0 takes any free one.' },
  { name: 'HOST', default: '127.0.0.1', sentence: 'Address or name the server listens on.' },
  {
    name: 'DATA_DIR',
    default: '.data',
    sentence: 'Folder of the embedded database; unused with DATABASE_URL.',
  },
  { name: 'EXPORTS_DIR', default: 'exports', sentence: 'Folder that snapshots are published in.' },
  {
    name: 'PROFILES_DIR',
    default: '',
    sentence: 'Folder of the official profiles that snapshots are checked by; empty skips those checks.',
  },
  {
    name: 'DATABASE_URL',
    default: '',
    sentence: 'postgres:// address of a PostgreSQL 15 to 18; empty starts the embedded one.',
  },
  {
    name: 'PUBLIC_URL',
    default: 'http://HOST:PORT',
    sentence: 'The http(s) address readers see, as written into answers and snapshots.',
  },
  {
    name: 'CONTACT_URL',
    default: '',
    sentence: 'An http(s) or mailto: address for corrections, shown to readers.',
  },
  {
    name: 'PUBLISH_AT',
    default: '02:00',
    sentence: 'When the server publishes each night, HH:MM by the clock of London, or off.',
  },
  {
    name: 'TRUST_PROXY',
    default: 'false',
    sentence:
      "Whose X-Forwarded headers to believe: true, false, a number of hops, or proxies' addresses with commas.",
  },
  {
    name: 'RESPONSE_CACHE_MB',
    default: '64',
    sentence: 'Megabytes of GraphQL answers and pages kept until the data changes; 0 keeps none.',
  },
  {
    name: 'COST_PER_MINUTE',
    default: '100000',
    sentence: 'Points of GraphQL cost that one address may ask for in a minute; 0 sets no limit.',
  },
  {
    name: 'METRICS_TOKEN',
    default: '',
    sentence: 'Bearer token that /metrics asks for; empty answers it on this machine alone.',
  },
  {
    name: 'LOG_LEVEL',
    default: 'info',
    sentence: 'Least of what is logged: debug (with what was asked), info, warn, error or silent.',
  },
] as const satisfies readonly Setting[];

type Name = (typeof settings)[number]['name'];

/** The settings after parsing; paths are absolute, addresses end without a slash. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly exportsDir: string;
  readonly profilesDir: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly publicUrl: string;
  readonly contactUrl: string | undefined;
  /** Time of day in London; undefined where nothing is to be published by the clock. */
  readonly publishAt: string | undefined;
  readonly trustProxy: boolean | number | readonly string[];
  readonly responseCacheBytes: number;
  readonly costPerMinute: number;
  /** What Prometheus has to bring; undefined where only this machine may read the metrics. */
  readonly metricsToken: string | undefined;
  readonly logLevel: LogLevel;
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** Parses the environment. Throws one ConfigError that names every unusable setting. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const faults: Fault[] = [];
  // An empty value counts as not set: compose files and shells pass `NAME=` on when they mean nothing.
  function read<T>(name: Name, parse: (text: string) => T | Refusal): T | undefined {
    const text = env[name]?.trim() || (settings.find((setting) => setting.name === name)?.default ?? '');
    const value = text === '' ? undefined : parse(text);
    if (!(value instanceof Refusal)) return value;
    faults.push({ expected: value.expected, got: value.got ?? JSON.stringify(text), at: { path: name } });
    return undefined;
  }
  const port = read('PORT', parsePort) ?? 0;
  const host = read('HOST', parseHost) ?? '';
  const config: Config = {
    port,
    host,
    dataDir: read('DATA_DIR', resolve) ?? '',
    exportsDir: read('EXPORTS_DIR', resolve) ?? '',
    profilesDir: read('PROFILES_DIR', parseProfilesDir),
    databaseUrl: read('DATABASE_URL', parseDatabaseUrl),
    publicUrl:
      read('PUBLIC_URL', (text) =>
        text === 'http://HOST:PORT' ? ownAddress(host, port) : parsePublicUrl(text),
      ) ?? '',
    contactUrl: read('CONTACT_URL', parseContactUrl),
    publishAt: read('PUBLISH_AT', parsePublishAt) || undefined,
    trustProxy: read('TRUST_PROXY', parseTrustProxy) ?? false,
    responseCacheBytes: read('RESPONSE_CACHE_MB', parseMegabytes) ?? 0,
    costPerMinute: read('COST_PER_MINUTE', parseCost) ?? 0,
    metricsToken: read('METRICS_TOKEN', parseToken),
    logLevel: read('LOG_LEVEL', parseLogLevel) ?? 'info',
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(config);
}

/** Why a value cannot be used; `got` replaces the value where it must not be printed. */
class Refusal {
  constructor(
    readonly expected: string,
    readonly got?: string,
  ) {}
}

function parsePort(text: string): number | Refusal {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65535 ? port : new Refusal('a whole number from 0 to 65535');
}

function parseMegabytes(text: string): number | Refusal {
  const megabytes = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return megabytes <= 65536
    ? megabytes * 1024 * 1024
    : new Refusal('a whole number of megabytes, 0 to 65536');
}

// Less than the costliest operation would refuse that one for ever.
function parseCost(text: string): number | Refusal {
  const cost = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return cost === 0 || cost >= 10_000 ? cost : new Refusal('0, or a whole number from 10000');
}

function parseToken(text: string): string | Refusal {
  // As RFC 6750 writes a token; a short one could be guessed.
  if (/^[\w.~+/-]{16,200}=*$/.test(text)) return text;
  const got = `${text.length} characters (not shown, it is a secret)`;
  return new Refusal('at least 16 letters, digits or - . _ ~ + /', got);
}

function parseLogLevel(text: string): LogLevel | Refusal {
  return logLevels.find((level) => level === text) ?? new Refusal('debug, info, warn, error or silent');
}

function parseHost(text: string): string | Refusal {
  const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text) && !/^[\d.]+$/.test(text);
  return isName || isIP(text) ? text : new Refusal('a host name or an IP address, without a port');
}

function parseProfilesDir(text: string): string | Refusal {
  const isThere = existsSync(join(text, 'datapackage.2.0.json'));
  return isThere ? resolve(text) : new Refusal('a folder that holds datapackage.2.0.json');
}

function parseDatabaseUrl(text: string): string | Refusal {
  const expected = 'an address such as postgres://user:password@host:5432/database';
  const protocol = URL.parse(text)?.protocol;
  if (protocol && /^postgres(ql)?:\/\//.test(text)) return text;
  // The value may hold a password in any of its parts, so no part of it but the scheme is repeated.
  const got =
    protocol && text.startsWith(`${protocol}//`) ? `one that begins with ${protocol}//` : 'no address';
  return new Refusal(expected, `${got} (not shown, it may hold a password)`);
}

function parsePublicUrl(text: string): string | Refusal {
  const url = URL.parse(text);
  const plain = url && !url.search && !url.hash && !url.username && !url.password;
  if (plain && isWeb(url)) return text.replace(/\/+$/, '');
  return new Refusal(
    'an http:// or https:// address without user, query or fragment',
    url?.password ? 'one with a password' : undefined,
  );
}

function parseContactUrl(text: string): string | Refusal {
  const url = URL.parse(text);
  const usable = url && (isWeb(url) || (url.protocol === 'mailto:' && url.pathname.includes('@')));
  return usable ? text : new Refusal('an http://, https:// or mailto: address');
}

function parsePublishAt(text: string): string | Refusal {
  if (text === 'off') return '';
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
  return isTime ? text : new Refusal('a time of day from 00:00 to 23:59, written HH:MM, or off');
}

function parseTrustProxy(text: string): boolean | number | readonly string[] | Refusal {
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const addresses = text.split(',').map((address) => address.trim());
  return addresses.every(isNetwork)
    ? Object.freeze(addresses)
    : new Refusal('true, false, a number of hops, or IP addresses and networks separated by commas');
}

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** The address of this server as its own machine opens it: a wildcard host is reached over loopback. */
function ownAddress(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${isIP(reachable) === 6 ? `[${reachable}]` : reachable}:${port}`;
}
