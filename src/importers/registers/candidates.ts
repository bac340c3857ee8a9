// Democracy Club's candidates: those who were elected to a council hold the office from the day of the poll.
import type { Place } from '../../errors.js';
import type { Finding } from '../reader.js';
import type { Row } from './csv-rows.js';
import { csvReader } from './table-reader.js';

/** Candidates of local elections. */
export const candidates = csvReader({
  format: 'candidates',
  about: 'candidates of elections (Democracy Club); the elected ones become councillors',
  rank: 36,
  source: { title: 'Candidates of local elections', publisher: 'Democracy Club' },
  table: 'membership',
  columns: ['person_id', 'person_name', 'ballot_paper_id', 'election_date', 'elected'],
  days: ['election_date'],
  note: 'candidates who were not elected, and ballots of other elections than local ones, are left out',
  findings: candidate,
});

function candidate(row: Row, at: Place): Finding[] {
  const { person_id: number, person_name: name, ballot_paper_id: ballot = '', election_date: day } = row;
  if (!/^(?:t|true|1|yes)$/i.test(row.elected ?? '') || !ballot.startsWith('local.')) return [];
  const [, council, ward, printed] =
    /^local\.([a-z0-9-]+)\.(.+?)\.(?:by\.)?(\d{4}-\d{2}-\d{2})$/.exec(ballot) ?? [];
  const fault = faultOf({ council, ward, printed, day, name });
  if (fault || !name || !council)
    return [{ kind: 'rejected', at, table: 'membership', fault: fault ?? { expected: 'a name' } }];
  return [
    {
      kind: 'office',
      at,
      // A ballot names a council as its address does: kingston-upon-thames.
      council: { name: council.replaceAll('-', ' ') },
      name,
      identifiers: number ? [{ scheme: 'democracy-club', value: number }] : [],
      ward: { gss: gssOf(row.gss), name: row.post_label ?? ward?.replaceAll('-', ' ') },
      party: { name: row.party_name, ecCode: row.party_id },
      role: 'councillor',
      shownOn: day,
    },
  ];
}

function faultOf(stated: Record<'council' | 'ward' | 'printed' | 'day' | 'name', string | undefined>) {
  if (!stated.name) return { expected: 'a person_name', got: 'none' };
  if (!stated.council || !stated.ward)
    return { expected: 'a ballot_paper_id such as local.brent.kilburn.2022-05-05', got: 'another form' };
  if (stated.printed !== stated.day)
    return { expected: `the election_date of the ballot, ${stated.printed}`, got: stated.day ?? 'none' };
  return null;
}

/** A code may carry its scheme: gss:E05000001. */
function gssOf(printed: string | undefined): string | undefined {
  return /\b[EWSN]\d{8}\b/.exec(printed ?? '')?.[0];
}
