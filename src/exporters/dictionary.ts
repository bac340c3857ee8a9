// README.md of a snapshot: the data dictionary, printed from the list of tables and the vocabularies.
import * as vocabularies from '../domain/vocabulary.js';
import type { FileFacts } from './staging.js';
import { type PublishedColumn, type PublishedTable, publishedTables, schemaVersion } from './table.js';

const used = new Set(publishedTables.flatMap((table) => table.columns.map((column) => column.words?.join())));
const wordLists = Object.values<unknown>(vocabularies)
  .filter(isVocabulary)
  .filter((list) => used.has(list.values.join()));

/** The text of README.md for finished table files. */
export function dictionary(files: readonly FileFacts[]): string {
  const rows = new Map(files.map((file) => [file.path, file.rows]));
  return [
    introduction,
    ...publishedTables.map((table) => tableSection(table, rows.get(`csv/${table.name}.csv`) ?? 0)),
    '## Words\n',
    'Closed lists of words, in lower case in these files and in upper case in GraphQL.\n',
    ...wordLists.map(wordSection),
  ].join('\n');
}

const introduction = `# Open Motions: data dictionary

The linked public record of what councils resolved. Schema version ${schemaVersion}.

- \`csv/<table>.csv\` is the canonical file of a table, \`json/<table>.json\` the same rows as an array of objects.
- \`csv/flat_positions.csv\` is the place to start for comparing councils: one row per council and
  recommendation, with names written out.
- \`datapackage.json\` describes every column to programs; \`manifest.json\` and \`SHA256SUMS\` let you check the
  files (\`sha256sum -c SHA256SUMS\`). \`LICENCE.md\` says what you may do with them.

CSV is RFC 4180 in UTF-8 without a byte order mark: comma, CRLF between rows, a header in every file. An
empty cell is null: unknown, or as the column's description says. Booleans are \`true\` and \`false\`, dates ISO
8601, instants UTC. Text is Unicode NFC with LF as line end. Rows are ordered by their key in byte order.
Import codes as text, and open the files with UTF-8. Columns marked with † are personal data.

## Tables
`;

function tableSection(table: PublishedTable, rows: number): string {
  const lines = table.columns.map((column) => {
    const mark = column.personal ? ' †' : '';
    return `| \`${column.name}\`${mark} | ${typeOf(column)} | ${column.nullable ? 'or null' : ''} | ${column.about} |`;
  });
  return [
    `### ${table.name}\n`,
    `${table.about} ${count(rows)}; key: ${table.key.map((column) => `\`${column}\``).join(', ')}.\n`,
    '| column | type | | description |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

function count(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`;
}

function typeOf(column: PublishedColumn): string {
  if (column.references) return `id in \`${column.references}\``;
  if (column.words) return `word of [${listName(column.words)}](#${listName(column.words).toLowerCase()})`;
  return column.type;
}

function listName(words: readonly string[]): string {
  const list = wordLists.find((each) => each.values.join() === words.join());
  if (!list) throw new Error(`no vocabulary holds the words ${words.join(', ')}`);
  return list.name;
}

function isVocabulary(value: unknown): value is vocabularies.Vocabulary {
  return typeof value === 'object' && value !== null && 'values' in value && 'meaning' in value;
}

function wordSection(list: vocabularies.Vocabulary): string {
  const words = list.values.map((word) => `- \`${word}\`: ${list.meaning[word]}`);
  return [`### ${list.name}\n`, `${list.description}\n`, ...words, ''].join('\n');
}
