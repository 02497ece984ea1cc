import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';
import { forCaller } from '../for-caller';
import { type ObjectShape, objectsIn, type Shape, shapeOf } from './shape';

/** What is asked of an object of one type: its fields in the order of the answer, fragments unfolded. */
export interface ObjectPlan {
  type: GraphQLObjectType;
  fields: readonly FieldPlan[];
  /** Whether it is all that the type has, under its own names and in its order: JSON of such an object is the answer. */
  isWhole: boolean;
}

/** The places in an operation that ask for one field: at least one. */
type Nodes = readonly [FieldNode, ...FieldNode[]];

/** One field of an answer. */
export interface FieldPlan {
  key: string;
  /** What is written in front of its value: comma, key and colon. */
  label: string;
  parentType: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  /** Every place in the operation that asks for it. */
  nodes: Nodes;
  shape: Shape;
  /** The objects in its value; null when it has none. */
  objects: ObjectShape | null;
  /** Its place among the fields of its object. */
  index: number;
}

/** What is asked of the objects of an operation, worked out for each type of object when it is first met. */
export class Plan {
  readonly root: ObjectPlan;
  private readonly below = new Map<FieldPlan, Map<GraphQLObjectType, ObjectPlan>>();

  /**
   * @param variables values of the variables that decide which fields are skipped; others are not looked at
   * @throws Error for an operation that this API has none of: a mutation
   * @throws GraphQLError with code BAD_USER_INPUT for a field skipped or included by null
   */
  constructor(
    readonly schema: GraphQLSchema,
    readonly operation: OperationDefinitionNode,
    readonly fragments: Record<string, FragmentDefinitionNode>,
    private readonly variables: Record<string, unknown>,
  ) {
    const type = schema.getRootType(operation.operation);
    if (!type || operation.operation === 'mutation')
      throw new Error(`Operation: this API has no ${operation.operation}`);
    const asked = forCaller(() => collectFields(schema, fragments, variables, type, operation.selectionSet));
    this.root = this.planFields(type, asked);
  }

  /**
   * What is asked of objects of this type in the value of a field.
   *
   * @throws GraphQLError with code BAD_USER_INPUT for a field skipped or included by null
   */
  of(field: FieldPlan, type: GraphQLObjectType): ObjectPlan {
    const known = this.below.get(field) ?? new Map<GraphQLObjectType, ObjectPlan>();
    this.below.set(field, known);
    const plan = known.get(type) ?? this.planFields(type, this.askedBelow(field, type));
    known.set(type, plan);
    return plan;
  }

  private askedBelow({ nodes }: FieldPlan, type: GraphQLObjectType): Map<string, readonly FieldNode[]> {
    return forCaller(() => collectSubfields(this.schema, this.fragments, this.variables, type, nodes));
  }

  private planFields(type: GraphQLObjectType, asked: Map<string, readonly FieldNode[]>): ObjectPlan {
    const fields: FieldPlan[] = [];
    for (const [key, nodes] of asked as Map<string, Nodes>) {
      const definition = this.definitionOf(type, nodes[0].name.value);
      if (!definition) continue;
      const index = fields.length;
      const label = `${index === 0 ? '' : ','}${JSON.stringify(key)}:`;
      const shape = shapeOf(definition.type);
      fields.push({ key, label, parentType: type, definition, nodes, shape, objects: objectsIn(shape), index });
    }
    const names = Object.keys(type.getFields());
    const isWhole =
      names.length === fields.length &&
      fields.every(({ key, definition, index }) => key === names[index] && key === definition.name);
    return { type, fields, isWhole };
  }

  /** Validation has refused what is not there. */
  private definitionOf(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
    if (type === this.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return type.getFields()[name];
  }
}
