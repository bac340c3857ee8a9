// Bodies and meetings of a council, found by name and by body and day.
import { bodyId, distinct, meetingId } from '../../domain/ids.js';
import type { Place } from '../../errors.js';
import { bodyKindOf } from '../motion-text/history.js';
import type { BodyFinding, MeetingFinding } from '../reader.js';
import { councilFor } from './councils.js';
import type { Desk } from './desk.js';
import { fillGaps } from './fill.js';
import { type Held, indexBody, nameKey } from './known.js';

/** Enters a body that a council's site lists. */
export function enterBody(desk: Desk, finding: BodyFinding, at: Place): void {
  const council = councilFor(desk, 'body', finding.council, at);
  if (council) bodyOf(desk, council, finding.name, at);
}

/** The body of that name, recorded if it was not. */
export function bodyOf({ known, book }: Desk, council: Held, name: string, at: Place): Held {
  const named = known.bodiesByName.find(`${council.id} ${nameKey(name)}`)[0];
  const held = named ? known.bodies.get(named) : undefined;
  if (held) {
    book.show('body', held.id, at);
    return held;
  }
  const isTaken = (one: string) => known.bodies.has(one) || known.retired.has(one);
  const row: Held = {
    id: distinct(bodyId(council.id, name), isTaken),
    council_id: council.id,
    name,
    kind: kindOf(name),
  };
  known.bodies.set(row.id, row);
  indexBody(known, row);
  book.state('body', row, at);
  book.show('body', row.id, at);
  return row;
}

/** The kind a name states; a name that states none leaves it open. */
function kindOf(name: string): string {
  if (
    /^(?:full |annual |extraordinary )?council(?: assembly| meeting)?$|^council assembly$/i.test(name.trim())
  )
    return 'full_council';
  const kind = bodyKindOf(name);
  if (kind === 'executive' || kind === 'scrutiny') return kind;
  const [, word = ''] = /\b(committee|commission|board)\b/i.exec(name) ?? [];
  return word.toLowerCase() || 'not_stated';
}

/** Enters a meeting: the one of that body on that day, told apart by its address where there are two. */
export function enterMeeting(desk: Desk, finding: MeetingFinding, at: Place): void {
  const { known, book } = desk;
  const council = councilFor(desk, 'meeting', finding.council, at);
  if (!council) return;
  const body = bodyOf(desk, council, finding.body, at);
  const { date, url, title } = finding;
  const sameDay = [...known.meetings.values()].filter(
    ({ body_id, held_on }) => body_id === body.id && held_on === date,
  );
  const fits = ({ url: own }: Held) => own === null || url === undefined || isSameMeeting(String(own), url);
  const held = sameDay.find(fits);
  if (held) fillGaps(book, 'meeting', held, { url, title }, at, ['url']);
  const id = held?.id ?? newMeetingId(desk, body.id, date);
  if (!held) {
    const row: Held = {
      id,
      council_id: council.id,
      body_id: body.id,
      held_on: date,
      date_precision: date === null ? 'unknown' : 'day',
      title: title ?? null,
      url: url ?? null,
    };
    known.meetings.set(id, row);
    book.state('meeting', row, at);
  }
  book.show('meeting', id, at);
}

/** Addresses of one meeting differ in scheme and in what else they ask for; its number is the same. */
function isSameMeeting(a: string, b: string): boolean {
  const number = (url: string) => /[?&]MId=(\d+)/i.exec(url)?.[1] ?? url.replace(/^https?:\/\//, '');
  return number(a) === number(b);
}

function newMeetingId({ known }: Desk, body: string, date: string | null): string {
  let n = 1;
  while (known.meetings.has(meetingId(body, date, n)) || known.retired.has(meetingId(body, date, n))) n += 1;
  return meetingId(body, date, n);
}
