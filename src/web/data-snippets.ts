// How to open the data, as text to be copied. The tests take these steps from the page that is served and run them, so
// what a reader copies is what was tried. All of them answer one question: which councils hold a position, and on how
// many recommendations.

/** What a step is run by. */
export type Tool = 'sh' | 'pandas' | 'r' | 'duckdb' | 'sqlite' | 'javascript';

/** One text to copy; `tool` says where it is pasted. */
export interface Step {
  readonly tool: Tool;
  readonly text: string;
}

/** One way to open the data. */
export interface Opening {
  readonly name: string;
  readonly about: string;
  readonly steps: readonly Step[];
}

const question = `SELECT council, count(*) AS recommendations
FROM $table
WHERE evidence_state = 'found'
GROUP BY council ORDER BY council;`;

/** Every way that is text; `publicUrl` is where the files are, without a slash at its end. */
export function openings(publicUrl: string): readonly Opening[] {
  const latest = `${publicUrl}/data/latest`;
  const fetched = (path: string): Step => ({ tool: 'sh', text: `curl -fLO ${latest}/${path}` });
  const asked = (tool: Tool, table: string): Step => ({ tool, text: question.replace('$table', table) });
  return [
    {
      name: 'pandas',
      about: 'Codes stay text, and only an empty cell is missing: no council’s name is taken for “NA”.',
      steps: [{ tool: 'pandas', text: pandas(latest) }],
    },
    {
      name: 'R',
      about: 'Without any package. Every column is read as text; as.integer() makes counts of it.',
      steps: [{ tool: 'r', text: r(latest) }],
    },
    {
      name: 'DuckDB',
      about: 'Parquet has the types in it and is the smallest. Any other Parquet reader does as well.',
      steps: [fetched('parquet/flat_positions.parquet'), asked('duckdb', "'flat_positions.parquet'")],
    },
    {
      name: 'SQLite',
      about: 'All tables in one file, with keys and references, so that they can be joined.',
      steps: [fetched('sqlite/open-motions.sqlite'), asked('sqlite', 'flat_positions')],
    },
    {
      name: 'JavaScript',
      about: 'In Node, Deno or a browser: any origin may fetch the files.',
      steps: [{ tool: 'javascript', text: javascript(latest) }],
    },
    {
      name: 'Everything, checked',
      about:
        'The whole snapshot in one archive, each file held to its SHA-256. Silence means that all are whole; what ' +
        'the list names beside them are the same files compressed, which no archive needs.',
      steps: [{ tool: 'sh', text: everything(latest) }],
    },
  ];
}

const pandas = (latest: string) => `import pandas as pd

latest = "${latest}"
positions = pd.read_csv(
    latest + "/csv/flat_positions.csv",
    dtype="string", keep_default_na=False, na_values=[""])
found = positions[positions["evidence_state"] == "found"]
print(found.groupby("council").size().to_string())`;

const r = (latest: string) => `latest <- "${latest}"
positions <- read.csv(
  paste0(latest, "/csv/flat_positions.csv"),
  na.strings = "", colClasses = "character",
  encoding = "UTF-8")
found <- subset(positions, evidence_state == "found")
counted <- aggregate(recommendation_id ~ council, found, length)
print(counted, row.names = FALSE)`;

const javascript = (latest: string) => `const latest = '${latest}';
const answer = await fetch(latest + '/json/flat_positions.json');
const positions = await answer.json();
const counts = {};
for (const { council, evidence_state } of positions)
  if (evidence_state === 'found')
    counts[council] = (counts[council] ?? 0) + 1;
for (const council in counts) console.log(council, counts[council]);`;

const everything = (latest: string) => `curl -fLO ${latest}/all.zip
unzip -q all.zip -d open-motions
cd open-motions && sha256sum -c --quiet --ignore-missing SHA256SUMS`;
