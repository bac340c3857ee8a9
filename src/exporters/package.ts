// What a snapshot is called, in every kind of metadata: one title, one sentence, one licence.

/** The package of all tables, as its metadata name it. */
export const snapshotPackage = {
  name: 'open-motions',
  title: 'Open Motions',
  description:
    'What councils resolved about the recommendations of public reviews, with every claim traced to a ' +
    'clause of a motion and to a source.',
  keywords: ['councils', 'motions', 'local government', 'recommendations', 'open data'],
  creator: 'Open Motions contributors',
  licence: {
    name: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0',
    path: 'https://creativecommons.org/licenses/by/4.0/',
  },
} as const;

/** A JSON document as it is written in a snapshot. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
