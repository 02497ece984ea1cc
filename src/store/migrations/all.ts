import { CreateCorpus1741651200000 } from './1741651200000-create-corpus';

/** Every migration, oldest first. */
export const migrations = [CreateCorpus1741651200000];
