import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Repository } from '../../store/entities/repository';
import { LocalDateScalar } from '../../store/entities/scalars';
import type { Context } from '../context';
import { Cost } from '../cost';
import { type LinkStatement, statementsOfLink } from './link-statements';

/** Papers whose records are asked: thousands may link to one repository. */
const NEWEST_PAPERS = 20;

@ObjectType('RepositoryStars', {
  simpleResolvers: true,
  description: 'How many stars a repository had at its host when a record was made.',
})
export class RepositoryStars {
  @Field(() => Int, { description: 'The number of stars.' })
  count!: number;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day of the list that says so; null where it is of no day.',
  })
  day!: string | null;
}

/** What records of papers state of a repository. */
@Resolver(() => Repository)
export class RepositoryFactsResolver {
  @Cost({ once: 0.5, each: 5 })
  @FieldResolver(() => RepositoryStars, {
    nullable: true,
    description: `The newest number of stars that the records of its ${NEWEST_PAPERS} newest papers state, of one day the greatest; null when none does. All are in \`PaperLink.statements\`.`,
  })
  async stars(@Root() repository: Repository, @Ctx() context: Context): Promise<RepositoryStars | null> {
    const all = (await statedOf(repository, context)).flatMap(({ stars, record }) =>
      stars === null ? [] : [{ count: stars, day: record.said.place?.value.day ?? null }],
    );
    return all.reduce<RepositoryStars | null>((best, stars) => (best && !isNewer(stars, best) ? best : stars), null);
  }

  @Cost({ once: 0.5, each: 5 })
  @FieldResolver(() => [String], {
    description: `The frameworks that the records of its ${NEWEST_PAPERS} newest papers state, each once, such as pytorch; empty when none does.`,
  })
  async frameworks(@Root() repository: Repository, @Ctx() context: Context): Promise<string[]> {
    const all = (await statedOf(repository, context)).flatMap(({ framework }) => framework ?? []);
    // Papers with Code writes `none` where it found none.
    return [...new Set(all)].filter((framework) => framework.toLowerCase() !== 'none').sort();
  }
}

async function statedOf({ pk }: Repository, { loaders }: Context): Promise<LinkStatement[]> {
  const window = { limit: NEWEST_PAPERS, after: null, before: null, backwards: false, asked: [] };
  const { items } = await loaders.papersOfRepository.load(pk, { window });
  const links = await Promise.all(items.map(({ row }) => loaders.linksOfPaper.load(row.pk)));
  const own = links.flat().filter(({ repositoryPk }) => repositoryPk === pk);
  return (await Promise.all(own.map((link) => statementsOfLink(link, loaders)))).flat();
}

function isNewer(one: RepositoryStars, other: RepositoryStars): boolean {
  const [day, otherDay] = [one.day ?? '', other.day ?? ''];
  return day === otherDay ? one.count > other.count : day > otherDay;
}
