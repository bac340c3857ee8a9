// What is in a snapshot: each table with its rows, and each format of it with its size; then every column.
import type { VNode } from 'preact';
import type { DescribedTable, PublishedFile } from './snapshot.js';

interface Props {
  /** The address of the snapshot, without a slash at its end. */
  readonly base: string;
  readonly files: readonly PublishedFile[];
  readonly tables: readonly DescribedTable[];
}

const formats = [
  { folder: 'csv', extension: 'csv', title: 'CSV' },
  { folder: 'spreadsheet', extension: 'csv', title: 'Spreadsheet' },
  { folder: 'json', extension: 'json', title: 'JSON' },
  { folder: 'jsonl', extension: 'jsonl', title: 'JSON Lines' },
  { folder: 'parquet', extension: 'parquet', title: 'Parquet' },
] as const;

/** The tables of a snapshot, in three groups. */
export function TablesSection({ base, files, tables }: Props): VNode {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return (
    <>
      {/* A region that scrolls must be reachable by keyboard. */}
      <section class="scroll" aria-label="Tables and their files" tabindex={0}>
        <table class="files">
          <caption>
            {tables.length} tables, each in five formats; a size is the link to its file. Also empty tables
            have their files.
          </caption>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">Rows</th>
              <th scope="col">Columns</th>
              {formats.map(({ title }) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          {grouped(tables).map(({ heading, members }) => (
            <tbody key={heading}>
              <tr class="group">
                <th scope="rowgroup" colspan={3 + formats.length}>
                  {heading}
                </th>
              </tr>
              {members.map((table) => (
                <Row key={table.name} table={table} base={base} byPath={byPath} />
              ))}
            </tbody>
          ))}
        </table>
      </section>
      <Columns tables={tables} />
    </>
  );
}

function grouped(tables: readonly DescribedTable[]) {
  const flat = tables.filter(({ name }) => name === 'flat_positions');
  const records = tables.filter(({ key }) => key.join() === 'id');
  const links = tables.filter((table) => !flat.includes(table) && !records.includes(table));
  return [
    { heading: 'Laid flat, for comparing councils', members: flat },
    { heading: 'Records', members: records },
    { heading: 'What connects and accompanies them', members: links },
  ].filter(({ members }) => members.length > 0);
}

interface RowProps {
  readonly table: DescribedTable;
  readonly base: string;
  readonly byPath: ReadonlyMap<string, PublishedFile>;
}

function Row({ table, base, byPath }: RowProps): VNode {
  const { name, about, columns } = table;
  const rows = byPath.get(`csv/${name}.csv`)?.rows ?? 0;
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
        <span class="about">{about}</span>
      </th>
      <td>{rows.toLocaleString('en-GB')}</td>
      <td>
        <a href={`#columns-${name}`} aria-label={`${columns.length} columns of ${name}`}>
          {columns.length}
        </a>
      </td>
      {formats.map(({ folder, extension, title }) => {
        const file = byPath.get(`${folder}/${name}.${extension}`);
        return (
          <td key={folder}>
            {file ? (
              <a href={`${base}/${file.path}`} aria-label={`${size(file.bytes)}, ${name} as ${title}`}>
                {size(file.bytes)}
              </a>
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}

function Columns({ tables }: Pick<Props, 'tables'>): VNode {
  return (
    <>
      <h3 id="columns">Every column</h3>
      <p class="prose">
        An empty cell is null, and null is never “no”. A column marked † tells something of a person.
      </p>
      <div class="all-columns">
        {tables.map(({ name, columns }) => (
          <details class="columns" key={name}>
            <summary>
              <code>{name}</code>
            </summary>
            <dl id={`columns-${name}`}>
              {columns.map((column) => (
                <div key={column.name}>
                  <dt>
                    <code>{column.name}</code>
                    {column.personal ? ' †' : ''} <span class="who">{column.type}</span>
                  </dt>
                  <dd>{column.about}</dd>
                </div>
              ))}
            </dl>
          </details>
        ))}
      </div>
    </>
  );
}

/** A number of bytes as a reader writes it. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
