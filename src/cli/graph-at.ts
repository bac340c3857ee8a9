import type { GraphAt } from '../jobs/snapshot.js';

/** Opens the graph on a database at the moment of one of its transactions, for a job to ask. */
export function graphAt(url: string): GraphAt {
  return async (snapshot) => {
    const { createGraph } = await import('../graph/graph.js');
    const { openStore } = await import('../store/store.js');
    const store = openStore(url, { max: 2, snapshot });
    const graph = await createGraph({ store });
    return {
      ask: (query, variables) => graph.ask({ query, ...(variables ? { variables } : {}) }),
      close: async () => {
        await graph.close();
        await store.close();
      },
    };
  };
}
