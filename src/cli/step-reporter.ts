import type { WriteStream } from 'node:tty';

/** Who is told of a job: of each step, and of what happens within it. */
export interface StepReporter {
  log(line: string): void;
  detail(line: string): void;
  /** Leaves the terminal as a next line needs it. */
  end(): void;
}

const clearLine = '\r\x1b[K';

/** Shows a person at a terminal what is under way, in one line that is written over; a log gets a line per step. */
export function stepReporter(stream: Pick<WriteStream, 'isTTY' | 'write' | 'columns'>): StepReporter {
  const write = (text: string) => void stream.write(text);
  if (!stream.isTTY) return { log: (line) => write(`${line}\n`), detail: () => {}, end: () => {} };
  return {
    log: (line) => write(`${clearLine}${line}\n`),
    detail: (line) => write(`${clearLine}  ${line}`.slice(0, clearLine.length + (stream.columns || 80) - 1)),
    end: () => write(clearLine),
  };
}
