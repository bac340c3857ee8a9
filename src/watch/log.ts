// What a server writes of each request: a JSON object on a line of its own, or words for whoever looks at a
// terminal. It knows no address of a reader; what was asked in words is written at the level debug alone.
import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { Config } from '../config.js';
import type { OperationNote } from '../graph/operation-note.js';
import type { Ended } from './ended.js';

/** The log of a server. */
export interface ServerLog {
  /** Writes of a request that ended. */
  readonly ended: (ended: Ended) => void;
  /** Writes of a fault of ours. */
  readonly fault: (words: string) => void;
}

/** Where a log goes: an own place for tests, otherwise standard output. */
export interface LogPlace {
  readonly isTTY?: boolean | undefined;
  readonly stream?: DestinationStream;
}

/** Opens the log of a server; levels are those of LOG_LEVEL. */
export function openLog(level: Config['logLevel'], { isTTY, stream }: LogPlace = process.stdout): ServerLog {
  const place = stream ?? destination({ dest: 1, sync: false });
  const logger = pino(
    {
      ...{ level, base: null, messageKey: 'message', timestamp: pino.stdTimeFunctions.isoTime },
      formatters: { level: (label) => ({ level: label }) },
    },
    isTTY ? { write: (line) => place.write(wordsOf(JSON.parse(line))) } : place,
  );
  return { ended: (ended) => write(logger, ended), fault: (words) => logger.error(words) };
}

const isUnheard = ({ route, status }: Ended): boolean =>
  (route === '/metrics' || route.startsWith('/health/')) && status !== null && status < 500;

function levelOf(ended: Ended): 'debug' | 'info' | 'warn' {
  if (isUnheard(ended)) return 'debug';
  return (ended.status ?? 0) >= 500 ? 'warn' : 'info';
}

function write(logger: Logger, ended: Ended): void {
  const level = levelOf(ended);
  if (!logger.isLevelEnabled(level)) return;
  const { id: requestId, method, route, status, milliseconds, operation } = ended;
  const ms = Math.round(milliseconds * 10) / 10;
  const line = { requestId, method, route, status: status ?? 'aborted', ms };
  const asked = logger.isLevelEnabled('debug') ? { asked: operation?.asked } : {};
  logger[level]({ ...line, ...(operation ? known(operation) : {}), ...asked });
}

function known({ name, document, cost, code, kept }: OperationNote): Line {
  const told = { operation: name, document, cost, code, kept };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
}

type Line = Readonly<Record<string, unknown>>;

function wordsOf({ time, message, method, route, status, ms, ...line }: Line): string {
  const at = String(time).slice(11, 19);
  if (message !== undefined) return `${at} ${message}\n`;
  const { operation = '', cost, code, kept, asked, requestId } = line;
  const words = [`${at} ${status} ${method} ${route} ${ms} ms`, operation];
  if (cost !== undefined) words.push(`cost ${cost}`);
  if (code !== undefined && code !== 'OK') words.push(code);
  if (kept !== undefined && kept !== 'miss') words.push(`kept (${kept})`);
  if (Number(status) >= 500) words.push(`request ${requestId}`);
  if (asked !== undefined) words.push(JSON.stringify(asked));
  return `${words.filter((word) => word !== '').join(' · ')}\n`;
}
