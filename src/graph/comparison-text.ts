// Writes a comparison. Its rows hold ids; the records behind them, wherever they are selected, are read
// by one statement, and each is written once however many cells show it.
import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Comparison } from '../store/queries/comparison.js';
import { type Asked, answer } from './answer.js';
import type { GraphContext } from './context.js';
import type { Noun } from './noun.js';
import { nounByType } from './nouns.js';
import { compiledOf } from './operation.js';
import { Compiler } from './plan.js';
import { compileWanted } from './records.js';
import type { Selected } from './selection.js';
import type { Arguments } from './statement.js';
import { atRoot, rowsUnder } from './statement.js';
import { encodeWord, listText, type Write } from './text.js';

/** A place in the document where records are shown. */
interface Place {
  readonly noun: Noun;
  readonly selected: Selected;
}

/** What was written so far, each once however many cells show it. */
class Written {
  /** By place: the ids met there, then the texts of their records. */
  readonly records: readonly Map<string, string>[];
  private readonly evidence = new Map<WriteValue, Map<unknown, string>>();

  constructor(records: readonly Map<string, string>[]) {
    this.records = records;
  }

  once(write: WriteValue, item: unknown): string {
    const texts = this.evidence.get(write) ?? new Map<unknown, string>();
    this.evidence.set(write, texts);
    const text = texts.get(item) ?? whole(write(item, this));
    texts.set(item, text);
    return text;
  }
}

type WriteValue = Write<unknown, Written>;

// A text put together is a tree of its pieces until it is looked into. One that is shown often is better made
// one piece, or each time it is sent its pieces are gathered again.
function whole(text: string): string {
  text.charCodeAt(0);
  return text;
}

/** What a comparison selects, compiled: what writes it, and the places it takes records from. */
class ComparisonWriter {
  readonly places: Place[] = [];
  readonly write: WriteValue;

  constructor(
    private readonly compiler: Compiler,
    selected: Selected,
  ) {
    this.write = this.value(selected.definition.type, selected);
  }

  private value(type: GraphQLOutputType, selected: Selected): WriteValue {
    if (isNonNullType(type)) return this.value(type.ofType, selected);
    if (isListType(type)) {
      const item = this.value(type.ofType, selected);
      return (items, written) => listText(items as unknown[], item, written);
    }
    const named = getNamedType(type);
    const noun = nounByType.get(named.name);
    if (noun) return this.record(noun, selected);
    if (isObjectType(named)) return this.object(named, selected);
    const word = encodeWord(named);
    return word ? (value) => word(String(value)) : (value) => JSON.stringify(value);
  }

  private object(type: GraphQLObjectType, selected: Selected): WriteValue {
    const write = this.compiler.object<unknown, Written>(
      type,
      this.compiler.fieldsOf(selected, type),
      (field) => {
        const value = this.value(field.definition.type, field);
        return (from, written) => value((from as Record<string, unknown>)[field.name], written);
      },
    );
    if (type.name === 'Evidence') return (from, written) => written.once(write, from);
    return (from, written) => (from === null ? 'null' : write(from, written));
  }

  private record(noun: Noun, selected: Selected): WriteValue {
    const index = this.places.push({ noun, selected }) - 1;
    return (id, { records }) => {
      if (id === null) return 'null';
      const texts = records[index] as Map<string, string>;
      const known = texts.get(id as string);
      if (known !== undefined) return known;
      texts.set(id as string, 'null');
      return 'null';
    };
  }
}

const parameterOf = (index: number) => `ids${index}`;

/** Reads the records of every place by one statement, in place of their ids. */
async function readRecords(
  context: GraphContext,
  asked: Asked,
  places: readonly Place[],
  met: Written['records'],
): Promise<Written['records']> {
  const ids = met.map((texts) => [...texts.keys()]);
  const given: Arguments = Object.fromEntries(ids.map((each, index) => [parameterOf(index), each]));
  const found = await answer(
    context,
    asked,
    (compiler) => {
      const wanted = places.map(({ noun, selected }, index) => {
        const list = compiler.statement.parameter('text[]', (bound) => bound[0]?.[parameterOf(index)]);
        return compileWanted(compiler, selected, noun, `unnest(${list}) WITH ORDINALITY w(id, i)`);
      });
      return (answered) =>
        wanted.map(({ level, place, object }) =>
          rowsUnder(answered, level.part, atRoot).map(
            (row) => [Number(place(row)), object(row, answered)] as const,
          ),
        );
    },
    given,
    'records of a comparison',
  );
  return found.map(
    (records, index) => new Map(records.map(([place, text]) => [ids[index]?.[place - 1] as string, text])),
  );
}

/** The text of a comparison as it was asked for. */
export async function comparisonText(
  context: GraphContext,
  asked: Asked,
  comparison: Comparison | null,
): Promise<string> {
  if (!comparison) return 'null';
  const { places, write } = compiledOf(
    asked,
    `${asked.path}|comparison`,
    () => new ComparisonWriter(new Compiler(asked), asked.selected),
  );
  // The first writing only meets the ids.
  const met = new Written(places.map(() => new Map()));
  const text = write(comparison, met);
  if (met.records.every(({ size }) => size === 0)) return text;
  return write(comparison, new Written(await readRecords(context, asked, places, met.records)));
}
