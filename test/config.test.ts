import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { readConfig, settings } from '../src/config.js';
import { ConfigError } from '../src/errors.js';

function refusalOf(env: NodeJS.ProcessEnv): ConfigError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('expected the settings to be refused');
}

test('without any setting the server is for its own machine alone', () => {
  const config = readConfig({});
  expect(config).toEqual({
    port: 4000,
    host: '127.0.0.1',
    dataDir: resolve('.data'),
    exportsDir: resolve('exports'),
    profilesDir: undefined,
    databaseUrl: undefined,
    publicUrl: 'http://127.0.0.1:4000',
    contactUrl: undefined,
    publishAt: '02:00',
    trustProxy: false,
    responseCacheBytes: 64 * 1024 * 1024,
    costPerMinute: 100_000,
    metricsToken: undefined,
    logLevel: 'info',
  });
  expect(Object.isFrozen(config)).toBe(true);
});

test('an empty setting is as good as none', () => {
  const empty = Object.fromEntries(settings.map(({ name }) => [name, ' ']));
  expect(readConfig(empty)).toEqual(readConfig({}));
});

test('the public address follows host and port, and is a reachable one for a wildcard host', () => {
  expect(readConfig({ HOST: 'motions.example', PORT: '80' }).publicUrl).toBe('http://motions.example:80');
  expect(readConfig({ HOST: '0.0.0.0' }).publicUrl).toBe('http://127.0.0.1:4000');
  expect(readConfig({ HOST: '::' }).publicUrl).toBe('http://[::1]:4000');
  expect(readConfig({ PUBLIC_URL: 'https://motions.example/' }).publicUrl).toBe('https://motions.example');
});

test.each([
  ['true', true],
  ['false', false],
  ['2', 2],
  ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
])('TRUST_PROXY=%s', (text, value) => {
  expect(readConfig({ TRUST_PROXY: text }).trustProxy).toEqual(value);
});

test('every fault is listed at once, with what was expected and what was got', () => {
  const { message, exitCode } = refusalOf({
    PORT: '65536',
    HOST: 'http://x',
    DATABASE_URL: 'mysql://somebody@host/motions',
    PUBLIC_URL: 'motions.example',
    CONTACT_URL: 'me@example.org',
    TRUST_PROXY: '10.0.0.0/33',
  });
  expect(exitCode).toBe(2);
  expect(message.split('\n')).toEqual([
    'These settings cannot be used:',
    '  PORT: expected a whole number from 0 to 65535, got "65536"',
    '  HOST: expected a host name or an IP address, without a port, got "http://x"',
    '  DATABASE_URL: expected an address such as postgres://user:password@host:5432/database, ' +
      'got one that begins with mysql:// (not shown, it may hold a password)',
    '  PUBLIC_URL: expected an http:// or https:// address without user, query or fragment, got "motions.example"',
    '  CONTACT_URL: expected an http://, https:// or mailto: address, got "me@example.org"',
    '  TRUST_PROXY: expected true, false, a number of hops, or IP addresses and networks separated by commas, ' +
      'got "10.0.0.0/33"',
  ]);
});

test.each(['mysql://somebody:geheim@host', 'somebody:geheim@host/motions', 'postgres:/geheim', 'geheim'])(
  'a password in the unusable DATABASE_URL %s is never printed',
  (url) => {
    expect(refusalOf({ DATABASE_URL: url }).message).not.toContain('geheim');
  },
);

test('nor is one in PUBLIC_URL', () => {
  expect(refusalOf({ PUBLIC_URL: 'https://me:geheim@example.org' }).message).not.toContain('geheim');
});

test('nor is a token that is too short', () => {
  const { message } = refusalOf({ METRICS_TOKEN: 'geheim' });
  expect(message).toContain('METRICS_TOKEN: expected at least 16 letters, digits');
  expect(message).not.toContain('geheim');
  expect(readConfig({ METRICS_TOKEN: '0123456789abcdef' }).metricsToken).toBe('0123456789abcdef');
});
