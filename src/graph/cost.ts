// The cost of an operation, computed before it runs: a point for every object it can answer with, where
// a page counts as many as it asks for and a short list as many as its noun expects. Fragments are
// measured once each, so a document cannot make the measuring itself expensive.
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isLeafType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { prices } from './limits.js';
import { nounByType } from './nouns.js';
import { pageSize } from './page.js';
import type { Arguments } from './statement.js';

/** What an operation asks for: its points, and the records it can answer with. */
export interface Cost {
  readonly cost: number;
  readonly nodes: number;
}

/** What a field's size depends on outside itself: the page it lists, the matrix it fills. */
interface Around {
  readonly page: number;
  readonly rows: number;
  readonly cells: number;
}

/** A document with what is needed to measure it. */
export interface Measured {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

const nothing: Cost = { cost: 0, nodes: 0 };
const add = (a: Cost, b: Cost): Cost => ({ cost: a.cost + b.cost, nodes: a.nodes + b.nodes });

const isConnection = (type: GraphQLNamedType): boolean => type.name.endsWith('Connection');

function aroundOf(
  parent: GraphQLNamedType,
  field: string,
  type: GraphQLNamedType,
  args: Arguments,
  around: Around,
): Around {
  if (isConnection(type)) return { ...around, page: pageSize(args) };
  if (parent.name !== 'Query' || field !== 'compare') return around;
  const { councils, recommendations } = args as { councils?: unknown[]; recommendations?: unknown[] };
  return {
    ...around,
    rows: recommendations?.length ?? prices.comparisonRows,
    cells: councils?.length ?? prices.comparisonCells,
  };
}

const comparisonSizes: Record<string, (around: Around) => number> = {
  'Comparison.rows': ({ rows }) => rows,
  'Comparison.councils': ({ cells }) => cells,
  'Comparison.coverage': ({ cells }) => cells,
  'ComparisonRow.cells': ({ cells }) => cells,
  'Position.evidence': () => prices.evidence,
  'ComparisonCell.proposed': () => prices.evidence,
  'ComparisonCell.related': () => prices.evidence,
  'ComparisonCell.suggested': () => prices.evidence,
};

function sizeOf(parent: GraphQLNamedType, field: string, args: Arguments, around: Around): number {
  if (isConnection(parent) && (field === 'nodes' || field === 'edges')) return around.page;
  if (field === 'nodes' && Array.isArray(args.ids)) return args.ids.length;
  const map = nounByType.get(parent.name)?.fields.get(field);
  if (map?.is === 'list') return map.size;
  if (parent.name === 'Sourced' && field === 'sources') return 2;
  return comparisonSizes[`${parent.name}.${field}`]?.(around) ?? 1;
}

const isSearch = (field: string, args: Arguments): boolean =>
  field === 'search' || (args.search !== undefined && args.search !== null);

function costOfField(node: FieldNode, parent: GraphQLNamedType, around: Around, measure: Measure): Cost {
  const name = node.name.value;
  if (!('getFields' in parent) || name.startsWith('__')) return nothing;
  const definition = (parent as GraphQLObjectType).getFields()[name];
  if (!definition) return nothing;
  const type = getNamedType(definition.type);
  if (isLeafType(type)) return name === 'totalCount' ? { cost: prices.totalCount, nodes: 0 } : nothing;
  const args = getArgumentValues(definition, node, measure.variables);
  const within = node.selectionSet
    ? measure.set(node.selectionSet, type, aroundOf(parent, name, type, args, around))
    : nothing;
  const size = sizeOf(parent, name, args, around);
  const isRecord = nounByType.has(type.name) || type.name === 'Node' || type.name === 'SearchResult';
  const searched = isSearch(name, args) ? prices.search : 0;
  return { cost: size * (1 + within.cost) + searched, nodes: size * ((isRecord ? 1 : 0) + within.nodes) };
}

class Measure {
  private readonly known = new Map<string, Cost>();

  constructor(private readonly measured: Measured) {}

  get variables() {
    return this.measured.variables;
  }

  set(set: SelectionSetNode, type: GraphQLNamedType, around: Around): Cost {
    return set.selections
      .map((node) => {
        if (node.kind === Kind.FIELD) return costOfField(node, type, around, this);
        if (node.kind === Kind.FRAGMENT_SPREAD) return this.fragment(node.name.value, around);
        const condition = node.typeCondition
          ? this.measured.schema.getType(node.typeCondition.name.value)
          : type;
        return isCompositeType(condition) ? this.set(node.selectionSet, condition, around) : nothing;
      })
      .reduce(add, nothing);
  }

  private fragment(name: string, around: Around): Cost {
    const key = `${name} ${around.page} ${around.rows} ${around.cells}`;
    const fragment = this.measured.fragments[name];
    const type = fragment && this.measured.schema.getType(fragment.typeCondition.name.value);
    if (!fragment || !isCompositeType(type)) return nothing;
    const cost = this.known.get(key) ?? this.set(fragment.selectionSet, type, around);
    this.known.set(key, cost);
    return cost;
  }
}

/** What an operation costs. Refuses a page that is out of range. */
export function costOf(measured: Measured, set: SelectionSetNode): Cost {
  const query = measured.schema.getQueryType();
  if (!isObjectType(query)) throw new Error('the schema has no queries');
  const around = { page: 1, rows: prices.comparisonRows, cells: prices.comparisonCells };
  return new Measure(measured).set(set, query, around);
}
