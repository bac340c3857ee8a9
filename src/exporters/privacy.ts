// PRIVACY.md of a snapshot: whose data is in it, why, and how to object. The columns are printed from the list
// of tables, so that a new one cannot be forgotten here.
import { publishedTables } from './table.js';

/** The text of PRIVACY.md. */
export function privacyText(): string {
  return `${[introduction, columns().join('\n'), rights].join('\n\n')}\n`;
}

const introduction = `# Personal data

These files hold what councillors and the leaders of public reviews did in public office, as public sources
show it: names, roles, parties, wards, what they moved or presented, and how they voted where the vote was
recorded by name. They hold no address, telephone number, birth date or picture.

Party and votes are political opinions, which the law protects more. They are held because office-holders
decide in public and how councils decide is of public interest. Whoever reuses these files answers for their
own use of them.

These columns tell something of a person:`;

function columns(): string[] {
  return publishedTables.flatMap((table) => {
    const personal = table.columns.filter((column) => column.personal).map((column) => `\`${column.name}\``);
    if (personal.length === 0) return [];
    const all = personal.length === table.columns.length ? 'every column: ' : '';
    return [`- \`${table.name}\`: ${all}${personal.join(', ')}`];
  });
}

const rights = `## If it is about you

You may ask to see what is held on you, ask to have it corrected, and object to its publication. Write to the
contact of the site that gave you these files, and name the \`id\` of the record. What is wrong is corrected
in the next snapshot; what must not stay public is taken out of the record, and the snapshots that hold it are
taken down.`;
