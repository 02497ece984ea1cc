import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLAbstractType,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { execute } from '../../src/execute/execute';
import { writeJson } from '../../src/execute/json/write-json';
import { Failure } from '../../src/execute/levels/failure';
import { Frame } from '../../src/execute/levels/frame';
import { resolveLevels } from '../../src/execute/levels/resolve-levels';
import type { ObjectPlan, Plan } from '../../src/execute/plan/plan';
import { planOf } from '../../src/execute/plan/plan-of';
import type { Shape } from '../../src/execute/plan/shape';
import { buildSchema } from '../../src/resolve/schema';
import { contextOf } from '../support/context';
import { inColumns, readRoomReadme } from '../support/room-readme';
import { ROOT } from '../support/root';
import { openSeededStore, type TestStore } from '../support/store';

const { example, stages, length, links, lostLinks } = readRoomReadme('execute');
const schema = buildSchema();
const document = parse(example);
const operation = getOperationAST(document) as OperationDefinitionNode;
const { coerced: variableValues = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], {});
const plan = planOf(schema, document, operation, variableValues);

let store: TestStore;
beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());

const unhindered = { pause: () => Promise.resolve(), mostCharacters: Number.POSITIVE_INFINITY };
const given = () => ({ variableValues, contextValue: contextOf(store), rootValue: undefined, ...unhindered });

/** What is asked of an object, with all that is below it, each a level deeper. */
function outline(of: Plan, object: ObjectPlan, depth = 0): { object: ObjectPlan; depth: number }[] {
  const below = object.fields.flatMap((field) => {
    if (field.objects === null) return [];
    const { type, isAbstract } = field.objects;
    const types = isAbstract ? of.schema.getPossibleTypes(type as GraphQLAbstractType) : [type];
    return types.map((possible) => of.of(field, possible as ObjectPlan['type']));
  });
  return [{ object, depth }, ...below.flatMap((next) => outline(of, next, depth + 1))];
}

const indented = (depth: number, ...words: readonly string[]): string => '  '.repeat(depth) + words.join(' ');

/** A type as the schema language writes it. */
function typeIn(shape: Shape): string {
  return `${shape.kind === 'list' ? `[${typeIn(shape.of)}]` : shape.type.name}${shape.required ? '!' : ''}`;
}

const planned = ({ type, fields }: ObjectPlan): string =>
  `${type.name} {${fields.map(({ label, shape }) => `${label} ${typeIn(shape)}`).join('')}}`;

/** A value as it stands in a frame: other frames by their type, a failure without its reason. */
function standing(value: unknown): string {
  if (value instanceof Frame) return value.plan.type.name;
  if (value instanceof Failure) return 'Failure';
  return Array.isArray(value) ? `[${value.map(standing).join(', ')}]` : JSON.stringify(value);
}

/** An answer with a line for each object of its longest list. */
const broken = (json: string): string => json.replaceAll('},{', '},\n{');

describe('the README of execute', () => {
  it('shows the plan of its operation', () => {
    const lines = outline(plan, plan.root).map(({ object, depth }) => indented(depth, planned(object)));
    expect(stages.Plan).toBe(lines.join('\n'));
  });

  it('shows the frames of each level', async () => {
    const { parts } = await resolveLevels({ plan, ...given() });
    const lines = outline(plan, plan.root).flatMap(({ object, depth }) => {
      const frames = parts.flat().filter((frame) => frame.plan === object);
      return frames.length === 0
        ? []
        : [indented(depth, object.type.name, ...frames.map(({ values }) => standing(values)))];
    });
    expect(stages.Frames).toBe(lines.join('\n'));
  });

  it('shows the text, and what failed, as the whole execution gives them', async () => {
    const levels = await resolveLevels({ plan, ...given() });
    const { text = '', notes } = await writeJson(levels, unhindered.pause, unhindered.mostCharacters);
    const failed = (notes ?? []).map(({ path, reason }) => [path.join('.'), (reason as Error).message]);
    expect(stages['JSON text']).toBe(`${broken(text)}\n\n${inColumns(failed)}`);

    const { data, errors = [] } = await execute({ schema, document, operation, ...given() });
    expect(data?.text).toBe(text);
    expect(errors.map(({ path = [], message }) => [path.join('.'), message])).toEqual(failed);
  });

  it('shows no other stage', () => {
    expect(Object.keys(stages)).toEqual(['Plan', 'Frames', 'JSON text']);
  });

  it('is short, and links to every file of the room, and to none that does not exist', () => {
    expect(length).toBeLessThanOrEqual(60);
    expect(lostLinks).toEqual([]);
    const files = readdirSync(join(ROOT, 'src/execute'), { recursive: true, encoding: 'utf8' });
    const unnamed = files.filter((file) => file.endsWith('.ts') && !links.includes(join('src/execute', file)));
    expect(unnamed).toEqual([]);
  });
});
