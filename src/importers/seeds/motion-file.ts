// One motion's YAML file as a document: what it says, where each part of it stands, and the id that
// its place and name give it. Renaming a file is removing one record and making another.
import { isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import { amendmentId, councilId, motionId } from '../../domain/ids.js';
import type { Fault } from '../../errors.js';
import type { Path } from './validate.js';

/** Who the file's name says the motion is. */
export interface MotionIdentity {
  readonly id: string;
  readonly council: string;
  /** As far as the name states it: 2023-03-22, 2023-03, 2023 or null. */
  readonly date: string | null;
  readonly amends: string | null;
}

const name =
  /^motions\/([a-z0-9-]+)\/(undated|\d{4}(?:-\d{2}(?:-\d{2})?)?)-([a-z0-9-]+)(?:\.amendment-([a-z0-9-]+))?\.yaml$/;

/** The motion a file name stands for, or null where the name has another form. */
export function identify(file: string): MotionIdentity | null {
  const [, place, day, slug, letter] = name.exec(file) ?? [];
  if (!place || !day || !slug) return null;
  const council = councilId(place);
  const date = day === 'undated' ? null : day;
  const motion = motionId(council, date, slug);
  return letter
    ? { id: amendmentId(motion, letter), council, date, amends: motion }
    : { id: motion, council, date, amends: null };
}

/** A YAML document that knows its lines. */
export interface YamlFile {
  readonly value: unknown;
  readonly faults: Fault[];
  /** The line of a part, or of the nearest part above it that is there. */
  lineOf(path: Path): number;
  /** Whether a part is there. */
  has(path: Path): boolean;
}

/** Parses YAML; a duplicate key or broken syntax is a fault with its line. */
export function readYaml(file: string, text: string): YamlFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const faults = [...document.errors, ...document.warnings].map((error): Fault => {
    const line = counter.linePos(error.pos[0]).line;
    return { expected: 'well-formed YAML', got: error.message, at: { file, line } };
  });
  const lineAt = (node: unknown) =>
    isNode(node) && node.range ? counter.linePos(node.range[0]).line : undefined;
  const lineOf = (path: Path): number => {
    if (path.length === 0) return lineAt(document.contents) ?? 1;
    const parent = document.getIn(path.slice(0, -1), true);
    const key = path.at(-1);
    const items: unknown[] =
      parent && typeof parent === 'object' && 'items' in parent ? (parent.items as []) : [];
    const pair = items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
    const node = isPair(pair) ? pair.key : document.getIn(path, true);
    return lineAt(node) ?? lineOf(path.slice(0, -1));
  };
  const has = (path: Path) => document.hasIn(path);
  return { value: faults.length > 0 ? null : document.toJS(), faults, lineOf, has };
}
