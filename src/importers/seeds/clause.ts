// The clauses of a motion's file. An address is made of the
// printed labels, or of the `part` an editor gives where none is printed.
import { addressPart, joinAddress } from '../../domain/clause-tree.js';
import { clauseId } from '../../domain/ids.js';
import { addClauseParts } from './clause-parts.js';
import type { Collector } from './collector.js';
import { type ClauseSeed, type Placed, placed, type ReadingSeed } from './motion-seed.js';
import type { Path } from './validate.js';

/** Where a clause stands: the motion, how it was read, and the clause above it. */
interface Parent {
  readonly motion: string;
  readonly reading: ReadingSeed;
  readonly address: string | null;
  readonly path: Path;
  /** Counts the clauses in the order of the document. */
  readonly next: () => number;
}

/** Adds all clauses of a motion. */
export function addClauses(
  into: Collector,
  motion: string,
  reading: ReadingSeed,
  clauses: ClauseSeed[] | undefined,
): void {
  let seq = 0;
  const next = () => {
    seq += 1;
    return seq;
  };
  addBranch(into, { motion, reading, address: null, path: [], next }, clauses);
}

function addBranch(into: Collector, parent: Parent, clauses: ClauseSeed[] | undefined): void {
  for (const clause of placed(clauses, parent.path, 'clauses')) {
    const printed = addressPart(clause.seed.label ?? '');
    const part = clause.seed.part ?? printed;
    if (part === '') {
      into.fault(clause.path, { expected: 'a part of the address for a clause without a label' });
      continue;
    }
    const address = joinAddress(parent.address, part);
    const inferred = printed === '' || !part.endsWith(printed);
    addClause(into, parent, clause, address, inferred);
    addBranch(into, { ...parent, address, path: clause.path }, clause.seed.clauses);
  }
}

function addClause(
  into: Collector,
  { motion, reading, address: above, next }: Parent,
  { seed, path }: Placed<ClauseSeed>,
  address: string,
  inferred: boolean,
): void {
  const id = clauseId(motion, address);
  into.add(
    'clause',
    path,
    {
      id,
      motion_id: motion,
      parent_id: above === null ? null : clauseId(motion, above),
      seq: next(),
      label: seed.label,
      address,
      address_inferred: inferred,
      kind: seed.kind,
      kind_inferred: seed.kind_inferred ?? false,
      stance: seed.stance,
      lead_in: seed.lead_in,
      summary: seed.summary,
    },
    // Where a document has been imported since, its wording and its source are the better ones.
    {
      text_status: 'summary_only',
      wording: seed.wording ?? reading.wording,
      source_id: seed.source ?? reading.source,
    },
  );
  addClauseParts(into, id, reading, { seed, path });
}
