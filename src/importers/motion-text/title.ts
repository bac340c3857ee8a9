// The line that names a motion, in the shapes agendas print: "Notice of Motion: …", "Motion 2 – …",
// "Motion by Councillor A B: …", "Motion on …". What stands around the title is not part of it.

const item = '(?:(?:agenda\\s+)?item\\s+[\\d.]+(?:\\(?\\w\\))?[:.–-]?\\s+|\\d{1,3}[.)]?\\s+)?';
const noun =
  '(?:title|subject|requisition|(?:(?:urgent|joint|composite)\\s+)?(?:notice\\s+of\\s+)?motion(?:\\s+title|\\s+(?:no\\.?\\s*)?\\d{1,2}|\\s+[A-Z](?=\\W)|\\s+\\(\\w{1,3}\\))?)';
const to = '(?:\\s+to\\s+(?:the\\s+)?(?:full\\s+)?council)?';
const from = '(?:\\s+(?:by|from|of)\\s+(?<mover>(?:councillors?|cllrs?\\.?)\\s+[^:–—]{3,60}?))?';
const parted = new RegExp(`^${item}${noun}${to}${from}(?:\\s*:|\\s+[–—-])\\s*(?<title>\\S.*)$`, 'i');
const about =
  /^(?:notice\s+of\s+)?motion\s+(?:on|regarding|concerning|re)\s+(?<title>\S.*?)(?:\s+by\s+(?<mover>(?:councillor|cllr)\b.*))?$/i;

/** A title and, where the same line names one, the mover as printed; null for any other line. */
export function readTitle(text: string): { title: string; mover: string | null } | null {
  if (text.length > 250) return null;
  const found = parted.exec(text) ?? (/[.:;]$/.test(text) ? null : about.exec(text));
  const title = found?.groups?.title;
  return title === undefined ? null : { title: plainTitle(title), mover: found?.groups?.mover ?? null };
}

/** A title without a quotation mark that opens the whole motion. */
export function plainTitle(text: string): string {
  const rest = /^["“]\s*(.*)$/s.exec(text)?.[1];
  return rest === undefined || /["”]/.test(rest) ? text : rest;
}
