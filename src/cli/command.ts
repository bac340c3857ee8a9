import { Command } from 'commander';
import { type Config, readConfig, settings } from '../config.js';

type SettingName = (typeof settings)[number]['name'];

/** The settings that every command with a database obeys. */
export const databaseSettings: readonly SettingName[] = ['DATA_DIR', 'DATABASE_URL'];

/** What --help says of a command beyond its options. */
export interface CommandHelp {
  name: string;
  does: string;
  example: string;
  settings: readonly SettingName[];
}

/** A command whose help ends with an example and with the settings it obeys. */
export function describedCommand(help: CommandHelp): Command {
  const lines = settings
    .filter((setting) => help.settings.includes(setting.name))
    .map(({ name, default: value, sentence }) => `  ${name.padEnd(20)}${sentence}${value && ` (${value})`}`);
  return new Command(help.name)
    .description(help.does)
    .allowExcessArguments(false)
    .addHelpText('after', `\nExample:\n  ${help.example}\n\nSettings:\n${lines.join('\n')}`);
}

/** The settings of this process's environment. Throws ConfigError. */
export function ownConfig(): Config {
  return readConfig(process.env);
}

/** Tells a person what is going on; on standard error, since standard output is for data alone. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Writes data on standard output and waits until a slow reader has taken it. */
export function output(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}
