/**
 * Holds what the pages of the reader take for answers against what is generated from their operations: this compiles where each
 * answer is what its page expects.
 */
import type * as expected from '../../../../src/read/answers.ts';
import type * as generated from './__generated__/graphql.ts';

export const newestIssue = (answer: generated.NewestIssueQuery): expected.NewestIssueAnswer => answer;
export const issue = (answer: generated.IssueQuery): expected.IssueAnswer => answer;
export const newestPapers = (answer: generated.NewestPapersQuery): expected.NewestPapersAnswer => answer;
export const archive = (answer: generated.ArchiveQuery): expected.ArchiveAnswer => answer;
export const paper = (answer: generated.PaperPageQuery): expected.PaperAnswer => answer;
export const topics = (answer: generated.TopicsQuery): expected.TopicsAnswer => answer;
export const topic = (answer: generated.TopicPageQuery): expected.TopicAnswer => answer;
export const repository = (answer: generated.RepositoryPageQuery): expected.RepositoryAnswer => answer;
export const search = (answer: generated.SearchPageQuery): expected.SearchAnswer => answer;
export const nearest = (answer: generated.NearestQuery): expected.NearestAnswer => answer;
