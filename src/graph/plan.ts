// The planner: compiles what a root field selects into one SQL statement and a reader of its rows.
// To-one records are joins, lists are levels of their own; resolvers below the root only read properties.
import { createHash } from 'node:crypto';
import { type GraphQLObjectType, getNamedType } from 'graphql';
import { Assembled } from './assembled.js';
import { compileConnection, type Hanging } from './connection.js';
import type { FieldMap, Link } from './field.js';
import { Level } from './level.js';
import { kindOf } from './node.js';
import { type Noun, nounOf } from './noun.js';
import { orderSql } from './order.js';
import { type Document, type Selected, select } from './selection.js';
import {
  type Arguments,
  type Bound,
  numberOf,
  type Read,
  type Row,
  rowsUnder,
  type Site,
  Statement,
} from './statement.js';

/** A compiled field: one statement, and how to answer from its rows. */
export interface Plan {
  readonly name: string;
  readonly sql: string;
  bind(variables: Readonly<Record<string, unknown>>, given: Arguments): Bound;
  values(bound: Bound): unknown[];
  read(rows: readonly Row[], bound: Bound): unknown;
}

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

  /** Ends the statement; `read` answers the root field. */
  finish(read: Read): Plan {
    const { statement } = this;
    const sql = statement.sql();
    return {
      sql,
      name: createHash('sha256').update(sql).digest('base64url').slice(0, 32),
      bind: (variables, given) => statement.bind(variables, given),
      values: (bound) => statement.values(bound),
      read: (rows, bound) => read([], statement.answer(rows, bound)),
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
): Read {
  const fields = compiler.fieldsOf(selected, compiler.typeOf(noun)).map((field) => {
    const map = noun.fields.get(field.name);
    if (!map) throw new Error(`${noun.type}.${field.name} is published without a place to read it from`);
    return [field.key, compileField(compiler, level, alias, noun, field, map)] as const;
  });
  return (row, answer) => {
    const made = new Assembled();
    made[kindOf] = noun.type;
    for (const [key, read] of fields) made[key] = read(row, answer);
    return made;
  };
}

function compileField(
  compiler: Compiler,
  level: Level,
  alias: string,
  noun: Noun,
  selected: Selected,
  map: FieldMap,
): Read {
  if (map.is === 'column') return level.value(map.sql(alias), map.kind);
  if (map.is === 'one') {
    const to = nounOf(map.to());
    const target = level.join(alias, selected.name, map);
    const present = level.raw(`${target}.id`, 'text');
    const object = objectOf(compiler, level, target, to, selected);
    return (row, answer) => (present(row) === null ? null : object(row, answer));
  }
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
): Read {
  const level = new Level(compiler.statement, to, { parent });
  level.conditions.push(link.on(level.alias, parent.key(`${alias}.${link.from}`)));
  level.order = orderSql(to.order, level.alias);
  const object = objectOf(compiler, level, level.alias, to, selected);
  return (row, answer) => rowsUnder(answer, level.part, numberOf(row)).map((item) => object(item, answer));
}

function compileValues(
  compiler: Compiler,
  parent: Level,
  alias: string,
  rows: (key: string) => string,
): Read {
  const key = parent.key(`${alias}.id`);
  const level = new Level(compiler.statement, parent.noun, {
    parent,
    from: (name) => `(${rows(key)}) ${name}`,
  });
  const value = level.value(`${level.alias}.value`, 'text');
  return (row, answer) => rowsUnder(answer, level.part, numberOf(row)).map((item) => value(item, answer));
}
