// The HTML door: a saved page becomes the text a reader of it sees, line by line, and the rest of the
// reader is shared with plain text. Offsets of clauses count in this visible text. The tokenizer is
// used without the library's own tree of open elements, whose cost grows with the square of the depth.

import { QuoteType, Tokenizer } from 'htmlparser2';
import { readTag, type Tag } from './html/elements.js';
import { Page, type VisibleText } from './html/page.js';

/** The visible text of a page, with the stretches of it that are navigation; never fails. */
export function decodeHtml(source: string): VisibleText {
  const page = new Page();
  let tag: Tag = readTag('');
  let attribute = '';
  let value = '';
  const endAttribute = () => {
    if (Object.hasOwn(tag.attributes, attribute)) tag.attributes[attribute] = value;
    attribute = '';
    value = '';
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => page.say(source.slice(start, end)),
      ontextentity: (code) => page.say(String.fromCodePoint(code)),
      onopentagname: (start, end) => {
        tag = readTag(source.slice(start, Math.min(end, start + 30)).toLowerCase());
      },
      onattribname: (start, end) => {
        attribute = source.slice(start, Math.min(end, start + 30)).toLowerCase();
      },
      onattribdata: (start, end) => {
        if (value.length < 1000) value += source.slice(start, Math.min(end, start + 1000));
      },
      onattribentity: (code) => {
        if (value.length < 1000) value += String.fromCodePoint(code);
      },
      onattribend: (quote) => {
        if (quote === QuoteType.NoValue) value = attribute;
        endAttribute();
      },
      onopentagend: () => page.open(tag),
      onselfclosingtag: () => page.open(tag),
      onclosetag: (start, end) => page.close(source.slice(start, Math.min(end, start + 30)).toLowerCase()),
      // What a browser does not show: comments, declarations and instructions.
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return page.finish();
}

const pageStart =
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype html|html|head|body|p|div|table|ul|ol|h[1-6]|span|section|article|main|font|center)\b/i;

/** Whether a text is a page or a piece of one: it begins as HTML does, or is full of its tags. */
export function isHtml(text: string): boolean {
  const head = text.slice(0, 5000);
  return pageStart.test(head) || (head.match(/<\/(?:p|div|li|td|h[1-6])>|<br\s*\/?>/gi)?.length ?? 0) > 2;
}
