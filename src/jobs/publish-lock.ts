import { PublishError } from '../errors.js';
import { type Lock, takeLock } from './lock.js';

// PostgreSQL takes a moment to notice that a killed publisher is gone, so the lock is waited for a little.
const publishing = { key: 720_231_122, name: 'publish', patience: '5s' };

/** Takes the right to publish within seconds, or throws PUBLISH_LOCKED. */
export async function takePublishLock(url: string): Promise<Lock> {
  const lock = await takeLock(url, publishing);
  if (lock) return lock;
  throw new PublishError('PUBLISH_LOCKED', 'Another process is publishing this database; try again later.');
}
