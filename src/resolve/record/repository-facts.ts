import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { StoredRecord } from '../../lists/look-up/records';
import type { RecordLink } from '../../parse/records/record';
import { Repository } from '../../store/entities/repository';
import { LocalDateScalar } from '../../store/entities/scalars';
import type { Context } from '../context';
import { Cost } from '../cost';

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
    const all = (await statedOf(repository, context)).flatMap(({ link: { stars }, record }) =>
      stars === null ? [] : [{ count: stars, day: record.said.place?.value.day ?? null }],
    );
    return all.reduce<RepositoryStars | null>((best, stars) => (best && !isNewer(stars, best) ? best : stars), null);
  }

  @Cost({ once: 0.5, each: 5 })
  @FieldResolver(() => [String], {
    description: `The frameworks that the records of its ${NEWEST_PAPERS} newest papers state, each once, such as pytorch; empty when none does.`,
  })
  async frameworks(@Root() repository: Repository, @Ctx() context: Context): Promise<string[]> {
    const all = (await statedOf(repository, context)).flatMap(({ link: { framework } }) => framework ?? []);
    // Papers with Code writes `none` where it found none.
    return [...new Set(all)].filter((framework) => framework.toLowerCase() !== 'none').sort();
  }
}

async function statedOf(
  { pk }: Repository,
  { loaders }: Context,
): Promise<{ record: StoredRecord; link: RecordLink }[]> {
  const window = { limit: NEWEST_PAPERS, after: null, before: null, backwards: false, asked: [] };
  const { items } = await loaders.papersOfRepository.load(pk, { window });
  const stated = await Promise.all(
    items.map(async ({ row: paper }) => {
      const links = (await loaders.linksOfPaper.load(paper.pk, null)).filter(({ repositoryPk }) => repositoryPk === pk);
      const statements = links.flatMap((link) => link.statements ?? []);
      if (statements.length === 0) return [];
      const records = new Map((await loaders.recordsOfPaper.load(paper.pk, null)).map((record) => [record.pk, record]));
      return statements.flatMap(({ recordPk, index }) => {
        const record = records.get(recordPk);
        const link = record?.said.links[index]?.value;
        return record && link ? [{ record, link }] : [];
      });
    }),
  );
  return stated.flat();
}

function isNewer(one: RepositoryStars, other: RepositoryStars): boolean {
  const [day, otherDay] = [one.day ?? '', other.day ?? ''];
  return day === otherDay ? one.count > other.count : day > otherDay;
}
