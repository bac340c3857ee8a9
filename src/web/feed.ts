// News as an Atom feed: the latest steps of motions, each leading to its motion. A step is dated by the day on
// which it happened, not by the day on which it was entered here.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { spoken } from '../domain/vocabulary.js';
import { type AtomEntry, atomFeed } from '../formats/atom.js';
import type { LatestEvent } from '../store/queries/latest-events.js';
import { writtenDate } from './date.js';
import { listedName } from './motion.js';
import { sendText } from './send.js';
import { outcomeWord } from './wording.js';

/** How many steps a feed holds. */
export const feedLength = 50;

const never = '1970-01-01T00:00:00.000Z';

/** Answers with the feed of a page: `path` is the page’s, `name` what the news is about. */
export function sendFeed(
  request: FastifyRequest,
  reply: FastifyReply,
  { path, name, events }: { path: string; name: string; events: readonly LatestEvent[] },
): Promise<FastifyReply> {
  const { publicUrl } = request.server;
  const text = atomFeed({
    key: `news of ${path}`,
    title: `${name}: motions and what became of them`,
    subtitle: 'Steps in the life of council motions, each by the day on which it happened.',
    updated: events[0] ? instant(events[0]) : never,
    author: 'Open Motions',
    links: [
      { rel: 'self', type: 'application/atom+xml', href: `${publicUrl}${request.url}` },
      { rel: 'alternate', type: 'text/html', href: `${publicUrl}${path}` },
    ],
    entries: events.map((event) => entry(event, publicUrl)),
  });
  return sendText(request, reply, 'application/atom+xml; charset=utf-8', text);
}

const instant = ({ occurredOn }: LatestEvent) => `${occurredOn}T00:00:00.000Z`;

function entry(event: LatestEvent, publicUrl: string): AtomEntry {
  const motion = listedName({ ...event, precision: event.motionPrecision });
  const result = event.outcome === null ? '' : `: ${outcomeWord[event.outcome].toLowerCase()}`;
  const date = writtenDate({ date: event.occurredOn, precision: event.precision });
  const where = [event.council.shortName, event.body, date].filter(Boolean).join(', ');
  return {
    key: event.id,
    title: `${motion} · ${spoken(event.stage)}${result}`,
    at: instant(event),
    links: [{ rel: 'alternate', type: 'text/html', href: `${publicUrl}/${event.motion}` }],
    summary: [`${where}.`, event.note].filter(Boolean).join(' '),
  };
}
