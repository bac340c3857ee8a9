// The parts that Popolo and Open Civic Data write alike: what an organization and a person are known by.
import { type Row, stated } from './interchange.js';

/** A row of identifiers as both formats write it. */
export function toIdentifier({ scheme, value }: Row) {
  return { scheme, identifier: value };
}

/** What a council is called, coded, found at and dated by. */
export function councilParts(council: Row, names: readonly Row[], codes: readonly Row[]) {
  const { short_name, gss_code, register_code, website, democracy_site } = council;
  return {
    other_names: [{ name: short_name, note: 'short name' }, ...names.map(({ name }) => ({ name }))],
    identifiers: [
      ...(gss_code ? [{ scheme: 'gss-code', identifier: gss_code }] : []),
      ...(register_code ? [{ scheme: 'local-authority', identifier: register_code }] : []),
      ...codes.map(toIdentifier),
    ],
    founding_date: council.start_date,
    dissolution_date: council.end_date,
    links: [
      ...(website ? [{ url: website, note: 'website' }] : []),
      ...(democracy_site ? [{ url: democracy_site, note: 'meetings' }] : []),
    ],
  };
}

/** A party as an organization. */
export function toParty({ id, name, ec_code }: Row) {
  const identifiers = ec_code ? [{ scheme: 'electoral-commission', identifier: ec_code }] : [];
  return stated({ id, name, classification: 'party', identifiers });
}
