// Every reader of a register or an interchange format. Adding a format is one file and one line here.
import type { Head, Reader } from '../reader.js';
import { authorityCodes, authorityNames, authorityTable } from './authority-table.js';
import { boundaries } from './boundaries.js';
import { candidates } from './candidates.js';
import { districtNames, wardNames } from './code-names.js';
import { councilSites } from './council-sites.js';
import { londonAuthorities, policeUnits, wardBlocks } from './london.js';
import {
  modernGovCommittees,
  modernGovCouncillors,
  modernGovMeeting,
  modernGovMeetings,
} from './moderngov.js';
import { motionFile } from './motion-file.js';
import { openCivicData } from './ocd.js';
import { openCouncilData } from './open-council-data.js';
import { ownTable, tableRank } from './own-table.js';
import { popoloJson } from './popolo.js';
import { readMe } from './read-me.js';
import { scrapedCsv, scrapedJson } from './scraped-councillors.js';
import { wardLookup } from './ward-lookup.js';

/** The readers, in the order in which they are asked whether a file is theirs. */
export const readers: readonly Reader[] = [
  readMe,
  authorityTable,
  authorityNames,
  authorityCodes,
  policeUnits,
  londonAuthorities,
  councilSites,
  boundaries,
  districtNames,
  wardLookup,
  wardBlocks,
  wardNames,
  modernGovCouncillors,
  modernGovCommittees,
  modernGovMeetings,
  modernGovMeeting,
  scrapedCsv,
  scrapedJson,
  openCouncilData,
  candidates,
  openCivicData,
  popoloJson,
  motionFile,
  ownTable,
];

/** The reader of a file by its content; undefined where none knows it. */
export function readerOf(head: Head): Reader | undefined {
  return readers.find((reader) => reader.recognises(head));
}

/** The place of a file among those of a run. */
export function rankOf(reader: Reader, head: Head): number {
  return reader === ownTable ? tableRank(head) : reader.rank;
}
