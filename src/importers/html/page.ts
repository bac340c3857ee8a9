// A page in the making: elements open and close, words are said, and lines come out. What stands in a
// row of a table becomes one line, its cells parted by tabs, unless a cell holds text of several lines.

import type { Span } from '../motion-text/document.js';
import { blocks, empty, isAside, isHidden, ofHead, selfEnding, type Tag, wordLevel } from './elements.js';
import { plainWords } from './entities.js';
import { type List, nextMark, openList } from './lists.js';

export interface VisibleText {
  text: string;
  /** Stretches that are the way around the site. */
  asides: Span[];
}

interface Line {
  text: string;
  indent: number;
  gap: boolean;
  isAside: boolean;
}

interface Element {
  name: string;
  isHidden: boolean;
  isAside: boolean;
  list: List | null;
  row: Line[][] | null;
  /** Whether a blank line stands before it. */
  gap: boolean;
  level: number;
}

// Real pages nest thirty deep. Beyond this an element is only its text, so that no page costs too much.
const deepest = 100;
const deepestRow = 6;

export class Page {
  private readonly lines: Line[] = [];
  private readonly stack: Element[] = [];
  private readonly sinks: Line[][] = [this.lines];
  private run: string[] = [];
  private mark = '';
  private gap = true;
  private beyond = 0;
  private hidden = 0;
  private asides = 0;
  private pre = 0;

  /** Words as they stand in the page. */
  say(words: string): void {
    if (this.hidden === 0) this.run.push(words);
  }

  /** An element begins. */
  open(tag: Tag): void {
    const { name } = tag;
    this.endBefore(name);
    if (name === 'br') this.flush(false);
    else if (blocks.has(name)) this.flush(true);
    if (empty.has(name)) return;
    if (this.stack.length >= deepest) {
      this.beyond += 1;
      return;
    }
    const element = this.enter(tag);
    this.stack.push(element);
    this.count(element, 1);
  }

  /** An element ends, and with it all that were left open in it. */
  close(name: string): void {
    if (this.beyond > 0) {
      this.beyond -= 1;
      if (blocks.has(name)) this.flush(true);
      return;
    }
    const at = this.stack.findLastIndex((element) => element.name === name);
    if (at < 0) return;
    while (this.stack.length > at) this.leave();
  }

  /** All lines as one text. */
  finish(): VisibleText {
    while (this.stack.length > 0) this.leave();
    this.flush(true);
    const asides: Span[] = [];
    const parts: string[] = [];
    let at = 0;
    for (const { text, indent, gap, isAside: isWay } of this.lines) {
      const before = `${gap && at > 0 ? '\n' : ''}${' '.repeat(indent)}`;
      const start = at + before.length;
      if (isWay) asides.push({ start, end: start + text.length });
      parts.push(before, text, '\n');
      at = start + text.length + 1;
    }
    return { text: parts.join(''), asides };
  }

  private enter(tag: Tag): Element {
    const { name } = tag;
    const lists = this.stack.filter((element) => element.list !== null);
    const isList = name === 'ol' || name === 'ul' || name === 'menu';
    const list = isList ? openList(tag, lists.length) : null;
    const own = lists.at(-1)?.list;
    if (name === 'li') this.mark = own ? nextMark(own, tag) : '• ';
    const level = Math.max(lists.length - 1, 0) + wordLevel(tag);
    const rows = this.stack.filter(({ row }) => row !== null).length;
    const row = name === 'tr' && rows < deepestRow ? [] : null;
    if (row) this.flush(false);
    const cells = this.stack.at(-1)?.row;
    if ((name === 'td' || name === 'th') && cells) this.openCell(cells);
    return { name, isHidden: isHidden(tag), isAside: isAside(tag), list, row, gap: this.gap, level };
  }

  private openCell(row: Line[][]): void {
    this.flush(false);
    const cell: Line[] = [];
    row.push(cell);
    this.sinks.push(cell);
  }

  private leave(): void {
    const element = this.stack.at(-1);
    if (!element) return;
    const isCell = element.name === 'td' || element.name === 'th';
    if (isCell || element.name === 'tr' || blocks.has(element.name))
      this.flush(!isCell && element.row === null);
    this.stack.pop();
    if (element.name === 'li') this.mark = '';
    if (isCell && this.stack.at(-1)?.row) this.sinks.pop();
    if (element.row) this.endRow(rowLines(element.row), element.gap);
    this.count(element, -1);
  }

  private endRow([first, ...rest]: Line[], gap: boolean): void {
    const sink = this.sinks.at(-1);
    if (first) sink?.push({ ...first, gap });
    // One by one: a row may hold more lines than a call can take arguments.
    for (const line of rest) sink?.push(line);
    this.gap = first ? false : gap;
  }

  private count(element: Element, by: 1 | -1): void {
    if (element.isHidden) this.hidden += by;
    if (element.isAside) this.asides += by;
    if (element.name === 'pre') this.pre += by;
  }

  private endBefore(name: string): void {
    // A page may leave out the end of its head; the first thing that is shown ends it.
    if (this.stack.at(-1)?.name === 'head' && !ofHead.has(name)) this.leave();
    const rule = selfEnding[name];
    if (!rule) return;
    const at = this.stack.findLastIndex((one) => rule.closes.has(one.name) || rule.within.has(one.name));
    if (at >= 0 && rule.closes.has(this.stack[at]?.name ?? '')) while (this.stack.length > at) this.leave();
  }

  private flush(gap: boolean): void {
    const said = plainWords(this.run.join(''));
    this.run = [];
    const printed = this.pre > 0 ? said.split(/\r\n|[\r\n]/) : [said.replace(/[ \t\r\n\f]+/g, ' ')];
    for (const text of printed.map((line) => line.trim()).filter(Boolean)) {
      const indent = 2 * (this.stack.findLast(({ level }) => level > 0)?.level ?? 0);
      this.sinks.at(-1)?.push({ text: this.mark + text, indent, gap: this.gap, isAside: this.asides > 0 });
      this.mark = '';
      this.gap = false;
    }
    this.gap ||= gap;
  }
}

/** A row as one line, or where a cell holds a text of its own as the lines of its cells. */
function rowLines(cells: readonly Line[][]): Line[] {
  const filled = cells.filter((cell) => cell.length > 0);
  const first = filled[0]?.[0];
  if (!first || filled.length === 1 || filled.some(isText)) return filled.flat();
  const last = cells.findLastIndex((cell) => cell.length > 0);
  const text = cells
    .slice(0, last + 1)
    .map((cell) => cell.map((line) => line.text).join(' '))
    .join('\t');
  return [{ ...first, text: text.replace(/^\t+/, '') }];
}

function isText(cell: readonly Line[]): boolean {
  return cell.length > 3 || cell.reduce((length, { text }) => length + text.length, 0) > 600;
}
