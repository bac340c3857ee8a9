// The planner: compiles what a root field selects into one SQL statement and a writer of its answer.
// To-one records are joins, lists are levels of their own; the answer is text, written from the rows.
import { createHash } from 'node:crypto';
import { type GraphQLObjectType, getNamedType } from 'graphql';
import { compileConnection, type Hanging } from './connection.js';
import type { FieldMap, Link, OneField } from './field.js';
import { Level } from './level.js';
import { type Noun, nounOf } from './noun.js';
import { orderSql } from './order.js';
import { type Document, isTypeName, type Selected, select } from './selection.js';
import {
  type Answer,
  type Arguments,
  type Bound,
  numberOf,
  type Row,
  rowsUnder,
  type Site,
  Statement,
  type WriteRow,
} from './statement.js';
import { encoderOf, listText, objectOfMembers, type Write } from './text.js';

/** A compiled field: one statement, and how its answer is written from the rows. */
export interface Plan<T> {
  readonly name: string;
  readonly sql: string;
  bind(variables: Readonly<Record<string, unknown>>, given: Arguments): Bound;
  values(bound: Bound): unknown[];
  write(rows: readonly Row[], bound: Bound): T;
}

/** The member that says the type of a record which is read back; no response key can be it. */
export const typeKey = ' type';

/** A statement in the making together with the document it answers. */
export class Compiler {
  readonly statement: Statement;

  constructor(readonly document: Document) {
    this.statement = new Statement(document.variables);
  }

  /** Notes a field's arguments as part of the statement. */
  siteOf(selected: Selected): Site {
    const [node] = selected.nodes;
    if (!node) throw new Error(`${selected.key} is written nowhere`);
    return this.statement.site(selected.definition, node);
  }

  /** What is selected of the object a field answers, or of one type it may be. */
  fieldsOf(
    selected: Selected,
    type = getNamedType(selected.definition.type) as GraphQLObjectType,
  ): Selected[] {
    return select(this.document, type, selected.nodes);
  }

  /** The published type of a noun. */
  typeOf(noun: Noun): GraphQLObjectType {
    return this.document.schema.getType(noun.type) as GraphQLObjectType;
  }

  /** Writes an object of a type: every selected field in its place. */
  object<From, All = Answer>(
    type: GraphQLObjectType,
    fields: readonly Selected[],
    compile: (field: Selected) => Write<From, All>,
  ): Write<From, All> {
    const name = JSON.stringify(type.name);
    return objectOfMembers([
      ...(this.document.isReadBack ? ([[typeKey, name]] as const) : []),
      ...fields.map((field) => [field.key, isTypeName(field) ? name : compile(field)] as const),
    ]);
  }

  /** Ends the statement; `write` answers the field. */
  finish<T>(write: (answer: Answer) => T): Plan<T> {
    const { statement } = this;
    const sql = statement.sql();
    return {
      sql,
      name: createHash('sha256').update(sql).digest('base64url').slice(0, 32),
      bind: (variables, given) => statement.bind(variables, given),
      values: (bound) => statement.values(bound),
      write: (rows, bound) => write(statement.answer(rows, bound)),
    };
  }
}

/** Compiles the object of a noun that stands at an alias of a level. */
export function objectOf(
  compiler: Compiler,
  level: Level,
  alias: string,
  noun: Noun,
  selected: Selected,
): WriteRow {
  const type = compiler.typeOf(noun);
  return compiler.object(type, compiler.fieldsOf(selected, type), (field) => {
    const map = noun.fields.get(field.name);
    if (!map) throw new Error(`${noun.type}.${field.name} is published without a place to read it from`);
    return compileField(compiler, level, alias, noun, field, map);
  });
}

function compileField(
  compiler: Compiler,
  level: Level,
  alias: string,
  noun: Noun,
  selected: Selected,
  map: FieldMap,
): WriteRow {
  if (map.is === 'column') {
    return level.value(map.sql(alias), map.kind, encoderOf(map.kind, getNamedType(selected.definition.type)));
  }
  if (map.is === 'one') return compileOne(compiler, level, alias, selected, map);
  if (map.is === 'values') return compileValues(compiler, level, alias, map.rows);
  const to = nounOf(map.to());
  if (map.is === 'list') return compileList(compiler, level, alias, to, map.link, selected);
  const { beside, everything } = map;
  const hanging: Hanging = {
    ...hang(level, alias, map.link),
    ...(beside
      ? {
          beside: (field) =>
            compileField(compiler, level, alias, noun, field, noun.fields.get(beside) as FieldMap),
        }
      : {}),
  };
  return compileConnection(compiler, selected, to, { everything, hanging });
}

function compileOne(
  compiler: Compiler,
  level: Level,
  alias: string,
  selected: Selected,
  map: OneField,
): WriteRow {
  const to = nounOf(map.to());
  const type = compiler.typeOf(to);
  const fields = compiler.fieldsOf(selected, type);
  // A reference is the id: where nothing else is selected, the record need not be looked up.
  const isReference = fields.every((field) => field.name === 'id' || isTypeName(field));
  const target = isReference ? null : level.join(alias, selected.name, map);
  const id = target ? `${target}.id` : map.key(alias);
  const present = level.raw(id, 'text');
  const object = target
    ? objectOf(compiler, level, target, to, selected)
    : compiler.object<Row>(type, fields, () => level.value(id, 'text', JSON.stringify));
  return (row, answer) => (present(row) === null ? 'null' : object(row, answer));
}

function hang(parent: Level, alias: string, { from, on }: Link): Hanging {
  return { parent, on: (target) => on(target, parent.key(`${alias}.${from}`)) };
}

function compileList(
  compiler: Compiler,
  parent: Level,
  alias: string,
  to: Noun,
  link: Link,
  selected: Selected,
): WriteRow {
  const level = new Level(compiler.statement, to, { parent });
  level.conditions.push(link.on(level.alias, parent.key(`${alias}.${link.from}`)));
  level.order = orderSql(to.order, level.alias);
  const object = objectOf(compiler, level, level.alias, to, selected);
  return (row, answer) => listText(rowsUnder(answer, level.part, numberOf(row)), object, answer);
}

function compileValues(
  compiler: Compiler,
  parent: Level,
  alias: string,
  rows: (key: string) => string,
): WriteRow {
  const key = parent.key(`${alias}.id`);
  const level = new Level(compiler.statement, parent.noun, {
    parent,
    from: (name) => `(${rows(key)}) ${name}`,
  });
  const value = level.value(`${level.alias}.value`, 'text', JSON.stringify);
  return (row, answer) => listText(rowsUnder(answer, level.part, numberOf(row)), value, answer);
}
