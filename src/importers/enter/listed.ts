// Councillors of share-alike compilations: a table of its own, each row with its licence. Nothing of it
// reaches councillors, memberships or parties of ours.
import { distinct, listedCouncillorId } from '../../domain/ids.js';
import type { Place } from '../../errors.js';
import type { ListedFinding } from '../reader.js';
import { councilFor } from './councils.js';
import type { Desk } from './desk.js';

/** Enters a row of a share-alike compilation under the licence of its file. */
export function enterListed(desk: Desk, finding: ListedFinding, licence: string | null, at: Place): void {
  const { book } = desk;
  const council = councilFor(desk, 'listed_councillor', finding.council, at);
  if (!council || book.source === null || licence === null) return;
  const { ward, name, party, ecCode, nextElection } = finding;
  // Two of one name in one ward are told apart by their place in the file.
  const id = distinct(listedCouncillorId(council.id, ward ?? null, name), book.isNewHere.bind(book));
  book.beginHere(id);
  book.state(
    'listed_councillor',
    {
      id,
      council_id: council.id,
      ward_name: ward ?? null,
      name,
      party_name: party ?? null,
      ec_code: ecCode ?? null,
      next_election: nextElection ?? null,
      licence_id: licence,
      source_id: book.source,
    },
    at,
  );
}
