import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Standing } from '../../extract/topics/standing';
import type { TopicMethod } from '../../extract/topics/topics';
import { Digest } from '../../store/entities/digest/digest';
import { Evidence } from '../../store/entities/evidence';
import { Paper } from '../../store/entities/paper/paper';
import { PaperLink } from '../../store/entities/paper/paper-link';
import { TopicMethodEnum, TopicStandingEnum } from '../../store/entities/paper/paper-topic';
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
      'How surely and how centrally the paper is about the topic: 0.2 to 1; below that it is no topic of the paper, and a paper has at most 12. 1 − Π (1 − wᵢ / √(nᵢ·mᵢ)) over all mentions from the weightiest to the least, w being place · kind · length · aside. Place: 0.75 in the title, 0.34 in a sentence that says what the paper does, 0.28 in the opening, 0.25 elsewhere, 0.12 among experiments. Kind: 1; 0.65 for a name too general to count unless it stands there twice or in the title, 0.4 for words that need better evidence beside them. Length: 0.75, 1 and 1.15 for one, two and more words, 0.85 for an acronym. Aside: 0.4 in a comparison or a list of examples, else 1. In the abstract n counts the mentions so far and m those of the same phrase; in the title both are 1. For a topic that needs less or more evidence than 0.4 to be what a paper is about, such as large language models or agents, the product is raised to the power by which just that evidence scores 0.4. A broader topic that is not called by a name of its own counts 0.8 where a narrower one does at least as well.',
  })
  score!: number;

  @Field(() => TopicStandingEnum, { description: 'Whether the paper is about the topic or only mentions it.' })
  standing!: Standing;

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
