import { Field, Float, ObjectType } from 'type-graphql';
import { LEAST_NEAR, MOST_NEAR } from '../../related/near-terms';
import { VECTOR_WEIGHT } from '../../related/score';
import { Paper } from '../../store/entities/paper/paper';
import { Topic } from '../../store/entities/topic/topic';
import { Cost } from '../cost';
import { connectionOf, edgeOf } from '../relay/connection';

@ObjectType({
  simpleResolvers: true,
  description: 'A word or phrase of one paper, and one of another that says much the same in other words.',
})
class NearTerms {
  @Field(() => String, { description: 'As the paper asked about prints it.' })
  term!: string;

  @Field(() => String, { description: 'As the related paper prints it.' })
  otherTerm!: string;

  @Field(() => Float, {
    description: `How near they are: the cosine of their vectors, from ${LEAST_NEAR} to 1.`,
  })
  similarity!: number;
}

@ObjectType('RelatedPaperEdge', {
  simpleResolvers: true,
  description: 'A paper that has something in common with another, and what.',
})
class RelatedPaperEdge extends edgeOf(Paper) {
  @Field(() => Float, {
    description:
      'How near this paper is to the one asked about: `wordScore` and `vectorScore` together, above 0, at most 1.',
  })
  score!: number;

  @Field(() => Float, {
    description:
      "What shared words and topics add to the score: the share of what tells the paper apart that this one has too, times 1 - v. The share is a sum over shared topics, words and phrases of idf · min(weight here, weight there), divided by the sum of idf · weight over all of the paper's own; idf is ln(1 + papers / papers that have it). The weight of a topic is its score on the paper; that of a word or pair of words, of which the 32 weightiest count, is n / (n + 3) for n mentions, one in the title counting 3. v is said at `vectorScore`.",
  })
  wordScore!: number;

  @Field(() => Float, {
    description: `What words that mean much the same add to the score: the cosine of the vectors of both texts (0 if it is below), times v = ${VECTOR_WEIGHT} · (c · c′)², c being the share of a text's words that the vectors know, by idf. 0 where they know none, or are turned off.`,
  })
  vectorScore!: number;

  @Cost({ once: 1, each: 0.5, items: 4 })
  @Field(() => [Topic], {
    description: 'Topics that both papers carry, those that add most to the score first; may be empty.',
  })
  sharedTopics!: Topic[];

  @Cost({ once: 1, each: 0.5, items: 10 })
  @Field(() => [String], {
    description:
      'Words and phrases that both texts use, as the paper asked about prints them, those that add most to the score first; may be empty.',
  })
  sharedTerms!: string[];

  @Cost({ once: 1, each: 10, items: MOST_NEAR })
  @Field(() => [NearTerms], {
    description: `Words and phrases by which both say much the same in other words, the nearest first, at most ${MOST_NEAR}: what \`vectorScore\` comes from beside shared words. Of those that tell a paper apart, each that only one of them has with the nearest that only the other has. Empty where nothing is so near, or the vectors know no such words.`,
  })
  nearTerms!: NearTerms[];
}

export const RelatedPaperConnection = connectionOf(
  'RelatedPaper',
  Paper,
  RelatedPaperEdge,
  'the papers that have most in common with a paper, the closest first',
);
