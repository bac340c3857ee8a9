// Popolo JSON, ours and that of others. Our own ids say which record is meant, so what we wrote comes back
// as it was; others' people are found by number and name like those of any register. Addresses, images and
// birth dates are read over.
import { isDay } from '../../domain/partial-date.js';
import type { InputFile } from '../input-file.js';
import type { CouncilRef, Finding, Reader } from '../reader.js';
import { readJson } from './json-file.js';
import { isOurs, type OwnLists, ownFindings } from './popolo-own.js';
import { type Item, type PopoloDocument, shapeFaults } from './popolo-shape.js';

/** Popolo. */
export const popoloJson: Reader = {
  format: 'popolo',
  about: 'Popolo JSON: people, organizations, areas, memberships, motions, vote events',
  rank: 40,
  source: { title: 'People and organizations as Popolo' },
  recognises: ({ text }) =>
    /^\uFEFF?\s*\{/.test(text) && /"(?:persons|organizations|memberships)"\s*:\s*\[/.test(text),
  read: readPopolo,
};

async function* readPopolo(file: InputFile): AsyncGenerator<Finding> {
  yield* readDocument(file, (document) => document);
}

/** Reads a document of lists: ours by its ids, that of others as Popolo, to which `asPopolo` brings it. */
export async function* readDocument(
  file: InputFile,
  asPopolo: (document: PopoloDocument) => PopoloDocument,
  lists?: OwnLists,
): AsyncGenerator<Finding> {
  const { value, fault } = await readJson(file);
  const faults = fault ? [fault] : shapeFaults(value, file.name);
  for (const { at, ...one } of faults) yield { kind: 'rejected', at, table: 'membership', fault: one };
  if (faults.length > 0) return;
  const document = value as PopoloDocument;
  if (isOurs(document)) yield* ownFindings(document, file.name, lists);
  else yield* foreignFindings(asPopolo(document), file.name);
}

function* foreignFindings(document: PopoloDocument, file: string): Generator<Finding> {
  const byId = (items: readonly Item[] | undefined) =>
    new Map((items ?? []).map((item) => [String(item.id), item]));
  const [persons, organizations, areas, posts] = [
    document.persons,
    document.organizations,
    document.areas,
    document.posts,
  ].map(byId);
  for (const [index, membership] of (document.memberships ?? []).entries()) {
    const at = { file, path: `memberships[${index}]` };
    const reject = (expected: string, got: unknown): Finding => ({
      kind: 'rejected',
      at,
      table: 'membership',
      fault: { expected, got: String(got) },
    });
    const post = posts?.get(String(membership.post_id));
    const person = persons?.get(String(membership.person_id));
    const organization = organizations?.get(String(membership.organization_id ?? post?.organization_id));
    const parent = organizations?.get(String(organization?.parent_id));
    const party = organizations?.get(String(membership.on_behalf_of_id));
    const area = areas?.get(String(membership.area_id ?? post?.area_id));
    const day = [membership.start_date, membership.end_date].find(
      (date) => date !== undefined && date !== null && date !== '' && !isDay(String(date)),
    );
    if (!person) yield reject('the id of a person of the file', membership.person_id);
    else if (!organization) yield reject('the id of an organization of the file', membership.organization_id);
    else if (day !== undefined) yield reject('a day such as 2022-05-09', day);
    else if (!isParty(organization))
      yield {
        kind: 'office',
        at,
        council: councilOf(parent ?? organization),
        name: String(person.name ?? ''),
        identifiers: (person.identifiers ?? []).map(({ scheme, identifier }) => ({
          scheme: String(scheme),
          value: String(identifier),
        })),
        ward: area
          ? { name: String(area.name), gss: /^[EWSN]\d{8}$/.exec(String(area.identifier))?.[0] }
          : undefined,
        party: party ? { name: String(party.name) } : undefined,
        ...(parent ? { body: String(organization.name) } : {}),
        role: String(membership.role ?? post?.role ?? 'councillor').toLowerCase(),
        startDate: textOf(membership.start_date),
        endDate: textOf(membership.end_date),
      };
  }
}

function isParty({ classification }: Item): boolean {
  return classification === 'party';
}

function councilOf({ name, identifiers = [] }: Item): CouncilRef {
  const code = identifiers
    .map(({ identifier }) => String(identifier))
    .find((one) => /^[EWSN]\d{8}$/.test(one));
  return { gss: code, name: textOf(name) };
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null || value === '' ? undefined : String(value);
}
