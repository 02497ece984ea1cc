import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { Plan } from './plan';

/** Ways of skipping fields of one operation whose plans are kept: with this many it takes some 270 bytes for each character of its text. */
const MOST_WAYS = 8;

interface Prepared {
  fragments: Record<string, FragmentDefinitionNode>;
  /** The variables that decide which fields are skipped. */
  deciding: readonly string[];
  plans: LRUCache<string, Plan>;
}

const prepared = new WeakMap<OperationDefinitionNode, Prepared>();

/**
 * The plan of an operation: one for each way in which its variables skip fields, made when it is first met and kept as long
 * as the operation is.
 *
 * @param variables coerced
 */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Plan {
  const known = prepared.get(operation) ?? prepare(document);
  prepared.set(operation, known);
  const way = JSON.stringify(known.deciding.map((name) => variables[name]));
  const plan = known.plans.get(way) ?? new Plan(schema, operation, known.fragments, variables);
  known.plans.set(way, plan);
  return plan;
}

function prepare(document: DocumentNode): Prepared {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  const deciding = new Set<string>();
  visit(document, {
    Directive: (directive) => visit(directive, { Variable: ({ name }) => void deciding.add(name.value) }) && undefined,
  });
  return { fragments, deciding: [...deciding], plans: new LRUCache({ max: MOST_WAYS }) };
}
