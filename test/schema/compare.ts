import { type Change, ChangeType, CriticalityLevel, DiffRule, diff, type Rule } from '@graphql-inspector/core';
import {
  buildSchema,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredInputField,
} from 'graphql';

/** What became of a schema, a sentence each: what breaks operations of the one before, and what their clients may notice. */
export interface Comparison {
  breaking: string[];
  dangerous: string[];
}

/**
 * Compares two schemas in their language. What was deprecated in the one before may go: that is no breaking change then.
 *
 * @throws GraphQLError when one of them is no valid schema
 */
export async function compare(before: string, now: string): Promise<Comparison> {
  const rules = [DiffRule.suppressRemovalOfDeprecatedField, deprecatedArgumentMayGo, defaultMayNotGo];
  const changes = await diff(buildSchema(before), buildSchema(now), rules);
  const saying = (level: CriticalityLevel) =>
    changes
      .filter(({ criticality }) => criticality.level === level)
      .map(({ path, message }) => `${path ?? 'schema'}: ${message}`);
  return { breaking: saying(CriticalityLevel.Breaking), dangerous: saying(CriticalityLevel.Dangerous) };
}

/** The library lets fields, values and input fields go that were deprecated, but not arguments. */
const deprecatedArgumentMayGo: Rule = ({ changes, oldSchema }) =>
  changes.map((change) =>
    change.type === ChangeType.FieldArgumentRemoved && argumentAt(oldSchema, change.path)?.deprecationReason != null
      ? as(change, CriticalityLevel.Dangerous)
      : change,
  );

/** A value that may not be null must be given once its default is gone, which the library calls another default. */
const defaultMayNotGo: Rule = ({ changes, newSchema }) =>
  changes.map((change) => {
    const of =
      change.type === ChangeType.FieldArgumentDefaultChanged
        ? argumentAt(newSchema, change.path)
        : change.type === ChangeType.InputFieldDefaultValueChanged
          ? inputFieldAt(newSchema, change.path)
          : undefined;
    return of && isRequiredInputField(of) ? as(change, CriticalityLevel.Breaking) : change;
  });

const as = (change: Change, level: CriticalityLevel): Change => ({
  ...change,
  criticality: { ...change.criticality, level },
});

function argumentAt(schema: GraphQLSchema | null, path = '') {
  const [typeName = '', fieldName = '', name] = path.split('.');
  const type = schema?.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  return type.getFields()[fieldName]?.args.find((argument) => argument.name === name);
}

function inputFieldAt(schema: GraphQLSchema | null, path = '') {
  const [typeName = '', name = ''] = path.split('.');
  const type = schema?.getType(typeName);
  return isInputObjectType(type) ? type.getFields()[name] : undefined;
}
