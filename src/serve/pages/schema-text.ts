import { type GraphQLSchema, printSchema } from 'graphql';

/** The whole schema in its language, with descriptions: what `schema/schema.graphql` holds and the server serves. */
export function schemaText(schema: GraphQLSchema): string {
  return `${printSchema(schema)}\n`;
}
