// The list of council sites that Democracy Club's scrapers (LGSF) are pointed at.
import type { Place } from '../../errors.js';
import type { Finding } from '../reader.js';
import type { Row } from './csv-rows.js';
import { csvReader } from './table-reader.js';

/** Systems whose address is the one at which meetings are published; others point at a list of councillors. */
const meetingSystems = ['ModernGov', 'CMIS'];

/** The list of council sites. */
export const councilSites = csvReader({
  format: 'lgsf-sites',
  about: 'the list of council sites of the LGSF scrapers',
  rank: 13,
  source: {
    title: 'Council sites in the Local Government Scraper Framework',
    publisher: 'Democracy Club',
  },
  table: 'council',
  columns: ['directory', 'code', 'official_name', 'base_url', 'cms_type'],
  days: ['start_date', 'end_date'],
  note: 'addresses of ModernGov and CMIS sites are kept; other systems point at pages that list councillors',
  findings: site,
});

function site(row: Row, at: Place): Finding[] {
  const { directory = '', code = '', official_name: name, common_name: short, base_url: url } = row;
  // A folder is named after its code; where it is not, one of the two is another council's.
  if (directory !== code && !directory.startsWith(`${code}-`))
    return [{ kind: 'doubt', at, code: 'COUNCIL_UNSURE', about: `${directory} has the code ${code}` }];
  const isCode = /^[A-Z]{3}$/.test(code);
  const keeps = url !== undefined && meetingSystems.includes(row.cms_type ?? '');
  return [
    {
      kind: 'council',
      at,
      council: isCode ? { register: code } : { name: short },
      ...(isCode && name ? { otherNames: [name] } : {}),
      ...(keeps ? { democracySite: url } : {}),
    },
  ];
}
