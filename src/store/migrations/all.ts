import { CreateCorpus1741651200000 } from './1741651200000-create-corpus';
import { RelatePapersAndTopics1741737600000 } from './1741737600000-relate-papers-and-topics';
import { CreateSearch1741824000000 } from './1741824000000-create-search';

/** Every migration, oldest first. */
export const migrations = [CreateCorpus1741651200000, RelatePapersAndTopics1741737600000, CreateSearch1741824000000];
