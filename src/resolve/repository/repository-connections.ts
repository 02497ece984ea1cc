import { Field, ObjectType } from 'type-graphql';
import { Paper } from '../../store/entities/paper/paper';
import { PaperLink } from '../../store/entities/paper/paper-link';
import { Repository } from '../../store/entities/repository';
import { connectionOf, edgeOf } from '../relay/connection';

@ObjectType('RepositoryEdge', { simpleResolvers: true, description: 'A repository in a list of repositories.' })
class RepositoryEdge extends edgeOf(Repository) {}

export const RepositoryConnection = connectionOf('Repository', Repository, RepositoryEdge, 'repositories');

@ObjectType('RepositoryPaperEdge', {
  simpleResolvers: true,
  description: 'A paper that links to a repository, and the link.',
})
class RepositoryPaperEdge extends edgeOf(Paper) {
  @Field(() => PaperLink, { description: "The first of the paper's links to the repository." })
  link!: PaperLink;
}

export const RepositoryPaperConnection = connectionOf(
  'RepositoryPaper',
  Paper,
  RepositoryPaperEdge,
  'the papers that link to a repository',
);
