// Counts the statements a server sends, as PostgreSQL hears them: a relay on the way to the database that
// reads the frontend messages. BEGIN and COMMIT are not counted.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A relay to the database. */
export interface Relay {
  readonly url: string;
  /** Statements since the last time this was asked. */
  count(): number;
  close(): void;
}

const startup = 0;
const isTransaction = (text: string) => /^\s*(begin|commit|rollback|start transaction)/i.test(text);

// Executions, each with the text it was parsed from where that came along.
function counter(told: () => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let isStarted = false;
  let parsed = '';
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = isStarted ? 1 : startup;
      if (rest.length < head + 4) return;
      const length = head + rest.readUInt32BE(head);
      if (rest.length < length) return;
      const type = isStarted ? String.fromCharCode(rest[0] as number) : '';
      const text = rest.toString('latin1', head + 4, length);
      if (type === 'P') parsed = text.split('\0')[1] ?? '';
      if ((type === 'Q' && !isTransaction(text)) || (type === 'E' && !isTransaction(parsed))) told();
      if (type === 'E') parsed = '';
      isStarted = true;
      rest = rest.subarray(length);
    }
  };
}

/** Opens a relay to the database of a URL. */
export async function relayTo(url: string): Promise<Relay> {
  const to = new URL(url);
  let counted = 0;
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    const on = connect(Number(to.port || 5432), to.hostname);
    const count = counter(() => {
      counted += 1;
    });
    from.on('data', count);
    from.pipe(on).pipe(from);
    for (const [socket, other] of [[from, on] as const, [on, from] as const]) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const relayed = new URL(url);
  relayed.hostname = '127.0.0.1';
  relayed.port = String(typeof address === 'object' && address ? address.port : 0);
  return {
    url: relayed.href,
    count() {
      const now = counted;
      counted = 0;
      return now;
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
