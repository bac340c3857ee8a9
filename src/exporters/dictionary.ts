// README.md of a snapshot: the data dictionary, printed from the list of tables and the vocabularies.
import * as vocabularies from '../domain/vocabulary.js';
import type { FileFacts } from './staging.js';
import { type PublishedColumn, type PublishedTable, publishedTables, schemaVersion } from './table.js';

const used = new Set(publishedTables.flatMap((table) => table.columns.map((column) => column.words?.join())));
const wordLists = Object.values<unknown>(vocabularies)
  .filter(isVocabulary)
  // The reasons stand in deltas, which no table lists.
  .filter((list) => used.has(list.values.join()) || list === vocabularies.changeReason);

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

- \`csv/flat_positions.csv\` is the place to start for comparing councils: one row per council and
  recommendation, with names written out.
- \`csv/<table>.csv\` is the canonical file of a table. \`json/<table>.json\` holds the same rows as one array,
  \`jsonl/<table>.jsonl\` as one object per line.
- \`jsonl/motions.nested.jsonl\` holds one motion per line with its people, events, clauses as a tree, asks,
  citations, claims and the ids of its sources.
- \`spreadsheet/<table>.csv\` is for opening in Excel or LibreOffice: with a byte order mark, and with an apostrophe
  before what could be taken for a formula. To get the text back, take away one apostrophe wherever it stands
  at the start of a cell or after one of \`, ; |\`, a tab or a line end. Programs read \`csv/\`.
- \`parquet/<table>.parquet\` holds the rows typed and compressed by column, for DuckDB, pandas, R and Spark.
- \`sqlite/open-motions.sqlite\` holds every table with its keys and references; its tables \`_tables\` and
  \`_columns\` say what each is. Booleans are 0 and 1 there, dates and instants text.
- \`all.zip\` holds every file of this snapshot.
- \`datapackage.json\` and \`csv/csv-metadata.json\` (CSV on the Web) describe every column to programs;
  \`dataset.jsonld\` (schema.org) and \`catalog.jsonld\` (DCAT-AP) describe the whole to search engines and portals.
- \`manifest.json\` and \`SHA256SUMS\` let you check the files (\`sha256sum -c SHA256SUMS\`). Beside each data file
  stand \`.gz\` and \`.br\`, the same bytes compressed.
- \`LICENCE.md\` says what you may do with the files, \`CITATION.cff\` how to cite them, \`PRIVACY.md\` what of
  them is personal data and how to object, \`CHANGES.md\` what is new in their shape.

Whoever holds the snapshot before this one needs only what changed: \`changes/<FROM>..<TO>.jsonl\`, which \`index.json\`
of all snapshots lists under \`changes\`. Each line has \`table\`, \`kind\` (\`added\`, \`changed\`, \`removed\` or
\`merged\`), the \`key\` of the row, \`into\` where it was merged, the \`reason\` (a word of ChangeReason below), and unless it
is gone the whole new \`row\`, with the bytes it has in \`jsonl/\`. Lines are in the order of the tables below and of
their keys. Between snapshots of two schema versions there is none.

## How to read the tables

- **An id is a readable path**, the same here, in GraphQL and in page addresses. A column that ends in \`_id\` holds
  the \`id\` of a row of the table its type names: \`flat_positions.clause_id\` leads to \`clauses\`, and
  \`clauses.motion_id\` on to \`motions\`.
- **Every fact has its source.** \`clauses.source_id\` names the source a clause was read from, and asks, citations
  and claims rest on their clause. Every other record has its sources in the table \`<record>_sources\`; several
  sources of a record each show a part of it or all of it. \`sources\` says what each one is, and its rights.
- **An empty cell is null, and null is never "no".** What it means stands in the column's description. Where nobody
  has searched, \`coverage.result\` and \`flat_positions.evidence_state\` say so.
- **Readings by a program are marked.** Asks and citations whose \`review_state\` is \`suggested\` were proposed by a
  program and count for no position. Columns that end in \`_inferred\` or \`_status\` say how sure the one
  beside them is.
- **Numbers without a unit are counts.** Offsets are in UTF-16 units; \`claims.value\` has its unit in \`claims.unit\`.
- **A date may be known in part.** Beside it stands its precision: with \`month\`, only year and month count.

CSV is RFC 4180 in UTF-8 without a byte order mark: comma, CRLF between rows, a header in every file. Booleans
are \`true\` and \`false\`, dates ISO 8601, instants UTC. Text is Unicode NFC with LF as line end. Rows are
ordered by their key in byte order. Import codes as text, and open the files with UTF-8. Columns marked with †
are personal data.

## Tables
`;

function tableSection(table: PublishedTable, rows: number): string {
  const lines = table.columns.map((column) => {
    const mark = column.personal ? ' †' : '';
    return `| \`${column.name}\`${mark} | ${typeOf(column)} | ${column.nullable ? 'may be' : 'never'} | ${column.about} |`;
  });
  return [
    `### ${table.name}\n`,
    `${table.about} ${count(rows)}; key: ${table.key.map((column) => `\`${column}\``).join(', ')}.\n`,
    '| column | type | null | description |',
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
