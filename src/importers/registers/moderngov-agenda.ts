// The agenda of a ModernGov meeting: the items that hold a motion, each as a page for the reader of motion
// texts, with the meeting's body and day on it as the council's own pages print them.
import type { Finding } from '../reader.js';
import { childMarkup, childText, type Element, elements } from './xml-tree.js';

/** The pages of the agenda that speak of a motion; restricted items are nobody's to read. */
export function agendaPages(meeting: Element, found: Finding, file: string): Finding[] {
  if (found.kind !== 'meeting') return [];
  let isUnderMotions = false;
  return elements(meeting, 'agendaitem').flatMap((item): Finding[] => {
    const title = childText(item, 'agendaitemtitle') ?? '';
    const number = childText(item, 'agendaitemnumber') ?? '';
    const speaksOfMotion = /\bmotions?\b/i.test(title);
    // Without a number, or with 0, an item is the heading of those below it.
    if (number === '' || number === '0') {
      isUnderMotions = speaksOfMotion;
      if (!hasText(item)) return [];
    }
    if (/^true$/i.test(childText(item, 'isrestricted') ?? '')) return [];
    if (!hasText(item) || !(speaksOfMotion || isUnderMotions)) return [];
    const name = `item ${childText(item, 'agendaitemid') ?? item.line}`;
    return [
      {
        kind: 'page',
        at: { file, line: item.line },
        council: found.council,
        name,
        html: pageOf(item, title, found),
      },
    ];
  });
}

function hasText(item: Element): boolean {
  return ['agendatext', 'minutesnonemptyhtmlbody'].some((name) => /\S/.test(childMarkup(item, name)));
}

function pageOf(item: Element, title: string, { body, date }: { body: string; date: string | null }): string {
  const name = title.replace(/^\s*(?:members.{0,2} )?motions?\s*(?:\d+|[A-Z]\b)?\s*[:–-]\s*/i, '');
  const parts = [childMarkup(item, 'agendatext'), childMarkup(item, 'minutesnonemptyhtmlbody')];
  const told = date === null ? [body] : [body, spokenDay(date)];
  return `<html><body><h1>${escaped(name)}</h1>${told.map((line) => `<p>${escaped(line)}</p>`).join('')}${parts.map((part) => `<div>${part}</div>`).join('')}</body></html>`;
}

/** `2023-03-22` as minutes print it: Wednesday 22 March 2023. */
function spokenDay(day: string): string {
  const format = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
