import { buildClientSchema, getIntrospectionQuery, printSchema, validateSchema, version } from 'graphql17';
import { introspect } from './introspect';

const schema = buildClientSchema(
  await introspect(
    getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
  ),
);
console.log(JSON.stringify({ version, problems: validateSchema(schema), sdl: printSchema(schema) }));
