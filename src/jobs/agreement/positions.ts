// flat_positions in the files and as the graph compares councils: every column, label or not.
import { join } from 'node:path';
import { flatPositions } from '../../exporters/flat-positions.js';
import { type AskedGraph, answered, disagreement, shown } from './graph.js';
import { cellsOf, recordsOf } from './records.js';
import { type StagedTables, sampler } from './sample.js';
import { type Answer, asWritten } from './view.js';

const columns = flatPositions.columns;
const place = new Map(columns.map(({ name }, n) => [name, n]));
const cell = (row: readonly string[], name: string) => row[place.get(name) ?? -1] ?? '';

const evidence = `clause { id address summary motion { id title } source { id title url } }
  event { id stage outcome occurredOn datePrecision }`;
const document = `query ($review: ID!, $councils: [ID!]!) { compare(review: $review, councils: $councils) {
  review { id shortName } rows {
    recommendation { id number numberStatus title groupName }
    cells { council { id shortName name gssCode registerCode region } evidenceState
      position { direction basis strength scope wordingAsTabled evidence { ${evidence} } }
      proposed { direction } related { direction } suggested { direction } } } } }`;

/** How many councils one question compares; more would meet the limits of the graph. */
const councilsAtOnce = 5;

/** Compares the positions laid flat; gives how many were compared. Of large tables a sample of councils is. */
export async function comparePositions(graph: AskedGraph, tables: StagedTables): Promise<number> {
  const sample = sampler(tables, flatPositions.name);
  let compared = 0;
  let group: string[][] = [];
  const flush = async () => {
    if (group.length > 0) await compareGroup(graph, group);
    compared += group.length;
    group = [];
  };
  const councils = () => new Set(group.map((row) => cell(row, 'council_id')));
  for await (const row of rowsOf(join(tables.root, 'csv', `${flatPositions.name}.csv`))) {
    const [review, council] = [cell(row, 'review_id'), cell(row, 'council_id')];
    if (!sample.has(`${review} ${council}`)) continue;
    const isNew = !councils().has(council);
    const isOther = group.length > 0 && cell(group[0] ?? [], 'review_id') !== review;
    if (isOther || (isNew && councils().size === councilsAtOnce)) await flush();
    group.push(row);
  }
  await flush();
  return compared;
}

async function* rowsOf(path: string): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const record of recordsOf(path)) {
    batch.push(record);
    if (batch.length < 100) continue;
    yield* cellsOf(batch);
    batch = [];
  }
  yield* cellsOf(batch);
}

async function compareGroup(graph: AskedGraph, rows: readonly string[][]): Promise<void> {
  const review = cell(rows[0] ?? [], 'review_id');
  const councils = [...new Set(rows.map((row) => cell(row, 'council_id')))];
  const { compare } = await answered(graph, document, { review, councils });
  const matrix = compare as { review: Answer; rows: { recommendation: Answer; cells: Answer[] }[] } | null;
  const asked = new Map(
    (matrix?.rows ?? []).flatMap(({ recommendation, cells }) =>
      cells.map((each) => {
        const values = valuesOf(matrix?.review ?? {}, recommendation, each);
        return [`${values.council_id} ${values.recommendation_id}`, values] as const;
      }),
    ),
  );
  for (const row of rows) compareRow(row, asked);
  if (asked.size === rows.length) return;
  throw disagreement(
    `${councils.join(', ')} have ${rows.length} positions on ${review} in the files, ${asked.size} in the graph`,
  );
}

function compareRow(row: readonly string[], asked: ReadonlyMap<string, Record<string, unknown>>): void {
  const key = `${cell(row, 'council_id')} ${cell(row, 'recommendation_id')}`;
  const values = asked.get(key);
  if (!values) throw disagreement(`the position ${key} is in the files and not in the graph`);
  for (const [n, column] of columns.entries()) {
    const [file, answer] = [row[n], asWritten(column, values[column.name])];
    if (file === answer) continue;
    throw disagreement(
      `${column.name} of ${key} is ${shown(file)} in the files, ${shown(answer)} in the graph`,
    );
  }
}

interface Lead {
  readonly clause: Answer & { readonly motion: Answer; readonly source: Answer };
  readonly event: Answer | null;
}

type Shown = Answer & { readonly position: (Answer & { readonly evidence: readonly Lead[] }) | null };

/** A cell of the graph's matrix under the names of the columns. */
function valuesOf(review: Answer, recommendation: Answer, each: Answer): Record<string, unknown> {
  const { position } = each as Shown;
  const council = each.council as Answer;
  const lead = position?.evidence[0];
  const count = (list: unknown) => (list as readonly unknown[]).length;
  return {
    ...{ review_id: review.id, review: review.shortName },
    ...{ council_id: council.id, council: council.shortName, council_name: council.name },
    ...{ council_gss_code: council.gssCode, council_register_code: council.registerCode },
    ...{ council_region: council.region, recommendation_id: recommendation.id },
    ...{ recommendation_number: recommendation.number, recommendation_title: recommendation.title },
    ...{
      recommendation_number_status: recommendation.numberStatus,
      recommendation_group: recommendation.groupName,
    },
    ...{ evidence_state: each.evidenceState, direction: position?.direction, basis: position?.basis },
    ...{ strength: position?.strength, scope: position?.scope, wording_as_tabled: position?.wordingAsTabled },
    ...{ motion_id: lead?.clause.motion.id, motion_title: lead?.clause.motion.title },
    ...{
      clause_id: lead?.clause.id,
      clause_address: lead?.clause.address,
      clause_summary: lead?.clause.summary,
    },
    ...{ event_id: lead?.event?.id, event_stage: lead?.event?.stage, event_outcome: lead?.event?.outcome },
    ...{ event_date: lead?.event?.occurredOn, event_date_precision: lead?.event?.datePrecision },
    ...{ source_id: lead?.clause.source.id, source_title: lead?.clause.source.title },
    ...{ source_url: lead?.clause.source.url, evidence_count: position?.evidence.length ?? 0 },
    ...{ proposed_count: count(each.proposed), related_count: count(each.related) },
    suggested_count: count(each.suggested),
  };
}
