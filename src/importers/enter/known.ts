// What the store holds that registers are read against, and what this run has added to it. Councils,
// wards, parties and people are few enough to be kept in memory; motions are not, and are not here.
import { slugify } from '../../domain/ids.js';
import type { Value } from '../../store/write.js';
import { type Reader, rows } from '../document/known.js';

/** A row as held, by column. */
export type Held = Record<string, Value> & { id: string };

/** A list of rows that can be looked up by what they are known by. */
export class Index {
  readonly #ids = new Map<string, Set<string>>();

  add(key: Value | undefined, id: string): void {
    if (key === null || key === undefined || key === '') return;
    const ids = this.#ids.get(String(key)) ?? new Set();
    this.#ids.set(String(key), ids.add(id));
  }

  /** The ids known by a key, in the order in which they were added. */
  find(key: string | undefined): string[] {
    return key === undefined ? [] : [...(this.#ids.get(key) ?? [])];
  }
}

/** Everything registers are read against. */
export interface KnownRegister {
  councils: Map<string, Held>;
  wards: Map<string, Held>;
  parties: Map<string, Held>;
  policeUnits: Map<string, Held>;
  bodies: Map<string, Held>;
  meetings: Map<string, Held>;
  councillors: Map<string, Held>;
  memberships: Map<string, Held>;
  councilsBy: { register: Index; gss: Index; name: Index; host: Index };
  wardsByName: Index;
  partiesByName: Index;
  partiesByCode: Index;
  bodiesByName: Index;
  councillorsByIdentifier: Index;
  identifiersOf: Index;
  councillorsByName: Index;
  membershipsOf: Index;
  /** Former ids and ids of removed records: never given again. */
  retired: Set<string>;
}

/** A register that holds nothing. */
export function emptyRegister(): KnownRegister {
  return {
    councils: new Map(),
    wards: new Map(),
    parties: new Map(),
    policeUnits: new Map(),
    bodies: new Map(),
    meetings: new Map(),
    councillors: new Map(),
    memberships: new Map(),
    councilsBy: { register: new Index(), gss: new Index(), name: new Index(), host: new Index() },
    wardsByName: new Index(),
    partiesByName: new Index(),
    partiesByCode: new Index(),
    bodiesByName: new Index(),
    councillorsByIdentifier: new Index(),
    identifiersOf: new Index(),
    councillorsByName: new Index(),
    membershipsOf: new Index(),
    retired: new Set(),
  };
}

const councilColumns = `id, name, short_name, slug, gss_code, register_code, type, nation, region, police_unit_id,
  website, democracy_site, start_date, end_date, replaced_by_id`;

/** Reads what is held. */
export async function readRegister(store: Reader): Promise<KnownRegister> {
  const all = async (sql: string) => rows<Held>(store, sql);
  const byId = async (sql: string) => new Map((await all(sql)).map((row) => [row.id, row]));
  const gone = await all('SELECT id FROM tombstone UNION SELECT old_id FROM redirect');
  const known: KnownRegister = {
    ...emptyRegister(),
    councils: await byId(`SELECT ${councilColumns} FROM council ORDER BY id`),
    wards: await byId('SELECT * FROM ward ORDER BY id'),
    parties: await byId('SELECT * FROM party ORDER BY id'),
    policeUnits: await byId('SELECT * FROM police_unit ORDER BY id'),
    bodies: await byId('SELECT * FROM body ORDER BY id'),
    meetings: await byId('SELECT * FROM meeting ORDER BY id'),
    councillors: await byId('SELECT id, name, sort_name FROM councillor ORDER BY id'),
    memberships: await byId('SELECT * FROM membership ORDER BY id'),
    retired: new Set(gone.map(({ id }) => id)),
  };
  indexCouncils(
    known,
    await all('SELECT council_id AS id, name FROM council_name ORDER BY 1, 2'),
    await all("SELECT council_id AS id, value FROM council_identifier WHERE scheme = 'gss' ORDER BY 1, 2"),
  );
  const identifiers = await all('SELECT councillor_id AS id, scheme, value FROM councillor_identifier');
  for (const { id, scheme, value } of identifiers) indexIdentifier(known, id, String(scheme), String(value));
  for (const ward of known.wards.values()) indexWard(known, ward);
  for (const party of known.parties.values()) indexParty(known, party);
  for (const body of known.bodies.values()) indexBody(known, body);
  for (const membership of known.memberships.values()) indexMembership(known, membership);
  return known;
}

function indexCouncils(known: KnownRegister, names: Held[], codes: Held[]): void {
  for (const council of known.councils.values()) indexCouncil(known, council);
  for (const { id, name } of names) known.councilsBy.name.add(nameKey(name), id);
  for (const { id, value } of codes) known.councilsBy.gss.add(value, id);
}

/** Makes a council findable. */
export function indexCouncil({ councilsBy }: KnownRegister, council: Held): void {
  const { id, name, short_name, register_code, gss_code, democracy_site } = council;
  councilsBy.register.add(register_code, id);
  councilsBy.gss.add(gss_code, id);
  councilsBy.name.add(nameKey(name), id);
  councilsBy.name.add(nameKey(short_name), id);
  if (democracy_site) councilsBy.host.add(hostOf(String(democracy_site)), id);
}

/** Makes a ward findable by its name within its council. */
export function indexWard({ wardsByName }: KnownRegister, { id, council_id, name }: Held): void {
  if (council_id !== null) wardsByName.add(wardKey(String(council_id), String(name)), id);
}

/** Makes a party findable. */
export function indexParty({ partiesByName, partiesByCode }: KnownRegister, party: Held): void {
  partiesByName.add(partyKey(party.name), party.id);
  partiesByCode.add(party.ec_code, party.id);
}

/** Makes a body findable by its name within its council. */
export function indexBody({ bodiesByName }: KnownRegister, { id, council_id, name }: Held): void {
  bodiesByName.add(`${council_id} ${nameKey(name)}`, id);
}

/** Makes a councillor findable by their number in another register. */
export function indexIdentifier(
  { councillorsByIdentifier, identifiersOf }: KnownRegister,
  id: string,
  scheme: string,
  value: string,
): void {
  councillorsByIdentifier.add(`${scheme} ${value}`, id);
  identifiersOf.add(`${id} ${scheme}`, value);
}

/** Makes a membership findable, and its councillor by name within the council. */
export function indexMembership(known: KnownRegister, membership: Held): void {
  const { id, council_id, councillor_id } = membership;
  known.membershipsOf.add(`${council_id} ${councillor_id}`, id);
  const name = known.councillors.get(String(councillor_id))?.name;
  known.councillorsByName.add(`${council_id} ${personKey(String(name ?? ''))}`, String(councillor_id));
}

/** A name without what writers treat freely: case, accents, marks and the sign for "and". */
export function nameKey(name: Value | undefined): string {
  return slugify(String(name ?? '').replace(/&/g, ' and '));
}

/** The key of a ward's name within its council. */
export function wardKey(council: string, name: string): string {
  return `${council} ${nameKey(name).replace(/-(?:ward|division)$/, '')}`;
}

const partyForms: readonly (readonly [RegExp, string])[] = [
  [/^the-/, ''],
  [/-party(?=-|$)/, ''],
  // The names on ballot papers and in registers of the parties that sit on most councils.
  [/^conservatives?(?:-and-unionist)?$/, 'conservative'],
  [/^liberal-democrats?$|^lib-dems?$/, 'liberal-democrats'],
  [/^(?:labour-and-co-operative|labour-co-operative|labour-co-op)$/, 'labour-and-co-operative'],
  [/^greens?$/, 'green'],
];

/** A party's name without the forms it takes in different registers. */
export function partyKey(name: Value | undefined): string {
  return partyForms.reduce((key, [form, plain]) => key.replace(form, plain), nameKey(name));
}

const titles =
  /^(?:the-|rt-hon-|right-|worshipful-|honourable-|councillor-|cllr-|alderman-|ald-|mayor-|mr-|mrs-|ms-|miss-|mx-|dr-|sir-|dame-|lord-|lady-|baroness-|prof-|professor-|rev-|reverend-|revd-|major-|captain-|capt-|hon-)+/;
const honours = /(?:-(?:obe|mbe|cbe|bem|jp|kc|qc|mp|ms|msp|dl|frsa|kbe|dbe))+$/;

/** A person's name without titles and honours, family name last. */
export function personKey(name: string): string {
  const [family = '', given] = name.split(',', 2);
  const inOrder = given && !/^\s*(?:OBE|MBE|CBE|BEM|JP)\b/.test(given) ? `${given} ${family}` : name;
  return nameKey(inOrder).replace(titles, '').replace(honours, '');
}

/** The host of a web address, without www; null where it is none. */
export function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}
