// A real browser for tests: the one CHROME_PATH names, else the Chromium that came with npm ci. That package
// is made for a bare server, so it brings its own libraries and fonts; no system package is needed.
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { type Browser, launch } from 'puppeteer-core';

const run = promisify(execFile);

interface Program {
  path: string;
  env: Record<string, string | undefined>;
}

/** Starts a headless browser that makes no requests of its own. */
export async function launchBrowser(): Promise<Browser> {
  const program = await browserProgram();
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-pings',
  ];
  // Pages under test are our own; the sandbox needs rights that neither root nor a container has.
  const plain = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];
  return launch({
    executablePath: program.path,
    headless: 'shell',
    args: [...quiet, ...plain],
    env: program.env,
  });
}

/**
 * A `describe` whose tests need a browser; `browser()` is the running one. Without a browser the tests are
 * shown as skipped with the reason, and where CI=true they fail, since nobody would notice a skip there.
 */
export function describeInBrowser(name: string, body: (browser: () => Browser) => void): void {
  if (whyNot !== undefined && process.env.CI === 'true') {
    describe(name, () => {
      test('runs in a browser', () => {
        throw new Error(whyNot);
      });
    });
    return;
  }
  let running: Browser | undefined;
  function browser(): Browser {
    if (!running) throw new Error('The browser runs only during tests.');
    return running;
  }
  if (whyNot !== undefined) console.warn(`Skipped: ${name} (${whyNot})`);
  (whyNot === undefined ? describe : describe.skip)(whyNot ? `${name} (skipped: ${whyNot})` : name, () => {
    beforeAll(async () => {
      running = await launchBrowser();
    });
    afterAll(() => running?.close());
    body(browser);
  });
}

async function browserProgram(): Promise<Program> {
  if (process.env.CHROME_PATH) return { path: process.env.CHROME_PATH, env: process.env };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('the Chromium of npm ci runs on Linux x64 only: set CHROME_PATH to a Chrome or Chromium');
  }
  const folder = await unpacked();
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    FONTCONFIG_FILE: join(folder, 'open-motions-fonts.conf'),
  };
  return { path: join(folder, 'chromium'), env };
}

/** Unpacks Chromium once per version and user: beside its place, then renamed, so that workers cannot clash. */
async function unpacked(): Promise<string> {
  const packaged = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const about = await readFile(join(packaged, '..', '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(about) as { version: string };
  const folder = join(tmpdir(), `open-motions-chromium-${version}-${process.getuid?.() ?? 'user'}`);
  const found = await stat(folder).catch(() => undefined);
  if (found) {
    // The folder for temporary files is everybody's; nobody else's program is run from it.
    if (found.uid === (process.getuid?.() ?? found.uid)) return folder;
    throw new Error(`${folder} belongs to another user`);
  }
  const draft = await mkdtemp(`${folder}-`);
  // The package unpacks into TMPDIR, and its libraries only where it believes to be in a Lambda function.
  const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  const code = `(await import(${JSON.stringify(packaged)})).default.executablePath()`;
  await run(process.execPath, ['--input-type=module', '--eval', `await ${code}`], { env });
  await writeFile(join(draft, 'open-motions-fonts.conf'), fontSettings(folder));
  await chmod(draft, 0o700);
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  return folder;
}

/** Text is set in the font that came along, so a page looks alike on every machine; others come second. */
function fontSettings(folder: string): string {
  const families = ['sans-serif', 'system-ui', 'serif', 'Arial', 'Helvetica'];
  const aliases = families.map(
    (family) =>
      `<match><test name="family"><string>${family}</string></test>` +
      '<edit name="family" mode="assign" binding="strong"><string>Open Sans</string></edit></match>',
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${aliases.join('\n')}
<dir>${folder}/fonts</dir>
<cachedir>${folder}/fonts-cache</cachedir>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`;
}

/** Why there is no browser, or undefined where there is one; asked once when a test file loads this one. */
const whyNot = await browserProgram()
  .then((program) => run(program.path, ['--version'], { env: program.env }))
  .then(
    () => undefined,
    (error: Error) => `no browser: ${error.message.split('\n')[0]}`,
  );
