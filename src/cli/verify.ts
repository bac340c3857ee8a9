import type { Command } from 'commander';
import type { FileFault } from '../jobs/file-faults.js';
import type { Verification } from '../jobs/verify.js';
import { databaseSettings, describedCommand, output, ownConfig, progress } from './command.js';
import { withReadyDatabase } from './database.js';
import { folderOf } from './validate.js';

/** `verify`: rebuilds a snapshot from the store as it stood then. */
export function verifyCommand(): Command {
  return describedCommand({
    name: 'verify',
    does: 'Rebuild a snapshot from the record as it stood then, and name the first byte of each file that differs.',
    example: 'npm run -s cli -- verify latest',
    settings: [...databaseSettings, 'EXPORTS_DIR'],
  })
    .argument('<snapshot>', 'folder of a snapshot, its id, or the word latest')
    .option('--json', 'write what was found as JSON on standard output', false)
    .action(verifySnapshot);
}

async function verifySnapshot(named: string, { json }: { json: boolean }): Promise<void> {
  const config = ownConfig();
  const folder = await folderOf(named, config.exportsDir);
  await withReadyDatabase(config, async (url) => {
    const { verify } = await import('../jobs/verify.js');
    const found = await verify({ url, exportsDir: config.exportsDir, folder, log: progress });
    await output(json ? JSON.stringify(found, null, 2) : told(found).join('\n'));
    if (found.faults.length > 0 || found.chain.broken !== null) process.exitCode = 1;
  });
}

function told({ id, data_version, files, bytes, faults, left_out, chain }: Verification): string[] {
  const rebuilt = `${id}: ${files} files, ${bytes} bytes, rebuilt as of data version ${data_version}`;
  return [
    `${rebuilt}: ${faults.length === 0 ? 'every byte is the same' : `${faults.length} differ`}`,
    ...faults.map((fault) => `  ${faultText(fault)}`),
    ...left_out.map(({ path, why }) => `  ${path} was not rebuilt: ${why}`),
    `chain: ${chain.broken ?? `${chain.length} snapshots before it, back to ${chain.end}`}`,
  ];
}

function faultText(fault: FileFault): string {
  const { path } = fault;
  if (fault.kind === 'differs') {
    const { byte, line, published, rebuilt } = fault;
    const [got, expected] = [published, rebuilt].map((text) => JSON.stringify(text));
    return `${path} differs first at byte ${byte}, line ${line}: expected ${expected}, got ${got}`;
  }
  if (fault.kind === 'missing') return `${path} is missing`;
  if (fault.kind === 'not_rebuilt') return `${path} is published and was not rebuilt`;
  return `${path} does not unpack to the rebuilt file`;
}
