// Which record an answer is of, and how to cite it: said in the `extensions` of every answer.

/** The record as it is served just now. */
export interface Edition {
  /**
   * The data version known before the answer was made: every change up to it is in the answer. Null for the moment
   * in which this process does not hear of changes.
   */
  readonly dataVersion: number | null;
  /** The newest snapshot and its address; null before the first. */
  readonly snapshot: { readonly id: string; readonly address: string } | null;
  /** One sentence to cite the answer by; the reader adds the day. */
  readonly citation: string;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** The record as it is served just now; null where nobody follows it. */
    edition: () => Edition | null;
  }
}

/** Tells the edition of what is read at a moment; the same facts give the same object. */
export function editions(
  read: () => { readonly dataVersion: string | null; readonly snapshot: string | null },
  about: {
    readonly publicUrl: string;
    readonly title: string;
    readonly creator: string;
    readonly licence: string;
  },
): () => Edition {
  let known = '';
  let edition: Edition | null = null;
  return () => {
    const { dataVersion, snapshot } = read();
    const facts = `${dataVersion} ${snapshot}`;
    if (edition === null || facts !== known) edition = editionOf(dataVersion, snapshot, about);
    known = facts;
    return edition;
  };
}

function editionOf(
  dataVersion: string | null,
  id: string | null,
  { publicUrl, title, creator, licence }: Parameters<typeof editions>[1],
): Edition {
  const snapshot = id === null ? null : { id, address: `${publicUrl}/data/snapshots/${id}/` };
  const year = id === null ? '' : ` (${id.slice(0, 4)})`;
  const version = dataVersion === null ? '' : `, data version ${dataVersion}`;
  const newest = snapshot ? ` Newest snapshot: ${snapshot.address}.` : '';
  return {
    dataVersion: dataVersion === null ? null : Number(dataVersion),
    snapshot,
    citation: `${creator}${year}. ${title}${version}. ${publicUrl}/.${newest} ${licence}.`,
  };
}
