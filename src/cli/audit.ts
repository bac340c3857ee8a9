import type { Command } from 'commander';
import type { Finding } from '../audits/audit.js';
import { databaseSettings, describedCommand, output, ownConfig } from './command.js';
import { withReadyDatabase } from './database.js';

/** `audit`: checks what the store holds; a MUST that fails is a failure. */
export function auditCommand(): Command {
  return describedCommand({
    name: 'audit',
    does: 'Check the store against the numbered rules; fails where a MUST is broken.',
    example: 'npm run -s cli -- audit',
    settings: databaseSettings,
  }).action(async () => {
    const { findings } = await withReadyDatabase(ownConfig(), async (url) => {
      const { audit } = await import('../audits/audit.js');
      return audit({ url });
    });
    await output(findings.length ? findings.map(line).join('\n') : 'Every rule is kept.');
    if (findings.some((finding) => finding.level === 'MUST')) process.exitCode = 1;
  });
}

/** One broken rule with how many records break it, the first three of them by name. */
function line({ code, level, message, count, records }: Finding): string {
  const more = count > 3 ? `, and ${count - 3} more` : '';
  return `${code}  ${level.padEnd(6)}  ${message}\n  ${count}: ${records.slice(0, 3).join(', ')}${more}`;
}
