import { Field, Int, ObjectType } from 'type-graphql';
import { Digest } from '../../store/entities/digest/digest';
import { Paper } from '../../store/entities/paper/paper';
import { Topic } from '../../store/entities/topic/topic';
import { connectionOf, edgeOf } from '../relay/connection';
import { type DigestMovement, DigestMovementEnum } from './digest-movement';

@ObjectType('DigestEdge', { simpleResolvers: true, description: 'A digest in a list of digests.' })
class DigestEdge extends edgeOf(Digest) {}

export const DigestConnection = connectionOf('Digest', Digest, DigestEdge, 'digests');

@ObjectType('DigestPaperEdge', { simpleResolvers: true, description: 'A paper in a digest, and its place there.' })
class DigestPaperEdge extends edgeOf(Paper) {
  @Field(() => Int, { description: 'Place among the printed entries, from 1.' })
  rank!: number;

  @Field(() => Int, { description: 'Line of the title in the file, from 1.' })
  line!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Place in the digest before (`previous`); null if it was not there.',
  })
  previousRank!: number | null;

  @Field(() => DigestMovementEnum, { description: 'How the place compares with those in earlier digests.' })
  movement!: DigestMovement;
}

export const DigestPaperConnection = connectionOf(
  'DigestPaper',
  Paper,
  DigestPaperEdge,
  'the papers of a digest, by rank',
);

@ObjectType('DigestTopicEdge', { simpleResolvers: true, description: "A topic of a digest's papers." })
class DigestTopicEdge extends edgeOf(Topic) {
  @Field(() => Int, { description: "How many of the digest's papers stand under the topic." })
  digestPaperCount!: number;
}

export const DigestTopicConnection = connectionOf(
  'DigestTopic',
  Topic,
  DigestTopicEdge,
  "the topics of a digest's papers, those with most papers first",
);
