import { type GraphQLAbstractType, type GraphQLObjectType, isAbstractType, isObjectType } from 'graphql';
import { argumentsOf } from '../../execute/plan/arguments-of';
import type { FieldPlan, ObjectPlan, Plan } from '../../execute/plan/plan';
import type { Shape } from '../../execute/plan/shape';
import { type Args, costOf, tenths } from '../../resolve/cost';

/** What every operation costs, and each value and each object of an answer, in tenths of a millisecond. */
const OPERATION = 3;
const VALUE = 0.006;
const OBJECT = 0.015;

/** How long a list is taken to be whose field does not say it. */
const USUAL_LIST = 5;

/** Fields looked at, fragments unfolded: an operation with more is not estimated but too costly. */
const MOST_FIELDS = 5_000;

/** Where fields are asked for. */
interface Place {
  /** How many objects they are asked of. */
  objects: number;
  /** The connection that they belong to, if they do. */
  connection: { pageSize: number; total: number; different: number } | null;
}

/**
 * What an operation will cost, before anything is read: for each field what it states itself, and for the objects that its
 * value is made of what is asked of these. A bound where lists are as long as they may be.
 *
 * @param variables coerced
 * @param sizes how long a page is unless said, and at most
 * @returns tenths of a millisecond of processor time; Infinity for an operation with more fields than can be counted
 */
export function estimateCost(
  plan: Plan,
  variables: Record<string, unknown>,
  sizes: { usual: number; most: number },
): number {
  return OPERATION + new Estimate(plan, variables, sizes).of(plan.root, { objects: 1, connection: null });
}

class Estimate {
  private fields = 0;

  constructor(
    private readonly plan: Plan,
    private readonly variables: Record<string, unknown>,
    private readonly sizes: { usual: number; most: number },
  ) {}

  of({ fields }: ObjectPlan, place: Place): number {
    this.fields += fields.length;
    if (this.fields > MOST_FIELDS) return Number.POSITIVE_INFINITY;
    let sum = 0;
    for (const field of fields) sum += this.ofField(field, place);
    return sum;
  }

  private ofField(field: FieldPlan, place: Place): number {
    const { definition, objects } = field;
    if (definition.name === 'totalCount' && place.connection) {
      return Math.min(place.objects, place.connection.different) * place.connection.total;
    }
    const args = this.argumentsOf(field);
    if (args === null) return 0;
    const cost = costOf(definition);
    const items = this.itemsOf(field, args, place);
    const { different = Number.POSITIVE_INFINITY } = cost;
    const asked = Math.min(place.objects, different);
    if (this.asksForTotalAlone(field) && !cost.isTotalOfPage) return asked * tenths(cost.total, args);
    const own = tenths(cost.once, args) + asked * (tenths(cost.each, args) + items * tenths(cost.item, args));
    if (!objects) return own + place.objects * items * VALUE;
    const isConnection = objects.type.name.endsWith('Connection');
    const below = {
      objects: place.objects * (isConnection ? 1 : items),
      connection: isConnection ? { pageSize: items, total: tenths(cost.total, args), different } : null,
    };
    return own + below.objects * OBJECT + this.below(field, objects.type, below);
  }

  /** Of a connection, whether nothing of its page is asked for. */
  private asksForTotalAlone(field: FieldPlan): boolean {
    const type = field.objects?.type;
    if (!isObjectType(type) || !type.name.endsWith('Connection')) return false;
    return this.plan.of(field, type).fields.every(({ definition }) => definition.name === 'totalCount');
  }

  /** Null for those that cannot be: the field itself reports it, and has no value then. */
  private argumentsOf(field: FieldPlan): Args | null {
    try {
      return argumentsOf(field, this.variables);
    } catch {
      return null;
    }
  }

  /** How many items the value has: those of a page where the field is a connection or belongs to one. */
  private itemsOf({ definition, shape, objects }: FieldPlan, args: Args, { connection }: Place): number {
    if (connection && isList(shape)) return connection.pageSize;
    const { items } = costOf(definition);
    const stated = typeof items === 'function' ? items(args) : items;
    if (objects?.type.name.endsWith('Connection')) {
      const asked = Math.min(Math.max(args.first ?? args.last ?? this.sizes.usual, 0), this.sizes.most);
      return Math.min(asked, stated ?? Number.POSITIVE_INFINITY);
    }
    return stated ?? (isList(shape) ? USUAL_LIST : 1);
  }

  /** Of an object of several types what is asked of the dearest. */
  private below(field: FieldPlan, type: GraphQLObjectType | GraphQLAbstractType, place: Place): number {
    const possible = isAbstractType(type) ? this.plan.schema.getPossibleTypes(type) : [type];
    return Math.max(...possible.map((one) => this.of(this.plan.of(field, one), place)));
  }
}

function isList(shape: Shape): boolean {
  return shape.kind === 'list';
}
