import { type Command, Option } from 'commander';
import { askVerb, basis, changeReason, type Word } from '../domain/vocabulary.js';
import { UsageError } from '../errors.js';
import type { Filter } from '../importers/review/suggestion.js';
import { databaseSettings, describedCommand, output, ownConfig } from './command.js';
import { seedsFolder, withReadyDatabase } from './database.js';

interface ReviewOptions {
  id?: string[];
  kind?: 'ask' | 'citation';
  motion?: string;
  council?: string;
  review?: string;
  recommendation?: string;
  basis?: string;
  verb?: string;
  theme?: string;
  withoutTheme?: string[];
  all: boolean;
  accept: boolean;
  reject: boolean;
  by?: string;
  reason: Word<typeof changeReason>;
  note?: string;
  writeSeeds: boolean;
  json: boolean;
}

/** `review`: lists what programs suggested, and takes a person's verdict on it. */
export function reviewCommand(): Command {
  return describedCommand({
    name: 'review',
    does: 'List the asks, themes and citations that were suggested, with the words each rests on; accept or reject them.',
    example:
      'npm run -s cli -- review --council southwark --basis collective_all --accept --by editor-2 --note "read against the page"',
    settings: databaseSettings,
  })
    .option('--id <id...>', 'these suggestions')
    .addOption(new Option('--kind <kind>', 'asks or citations alone').choices(['ask', 'citation']))
    .option('--motion <motion>', 'of one motion, by its id')
    .option('--council <council>', 'of one council, by its slug or id')
    .option('--review <review>', 'citations of one review, by its slug or id')
    .option('--recommendation <recommendation>', 'citations of one recommendation, by its id')
    .addOption(new Option('--basis <basis>', 'citations of one basis').choices(basis.values))
    .addOption(new Option('--verb <verb>', 'asks of one verb').choices(askVerb.values))
    .option('--theme <theme>', 'asks of one theme, by its slug or id')
    .option('--without-theme <theme...>', 'suggested themes that accepted asks are not of, by slug or id')
    .option('--all', 'every suggestion, where one is to be accepted or rejected without a condition', false)
    .option('--accept', 'take them as checked', false)
    .option('--reject', 'retire them; no import suggests them again', false)
    .option('--by <handle>', 'who decides: a role or handle, never a name')
    .addOption(
      new Option('--reason <reason>', 'why the record changes')
        .choices(changeReason.values)
        .default('reinterpretation'),
    )
    .option('--note <words>', 'why, in words, for the revision log')
    .option('--write-seeds', 'write what is decided into the seeds, too', false)
    .option('--json', 'write the answer as JSON on standard output', false)
    .action(review);
}

async function review(options: ReviewOptions): Promise<void> {
  const filter = filterOf(options);
  refuseMisuse(options, Object.keys(filter).length > 0);
  await withReadyDatabase(ownConfig(), async (url) => {
    const { decideSuggestions, listSuggestions, tellReview } = await import('../importers/review.js');
    const { accept, reject, by = '', note = '', reason, withoutTheme = [], writeSeeds } = options;
    const report =
      accept || reject
        ? await decideSuggestions(url, filter, {
            verdict: accept ? 'accept' : 'reject',
            by,
            reason,
            note,
            withoutThemes: withoutTheme.map((theme) => idOf('theme', theme)),
            seeds: writeSeeds ? seedsFolder : null,
          })
        : await listSuggestions(url, filter);
    await output(options.json ? JSON.stringify(report, null, 2) : tellReview(report));
  });
}

function refuseMisuse(
  { accept, reject, by, note, all, withoutTheme, writeSeeds }: ReviewOptions,
  isFiltered: boolean,
): void {
  const isVerdict = accept || reject;
  if (accept && reject) throw new UsageError('expected --accept or --reject, got both');
  if (!isVerdict && (by !== undefined || note !== undefined || writeSeeds))
    throw new UsageError('expected --accept or --reject beside --by, --note or --write-seeds, got neither');
  if (!accept && withoutTheme !== undefined)
    throw new UsageError('expected --accept beside --without-theme, got none');
  if (!isVerdict) return;
  if (by === undefined || note === undefined)
    throw new UsageError('expected who decides and why (--by and --note), got only a part of it');
  if (!isFiltered && !all) throw new UsageError('expected a condition such as --id, or --all, got none');
}

function filterOf({
  id,
  kind,
  motion,
  council,
  review,
  recommendation,
  basis,
  verb,
  theme,
}: ReviewOptions): Filter {
  const stated = {
    ids: id,
    kind,
    motion,
    council: idOf('council', council),
    review: idOf('review', review),
    recommendation,
    basis,
    verb,
    theme: idOf('theme', theme),
  };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
}

function idOf<T extends string | undefined>(kind: string, stated: T): T | string {
  return stated === undefined || stated.startsWith(`${kind}/`) ? stated : `${kind}/${stated}`;
}
