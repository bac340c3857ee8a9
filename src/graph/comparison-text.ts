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
import { Compiler } from './plan.js';
import { compileWanted } from './records.js';
import type { Selected } from './selection.js';
import type { Arguments } from './statement.js';
import { atRoot, rowsUnder } from './statement.js';
import { encodeWord, listText, type Write } from './text.js';

/** A place in the document where records are shown: the ids met there, then their texts. */
interface Place {
  readonly noun: Noun;
  readonly selected: Selected;
  readonly texts: Map<string, string>;
}

type WriteValue = Write<unknown, null>;

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
      return (items) => listText(items as unknown[], item, null);
    }
    const named = getNamedType(type);
    const noun = nounByType.get(named.name);
    if (noun) return this.record(noun, selected);
    if (isObjectType(named)) return this.object(named, selected);
    const word = encodeWord(named);
    return word ? (value) => word(String(value)) : (value) => JSON.stringify(value);
  }

  private object(type: GraphQLObjectType, selected: Selected): WriteValue {
    const write = this.compiler.object<unknown, null>(
      type,
      this.compiler.fieldsOf(selected, type),
      (field) => {
        const value = this.value(field.definition.type, field);
        return (from) => value((from as Record<string, unknown>)[field.name], null);
      },
    );
    return (from) => (from === null ? 'null' : write(from, null));
  }

  private record(noun: Noun, selected: Selected): WriteValue {
    const texts = new Map<string, string>();
    this.places.push({ noun, selected, texts });
    return (id) => {
      if (id === null) return 'null';
      const known = texts.get(id as string);
      if (known !== undefined) return known;
      texts.set(id as string, 'null');
      return 'null';
    };
  }
}

const parameterOf = (index: number) => `ids${index}`;

/** Reads the records of every place by one statement. */
async function readRecords(context: GraphContext, asked: Asked, places: readonly Place[]): Promise<void> {
  const ids = places.map(({ texts }) => [...texts.keys()]);
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
  found.forEach((records, index) => {
    for (const [place, text] of records) places[index]?.texts.set(ids[index]?.[place - 1] as string, text);
  });
}

/** The text of a comparison as it was asked for. */
export async function comparisonText(
  context: GraphContext,
  asked: Asked,
  comparison: Comparison | null,
): Promise<string> {
  if (!comparison) return 'null';
  const { places, write } = new ComparisonWriter(new Compiler(asked), asked.selected);
  // The first writing only meets the ids.
  write(comparison, null);
  if (places.some(({ texts }) => texts.size > 0)) await readRecords(context, asked, places);
  return write(comparison, null);
}
