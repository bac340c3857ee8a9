// The root fields every noun has: one record by id, and all records as a connection.
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { answer, argumentsOf, type Compile } from './answer.js';
import { compileConnection } from './connection.js';
import type { GraphContext } from './context.js';
import type { TypeClass } from './field.js';
import { listingOf } from './listing.js';
import type { Noun } from './noun.js';
import { nouns } from './nouns.js';
import { recordsOf } from './records.js';
import { readRoot, type WriteRoot, writeRoot } from './root.js';

/** `MotionEvent` → `motion event`. */
const spoken = (noun: Noun) => noun.type.replace(/(?<=.)[A-Z]/g, ' $&').toLowerCase();

function addRoot(owner: TypeClass, name: string, write: WriteRoot): void {
  writeRoot(name, write);
  const value = (_args: unknown, context: GraphContext, info: GraphQLResolveInfo) => readRoot(context, info);
  Object.defineProperty(owner.prototype, name, { value });
  Ctx()(owner.prototype, name, 1);
  Info()(owner.prototype, name, 2);
}

function addOne(owner: TypeClass, noun: Noun, name: string): void {
  addRoot(owner, name, async (context, asked) => {
    const [record = 'null'] = await recordsOf(context, asked, noun, [String(argumentsOf(asked).id)]);
    return record;
  });
  const description = `One ${spoken(noun)} by its id, or by an id it had before a merge; null where there is none.`;
  Query(() => noun.target, { nullable: true, description })(owner.prototype, name, {});
  Arg('id', () => ID, { description: 'Its id.' })(owner.prototype, name, 0);
}

function addMany(owner: TypeClass, noun: Noun, name: string): void {
  const listing = listingOf(noun);
  addRoot(owner, name, (context, asked) => answer(context, asked, compileList(noun)));
  const description = `All records of this kind. ${noun.about}`;
  Query(() => listing.connection, { description })(owner.prototype, name, {});
  Args(() => listing.args)(owner.prototype, name, 0);
}

const compileList =
  (noun: Noun): Compile<string> =>
  (compiler, selected) => {
    const write = compileConnection(compiler, selected, noun);
    return (answered) => write([], answered);
  };

/** Makes the resolver class of a noun's root fields. */
function makeRoots(noun: Noun): TypeClass {
  const owner = class {};
  Resolver()(owner);
  if (noun.options.one) addOne(owner, noun, noun.options.one);
  if (noun.options.many) addMany(owner, noun, noun.options.many);
  return owner;
}

/** The resolver classes of all nouns; the nouns are published before. */
export const makeNounRoots = (): TypeClass[] => nouns.map(makeRoots);
