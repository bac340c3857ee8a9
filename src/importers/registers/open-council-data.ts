// Open Council Data UK: every councillor with ward and party, under CC BY-SA. Its rows keep that licence and
// stay in a table of their own.
import { csvReader } from './table-reader.js';

/** Open Council Data's CSV. */
export const openCouncilData = csvReader({
  format: 'open-council-data',
  about: 'councillors of Open Council Data UK, kept apart under CC BY-SA',
  rank: 35,
  source: {
    title: 'Councillors of the United Kingdom',
    publisher: 'Open Council Data UK',
    licence: {
      id: 'licence/cc-by-sa',
      name: 'Creative Commons Attribution-ShareAlike, version not stated',
      summary:
        'Anyone may use, change and pass it on, as long as its authors are named and what is made of it stays under the same licence.',
    },
  },
  table: 'listed_councillor',
  columns: ['council', 'ward name', 'councillor name'],
  findings: (row, at) => {
    const name = row['councillor name'];
    if (!name)
      return [
        {
          kind: 'rejected',
          at,
          table: 'listed_councillor',
          fault: { expected: 'a Councillor Name', got: 'none' },
        },
      ];
    if (/^vacan(?:t|cy)\b/i.test(name)) return [];
    return [
      {
        kind: 'listed',
        at,
        council: { name: row.council },
        ward: row['ward name'],
        name,
        party: row['party name'],
        ecCode: row['electoral commission party code'],
        nextElection: row['next election'],
      },
    ];
  },
});
