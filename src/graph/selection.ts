// What a request selects of one concrete type: fragments opened, skipped parts left out, and fields of
// one response key merged, as the GraphQL specification's CollectFields does.
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';

/** The document around a field: what is needed to read its selection. */
export interface Document {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether graphql-js reads the written answer back, and has to learn the type of each object from it. */
  readonly isReadBack?: boolean;
}

/** One field of the answer: its response key, its definition and everywhere it is written. */
export interface Selected {
  readonly key: string;
  readonly name: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

function isLeftOut(document: Document, node: SelectionNode): boolean {
  if (!node.directives?.length) return false;
  const { variables } = document;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return true;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false;
}

function applies(document: Document, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = document.schema.getType(condition);
  return isAbstractType(named) && document.schema.isSubType(named, type);
}

type Found = Map<string, FieldNode[]>;

function collect(
  document: Document,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  found: Found,
  seen: Set<string>,
) {
  for (const node of set.selections) {
    if (isLeftOut(document, node)) continue;
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      found.set(key, [...(found.get(key) ?? []), node]);
    } else if (node.kind === Kind.INLINE_FRAGMENT) {
      if (applies(document, type, node.typeCondition?.name.value))
        collect(document, type, node.selectionSet, found, seen);
    } else if (!seen.has(node.name.value)) {
      seen.add(node.name.value);
      const fragment = document.fragments[node.name.value];
      if (fragment && applies(document, type, fragment.typeCondition.name.value)) {
        collect(document, type, fragment.selectionSet, found, seen);
      }
    }
  }
}

/** A place that selects something of an object. */
interface Selecting {
  readonly selectionSet?: SelectionSetNode | undefined;
}

const metaFields = new Map(
  [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].map((each) => [each.name, each]),
);

/** Whether a field asks for the name of its type. */
export const isTypeName = ({ definition }: Selected): boolean => definition === TypeNameMetaFieldDef;

/** The fields selected on a type by all the places that select one object. */
export function select(document: Document, type: GraphQLObjectType, nodes: readonly Selecting[]): Selected[] {
  const found: Found = new Map();
  const seen = new Set<string>();
  for (const { selectionSet } of nodes) {
    if (selectionSet) collect(document, type, selectionSet, found, seen);
  }
  const fields = type.getFields();
  return [...found].flatMap(([key, places]) => {
    const name = places[0]?.name.value ?? '';
    const definition = metaFields.get(name) ?? fields[name];
    return definition ? [{ key, name, definition, nodes: places }] : [];
  });
}
