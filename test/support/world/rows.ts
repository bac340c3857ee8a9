// Rows of the small world, with what a test does not care about filled in.

export type Value = string | number | boolean | null;
export type Records = Record<string, Record<string, Value>[]>;

export const source = (slug: string, title: string) => ({
  id: `source/${slug}`,
  title,
  kind: 'council_page',
  url: `https://example.org/${slug}`,
  published_precision: 'unknown',
  completeness: 'full',
});

export const council = (slug: string, name: string, gss: string | null) => ({
  id: `council/${slug}`,
  name: `London Borough of ${name}`,
  short_name: name,
  slug,
  gss_code: gss,
  type: 'london_borough',
});

export function member(
  path: string,
  who: string,
  ward: string | null,
  party: string | null,
  dates: Record<string, string>,
) {
  return {
    id: `membership/${path}`,
    councillor_id: `councillor/brent/${who}`,
    council_id: 'council/brent',
    ward_id: ward,
    party_id: party,
    role: 'councillor',
    role_inferred: false,
    ...dates,
  };
}

export function motionRow(
  id: string,
  at: string,
  title: string | null,
  date: string | null,
  precision: string,
) {
  return {
    id,
    council_id: `council/${at}`,
    slug: id.split('/').at(-1) ?? '',
    title,
    kind: 'members_motion',
    text_status: 'full',
    date,
    date_precision: precision,
  };
}

const pathOf = (id: string) => id.slice(id.indexOf('/') + 1);

export function person(
  motion: string,
  seq: number,
  role: string,
  name: string,
  links: Record<string, Value>,
) {
  return {
    id: `person/${pathOf(motion)}/${role}-${seq}`,
    motion_id: motion,
    seq,
    role,
    name,
    is_group: false,
    ...links,
  };
}

export function event(motion: string, seq: number, stage: string, on: string | null, outcome: string | null) {
  return {
    id: `event/${pathOf(motion)}/${stage}`,
    motion_id: motion,
    seq,
    stage,
    occurred_on: on,
    date_precision: on ? 'day' : 'unknown',
    authoritative: false,
    outcome,
    decision_mode: 'not_stated',
  };
}

export function clause(
  motion: string,
  seq: number,
  address: string,
  parent: string | null,
  kind: string,
  summary: string | null,
) {
  return {
    id: `clause/${pathOf(motion)}/${address}`,
    motion_id: motion,
    parent_id: parent ? `clause/${pathOf(motion)}/${parent}` : null,
    seq,
    label: `${address}.`,
    address,
    address_inferred: false,
    kind,
    kind_inferred: false,
    stance: 'states',
    summary,
    text_status: 'summary_only',
    wording: 'as_decided',
    source_id: 'source/minutes',
  };
}

export function askRow(motion: string, address: string, seq: number, verb: string, addressee: string | null) {
  return {
    id: `ask/${pathOf(motion)}/${address}/${seq}`,
    clause_id: `clause/${pathOf(motion)}/${address}`,
    seq,
    actor_id: 'organisation/mayor',
    verb,
    addressee_id: addressee,
    addressee_inferred: false,
    object: `object ${seq}`,
    state: 'unknown',
    review_state: 'drafted',
    coded_by: 'seed',
  };
}

export function citation(
  clausePath: string,
  recommendation: string | null,
  basis: string,
  direction: string,
) {
  return {
    id: `citation/${clausePath}/${recommendation ?? 'all'}`,
    clause_id: `clause/${clausePath}`,
    review_id: 'review/casey-2023',
    recommendation_id: recommendation ? `recommendation/casey-2023/${recommendation}` : null,
    direction,
    basis,
    strength: 'states_view',
    scope: 'as_recommended',
    review_state: 'drafted',
    coded_by: 'seed',
  };
}
