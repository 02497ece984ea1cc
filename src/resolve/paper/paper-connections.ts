import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { TopicMethod } from '../../extract/topics/topics';
import { Digest } from '../../store/entities/digest/digest';
import { Evidence } from '../../store/entities/evidence';
import { Paper } from '../../store/entities/paper/paper';
import { PaperLink } from '../../store/entities/paper/paper-link';
import { TopicMethodEnum } from '../../store/entities/paper/paper-topic';
import { Repository } from '../../store/entities/repository';
import { Topic } from '../../store/entities/topic/topic';
import { connectionOf, edgeOf } from '../relay/connection';

@ObjectType('PaperEdge', { simpleResolvers: true, description: 'A paper in a list of papers.' })
class PaperEdge extends edgeOf(Paper) {}

export const PaperConnection = connectionOf('Paper', Paper, PaperEdge, 'papers');

@ObjectType('PaperTopicEdge', { simpleResolvers: true, description: 'A topic of a paper, and why the paper has it.' })
class PaperTopicEdge extends edgeOf(Topic) {
  @Field(() => Float, {
    description:
      'How surely and how centrally the paper is about the topic: above 0, at most 1. The README has the formula.',
  })
  score!: number;

  @Field(() => TopicMethodEnum, { description: 'How the strongest evidence names the topic.' })
  method!: TopicMethod;

  @Field(() => [Evidence], { description: 'Where the text names the topic: at least one place, the title first.' })
  evidence!: Evidence[];
}

export const PaperTopicConnection = connectionOf('PaperTopic', Topic, PaperTopicEdge, 'the topics of a paper');

@ObjectType('PaperRepositoryEdge', {
  simpleResolvers: true,
  description: 'A repository of a paper, and the link that says so.',
})
class PaperRepositoryEdge extends edgeOf(Repository) {
  @Field(() => PaperLink, { description: "The first of the paper's links to the repository." })
  link!: PaperLink;
}

export const PaperRepositoryConnection = connectionOf(
  'PaperRepository',
  Repository,
  PaperRepositoryEdge,
  'the repositories of a paper',
);

@ObjectType('PaperDigestEdge', {
  simpleResolvers: true,
  description: 'A digest that holds a paper, and the place there.',
})
class PaperDigestEdge extends edgeOf(Digest) {
  @Field(() => Int, { description: 'Place of the paper in the digest, from 1.' })
  rank!: number;
}

export const PaperDigestConnection = connectionOf('PaperDigest', Digest, PaperDigestEdge, 'the digests of a paper');
