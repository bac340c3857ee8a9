// ModernGov's web service, four answers of it: councillors by ward, committees, meetings and a meeting with
// its agenda. The files do not say whose they are: the operator does, or an address in them.
import { isDay } from '../../domain/partial-date.js';
import type { Place } from '../../errors.js';
import type { TableName } from '../../store/tables.js';
import type { InputFile } from '../input-file.js';
import type { CouncilRef, Finding, Reader, SourceFacts } from '../reader.js';
import { agendaPages } from './moderngov-agenda.js';
import { childText, type Element, elements, readXml } from './xml-tree.js';

const source = (what: string): SourceFacts => ({ title: `ModernGov: ${what}`, kind: 'council_page' });

/** A reader of one answer: the elements that may be its root, and what is read from it. */
function xmlReader(
  format: string,
  about: string,
  rank: number,
  roots: readonly string[],
  table: TableName,
  find: (root: Element, file: InputFile) => Finding[],
): Reader {
  const start = new RegExp(
    `^\\uFEFF?\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--[\\s\\S]*?-->\\s*)*<(?:${roots.join('|')})\\b`,
    'i',
  );
  return {
    format,
    about,
    rank,
    source: source(about.replace(/^.*\): /, '')),
    recognises: ({ text }) => start.test(text),
    async *read(file) {
      const { root, fault } = await readXml(file);
      if (!root) {
        if (fault) yield { kind: 'rejected', at: fault.at, table, fault };
        return;
      }
      const findings = find(root, file);
      // A file that --format alone took for this one.
      if (findings.length === 0 && !start.test(file.head)) {
        const fault = { expected: `an element ${roots.join(' or ')}`, got: file.head.slice(0, 60) };
        yield { kind: 'rejected', at: { file: file.name, line: 1 }, table, fault };
      }
      yield* findings;
    },
  };
}

/** Councillors by ward. */
export const modernGovCouncillors = xmlReader(
  'moderngov-councillors',
  'ModernGov (GetCouncillorsByWard): councillors by ward',
  30,
  ['councillorsbyward'],
  'membership',
  (root, { name: file }) =>
    elements(root, 'ward').flatMap((ward) =>
      elements(ward, 'councillor').map((councillor) =>
        toOffice(councillor, childText(ward, 'wardtitle'), { file, line: councillor.line }),
      ),
    ),
);

function toOffice(councillor: Element, ward: string | undefined, at: Place): Finding {
  const name = childText(councillor, 'fullusername');
  const number = childText(councillor, 'councillorid');
  if (!name)
    return { kind: 'rejected', at, table: 'membership', fault: { expected: 'a fullusername', got: 'none' } };
  return {
    kind: 'office',
    at,
    council: councilOf(councillor),
    name,
    identifiers: number ? [{ scheme: 'moderngov', value: number }] : [],
    ward: { name: childText(councillor, 'representing') ?? ward },
    party: { name: childText(councillor, 'politicalpartytitle', 'politicalgrouptitle') },
    role: 'councillor',
  };
}

/** The address of a photograph or a page tells whose site it is; neither is kept. */
function councilOf(element: Element): CouncilRef {
  const urls = element.children.map(({ text }) => text.trim()).filter((text) => /^https?:\/\//.test(text));
  return { url: urls[0] };
}

/** Committees. */
export const modernGovCommittees = xmlReader(
  'moderngov-committees',
  'ModernGov (GetCommittees): committees',
  31,
  ['getcommittees', 'committees'],
  'body',
  (root, { name: file }) =>
    elements(root, 'committee').map((committee): Finding => {
      const at = { file, line: committee.line };
      const name = childText(committee, 'committeetitle');
      if (name) return { kind: 'body', at, council: {}, name };
      return { kind: 'rejected', at, table: 'body', fault: { expected: 'a committeetitle', got: 'none' } };
    }),
);

/** Meetings of a committee. */
export const modernGovMeetings = xmlReader(
  'moderngov-meetings',
  'ModernGov (GetMeetings): meetings of a committee',
  32,
  ['getmeetings', 'meetings', 'committeemeetings'],
  'meeting',
  (root, { name: file }) =>
    elements(root, 'meeting').map((meeting) =>
      toMeeting(meeting, childText(root, 'committeetitle', 'committeename'), { file, line: meeting.line }),
    ),
);

/** One meeting with its agenda, whose motions go to the reader of motion texts. */
export const modernGovMeeting = xmlReader(
  'moderngov-meeting',
  'ModernGov (GetMeeting): a meeting, its agenda and its motions',
  33,
  ['getmeeting', 'meeting'],
  'meeting',
  (root, { name: file }) => {
    const meeting = root.name === 'meeting' ? root : (elements(root, 'meeting')[0] ?? root);
    const found = toMeeting(meeting, undefined, { file, line: meeting.line });
    const attended = elements(meeting, 'attendee').flatMap((one) => toAttendee(one, found, file));
    return [found, ...attended, ...agendaPages(meeting, found, file)];
  },
);

function toMeeting(meeting: Element, committee: string | undefined, at: Place): Finding {
  const body = childText(meeting, 'committeetitle', 'committeename') ?? committee;
  const printed = childText(meeting, 'meetingdate');
  const date = dayOf(printed);
  const status = childText(meeting, 'meetingstatus');
  if (!body || (printed && !date)) {
    const fault = body
      ? { expected: 'in meetingdate a day such as 22/03/2023', got: printed ?? 'none' }
      : { expected: 'a committeetitle', got: 'none' };
    return { kind: 'rejected', at, table: 'meeting', fault };
  }
  if (/cancelled/i.test(status ?? ''))
    return { kind: 'note', at, text: `a meeting of ${date ?? 'no date'} was cancelled and is left out` };
  return { kind: 'meeting', at, council: {}, body, date, url: childText(meeting, 'meetingurl', 'url') };
}

/** Who attended held the office on that day. */
function toAttendee({ attributes, line }: Element, meeting: Finding, file: string): Finding[] {
  const { memberid, name, politicalparty, ward } = attributes;
  if (meeting.kind !== 'meeting' || !name || !memberid || memberid === '0' || !ward?.trim()) return [];
  return [
    {
      kind: 'office',
      at: { file, line },
      council: {},
      name,
      identifiers: [{ scheme: 'moderngov', value: memberid }],
      ward: { name: ward.trim() },
      party: { name: politicalparty },
      role: 'councillor',
      ...(meeting.date === null ? {} : { shownOn: meeting.date }),
    },
  ];
}

/** `22/03/2023` as an ISO day; null where it is none. */
export function dayOf(printed: string | undefined): string | null {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(printed ?? '') ?? [];
  if (!day || !month || !year) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}
