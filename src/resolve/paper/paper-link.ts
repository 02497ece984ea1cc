import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PaperLink } from '../../store/entities/paper/paper-link';
import { Repository } from '../../store/entities/repository';
import type { Context } from '../context';
import { Cost } from '../cost';

@Resolver(() => PaperLink)
export class PaperLinkResolver {
  @Cost({ once: 0.2, each: 0.03 })
  @FieldResolver(() => Repository, {
    nullable: true,
    description: 'The repository that the link leads to; null unless the kind is REPOSITORY.',
  })
  repository(
    @Root() { repositoryPk }: PaperLink,
    @Ctx() { loaders }: Context,
  ): Repository | null | Promise<Repository | null> {
    return repositoryPk === null ? null : loaders.repositoryByPk.load(repositoryPk);
  }
}
