import {
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';

/** An output type, taken apart once. `required` says that null may not stand there. */
export type Shape = LeafShape | ListShape | ObjectShape;

export interface LeafShape {
  kind: 'leaf';
  type: GraphQLLeafType;
  required: boolean;
}

export interface ListShape {
  kind: 'list';
  of: Shape;
  required: boolean;
}

/** An object of one type, or of one among several that is known when the object is. */
export interface ObjectShape {
  kind: 'object';
  type: GraphQLObjectType | GraphQLAbstractType;
  isAbstract: boolean;
  required: boolean;
}

export function shapeOf(type: GraphQLOutputType): Shape {
  const required = isNonNullType(type);
  const inner = required ? type.ofType : type;
  if (isListType(inner)) return { kind: 'list', of: shapeOf(inner.ofType), required };
  if (isLeafType(inner)) return { kind: 'leaf', type: inner, required };
  return { kind: 'object', type: inner as ObjectShape['type'], isAbstract: isAbstractType(inner), required };
}

/** The objects that a value of this shape is made of; null when it holds none. */
export function objectsIn(shape: Shape): ObjectShape | null {
  if (shape.kind === 'list') return objectsIn(shape.of);
  return shape.kind === 'object' ? shape : null;
}
