import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { TopicMethod } from '../../extract/topics/topics';
import { Evidence } from '../../store/entities/evidence';
import { Paper } from '../../store/entities/paper/paper';
import { TopicMethodEnum } from '../../store/entities/paper/paper-topic';
import { Topic } from '../../store/entities/topic/topic';
import { Cost, VOCABULARY } from '../cost';
import { connectionOf, edgeOf } from '../relay/connection';

@ObjectType('TopicEdge', { simpleResolvers: true, description: 'A topic in a list of topics.' })
class TopicEdge extends edgeOf(Topic) {}

export const TopicConnection = connectionOf('Topic', Topic, TopicEdge, 'topics');

@ObjectType('TopicPaperEdge', { simpleResolvers: true, description: 'A paper under a topic, and why it stands there.' })
class TopicPaperEdge extends edgeOf(Paper) {
  @Cost({ once: 0.3, each: 0.02, different: VOCABULARY })
  @Field(() => Topic, {
    description: 'The topic itself where the paper carries it, else the descendant that scores best on the paper.',
  })
  via!: Topic;

  @Field(() => Float, { description: 'Score of `via` on the paper, as in `PaperTopicEdge.score`: 0.4 to 1.' })
  score!: number;

  @Field(() => TopicMethodEnum, { description: 'How the strongest evidence names `via`.' })
  method!: TopicMethod;

  @Field(() => [Evidence], { description: 'Where the text names `via`: at least one place, the title first.' })
  evidence!: Evidence[];
}

export const TopicPaperConnection = connectionOf('TopicPaper', Paper, TopicPaperEdge, 'the papers of a topic');

@ObjectType('CoOccurringTopicEdge', {
  simpleResolvers: true,
  description: 'A topic that shares papers with another. Only topics that the papers carry themselves count.',
})
class CoOccurringTopicEdge extends edgeOf(Topic) {
  @Field(() => Int, { description: 'How many papers carry both topics.' })
  sharedPaperCount!: number;

  @Field(() => Float, {
    description:
      'How many times more often the two meet than if they were independent: n(a, b) · N / (n(a) · n(b)), N being all papers. Above 1 they attract each other.',
  })
  lift!: number;
}

export const CoOccurringTopicConnection = connectionOf(
  'CoOccurringTopic',
  Topic,
  CoOccurringTopicEdge,
  'topics that share papers with a topic, those with most shared papers first',
);
