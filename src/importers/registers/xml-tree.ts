// An XML file as a tree that knows its lines. The tokenizer is lenient; what it had to mend (an element
// that is never closed, as in a file that was cut off) is told, and no entity of the file is expanded.
import { Parser } from 'htmlparser2';
import type { Fault, Place } from '../../errors.js';
import { plainWords } from '../html/entities.js';
import { type InputFile, wholeText } from '../input-file.js';

/** An element: its name in lower case, its attributes, its own text and what stands in it. */
export interface Element {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: Element[];
}

/** Reads an XML file whole. */
export async function readXml(file: InputFile): Promise<{ root?: Element; fault?: Fault & { at: Place } }> {
  const text = await wholeText(file);
  const top: Element = { name: '', line: 1, attributes: {}, text: '', children: [] };
  const open: Element[] = [top];
  let broken: string | null = null;
  const lineAt = lineCounter(text);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element: Element = {
          name: name.toLowerCase(),
          line: lineAt(parser.startIndex),
          attributes,
          text: '',
          children: [],
        };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (data) => {
        const element = open.at(-1);
        if (element) element.text += data;
      },
      onclosetag: (name, isImplied) => {
        // The parser calls a tag that closes itself implied too; in the text it ends in a slash.
        const closesItself = text.slice(parser.endIndex - 1, parser.endIndex + 1) === '/>';
        if (isImplied && !closesItself) broken ??= `${name} is never closed`;
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  const [root] = top.children;
  if (broken !== null || !root) {
    const at = { file: file.name, line: lineAt(text.length) };
    return { fault: { expected: 'well-formed XML', got: broken ?? 'no element', at } };
  }
  return { root };
}

/** Lines of growing places in a text. */
function lineCounter(text: string): (place: number) => number {
  let at = 0;
  let line = 1;
  return (place) => {
    for (; at < place; at += 1) if (text.charCodeAt(at) === 10) line += 1;
    return line;
  };
}

/** All elements of a name, at any depth, in the order of the file. */
export function elements(within: Element, name: string): Element[] {
  return within.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elements(child, name),
  ]);
}

/** The words of a child element, without a second layer of entities; undefined where there are none. */
export function childText(of: Element, ...names: readonly string[]): string | undefined {
  const child = of.children.find(({ name }) => names.includes(name));
  const words = plainWords(child?.text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? undefined : words;
}

/** The text of a child element as it stands. */
export function childMarkup(of: Element, name: string): string {
  return of.children.find((child) => child.name === name)?.text ?? '';
}
