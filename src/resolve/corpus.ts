import { Ctx, Query, Resolver } from 'type-graphql';
import { Corpus } from '../store/entities/corpus';
import type { Context } from './context';
import { Cost } from './cost';

@Resolver()
export class CorpusResolver {
  @Cost({ once: 0.3 })
  @Query(() => Corpus, {
    description: 'All that this server holds: how much, which state, when and from what it was built.',
  })
  corpus(@Ctx() { loaders }: Context): Promise<Corpus> {
    return loaders.corpus.load('corpus');
  }
}
