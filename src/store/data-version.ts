// The data version as this process knows it: the counter that every change of published data raises, told
// by NOTIFY to each process. While nobody listens, nothing is known of it.
import pg from 'pg';
import type { Store } from './store.js';

/** Follows the data version of a store until it is closed. */
export interface DataVersion {
  /** The version, or null while this process would not hear of a change. */
  readonly current: string | null;
  close(): Promise<void>;
}

// A connection that is cut without a word is found out by asking: within a second, or nothing is known.
const beatMs = 500;
const patienceMs = 500;
const retryMs = 250;

const read = 'SELECT version FROM data_version';

class Follower implements DataVersion {
  current: string | null = null;
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(private readonly store: Store) {}

  async listen(): Promise<void> {
    const client = new pg.Client({
      ...this.store.pool.options,
      connectionTimeoutMillis: 2_000,
      query_timeout: patienceMs,
    });
    this.client = client;
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    client.on('notification', ({ payload }) => {
      if (this.client === client && this.current !== null && payload) this.current = payload;
    });
    try {
      await client.connect();
      await client.query('LISTEN data_version');
      await this.beat(client);
    } catch {
      this.lose(client);
    }
  }

  private async beat(client: pg.Client): Promise<void> {
    try {
      const { rows } = await client.query<{ version: number }>(read);
      if (this.client !== client || this.isClosed) return;
      this.current = String(rows[0]?.version ?? 0);
      this.timer = setTimeout(() => this.beat(client), beatMs).unref();
    } catch {
      this.lose(client);
    }
  }

  private lose(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.current = null;
    clearTimeout(this.timer);
    client.end().catch(() => {});
    if (!this.isClosed) this.timer = setTimeout(() => this.listen(), retryMs).unref();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.current = null;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => {});
  }
}

/** Begins to follow the data version; it is null until the first answer. */
export function followDataVersion(store: Store): DataVersion {
  const follower = new Follower(store);
  void follower.listen();
  return follower;
}
