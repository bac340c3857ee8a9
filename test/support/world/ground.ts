import { type Records, source } from './rows.js';

/** What every other record rests on: sources, parties, themes. */
export function ground(): Records {
  return {
    licence: [{ id: 'licence/ogl', name: 'Open licence', summary: 'Free to reuse.' }],
    source: [
      {
        ...source('minutes', 'Minutes'),
        licence_id: 'licence/ogl',
        retrieved_at: '2026-11-01T10:11:12.345Z',
      },
      source('agenda', 'Agenda'),
    ],
    party: [
      { id: 'party/red', name: 'Red' },
      { id: 'party/blue', name: 'Blue' },
    ],
    theme: [
      { id: 'theme/search', name: 'Search' },
      { id: 'theme/trust', name: 'Trust' },
    ],
    organisation: [
      { id: 'organisation/police', name: 'Police', office: 'Commissioner', kind: 'police' },
      { id: 'organisation/mayor', name: 'Mayor', kind: 'mayor_gla' },
    ],
  };
}
