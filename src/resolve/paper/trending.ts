import { Ctx, Field, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';
import { decay, rankValue, TRENDING_FORMULA, TRENDING_HALF_LIFE } from '../../lists/trending';
import { Paper } from '../../store/entities/paper/paper';
import { LocalDateScalar } from '../../store/entities/scalars';
import type { Context } from '../context';
import { Cost } from '../cost';

@ObjectType('TrendingComponent', {
  simpleResolvers: true,
  description: 'One place in a dated digest, and what it adds to the score: value · weight.',
})
class TrendingComponent {
  @Field(() => String, { description: 'The place, e.g. rank 5 in 2025-03-11.' })
  name!: string;

  @Field(() => Float, { description: 'What the rank is worth: 1 / log2(rank + 1).' })
  value!: number;

  @Field(() => Float, {
    description: `What time has left of it: halved for every ${TRENDING_HALF_LIFE} days from the digest to \`asOf\`.`,
  })
  weight!: number;
}

@ObjectType('Trending', {
  simpleResolvers: true,
  description: 'How much a paper trends, and why. Only its places in digests count: nothing else is known.',
})
class Trending {
  @Field(() => Float, {
    description: 'The sum of value · weight over the components. Papers are comparable as of one day.',
  })
  score!: number;

  @Field(() => LocalDateScalar, { description: 'The day that the score holds for: that of the newest digest of all.' })
  asOf!: string;

  @Field(() => String, { description: 'The formula, to compute it again from the components.' })
  formula!: string;

  @Field(() => [TrendingComponent], { description: 'The places that the score is made of, newest first.' })
  components!: TrendingComponent[];
}

@Resolver(() => Paper)
export class TrendingResolver {
  @Cost({ once: 0.4, each: 0.1, items: 1 })
  @FieldResolver(() => Trending, {
    nullable: true,
    description: 'How much the paper trends; null when none of its digests has a date.',
  })
  async trending(@Root() { pk }: Paper, @Ctx() { loaders }: Context): Promise<Trending | null> {
    const places = await loaders.placesOfPaper.load(pk, null);
    const asOf = places[0]?.newest;
    if (asOf === undefined) return null;
    const components = places.map(({ slug, date, rank }) => ({
      name: `rank ${rank} in ${slug}`,
      value: rankValue(rank),
      weight: decay(date, asOf),
    }));
    const score = components.reduce((sum, { value, weight }) => sum + value * weight, 0);
    return { score, asOf, formula: TRENDING_FORMULA, components };
  }
}
