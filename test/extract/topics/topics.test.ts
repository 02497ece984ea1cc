import { MENTIONED } from '../../../src/extract/topics/standing';
import { createTopicTagger, taggerFingerprint } from '../../../src/extract/topics/topics';
import type { VocabularyTopic } from '../../../src/extract/topics/vocabulary';
import { mentionedIn, slugsOf, tag, vocabulary } from './topic-fixtures';

const wordy = 'We study a question. It has an answer. The answer is good. We thank everyone.';

describe('what is tagged', () => {
  it('gives every tag a score from that of a mention to one, and evidence', () => {
    const tags = tag({
      title: 'Sharpness-Aware Minimization for Domain Generalization',
      abstract: 'We propose sharpness-aware minimization (SAM) for domain generalization. SAM finds flat minima.',
    });
    expect(tags.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['sharpness-aware-minimization', 'domain-generalization']),
    );
    for (const { score, evidence } of tags) {
      expect(score).toBeGreaterThanOrEqual(MENTIONED);
      expect(score).toBeLessThanOrEqual(1);
      expect(evidence.length).toBeGreaterThan(0);
    }
  });

  it('gives none where nothing is written about a topic', () => {
    expect(slugsOf('A note', wordy)).toEqual([]);
    expect(slugsOf('', null)).toEqual([]);
    expect(slugsOf('\u0000 \ud800', '')).toEqual([]);
  });

  it('does not tag what is mentioned once in passing', () => {
    expect(slugsOf('A note', `${wordy} Some use federated learning. ${wordy}`)).toEqual([]);
  });

  it('orders by score', () => {
    const scores = tag({ title: 'Graph Neural Networks', abstract: 'Clustering, clustering of graphs.' }).map(
      ({ score }) => score,
    );
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
  });

  it('weighs the title above the abstract', () => {
    const [title] = tag({ title: 'On federated learning', abstract: null });
    const [abstract] = tag({ title: 'A note', abstract: 'This is about federated learning.' });
    expect([title?.slug, abstract?.slug]).toEqual(['federated-learning', 'federated-learning']);
    expect(title?.score).toBeGreaterThan(2 * (abstract?.score ?? 1));
  });

  it('counts little what the title only sets aside', () => {
    expect(slugsOf('Beyond federated learning')).toEqual([]);
    expect(mentionedIn('Beyond federated learning')).toEqual(['federated-learning']);
  });

  it('counts little what the text is only like', () => {
    expect(slugsOf('Transformer-like networks')).toEqual([]);
    expect(slugsOf('What o1-like LLMs know')).toEqual(['large-language-models']);
  });

  it('gives what is said once where nothing is proposed as a mention', () => {
    const said = `${wordy} The server may use federated learning. ${wordy}`;
    expect(slugsOf('A note', said)).toEqual([]);
    expect(mentionedIn('A note', said)).toEqual(['federated-learning']);
  });

  it('gives no more than twelve topics, the best', () => {
    const names = vocabulary.slice(0, 60).map(({ name }) => name);
    const tags = tag({ title: 'A note', abstract: `We study ${names.join('. We study ')}.` });
    expect(tags).toHaveLength(12);
  });
});

const plain: VocabularyTopic = {
  ...{ slug: 'learning', name: 'Grand learning', parent: null, description: null },
  ...{ aliases: [], terms: [], cues: [], exceptions: [], threshold: null },
};

/** The score at `learning`, of which these words are known, beside other topics. */
function scoreAt(
  title: string,
  abstract: string,
  words: Partial<VocabularyTopic>,
  ...others: VocabularyTopic[]
): number {
  const tags = createTopicTagger([{ ...plain, ...words }, ...others])({ title, abstract });
  return tags.find(({ slug }) => slug === 'learning')?.score ?? 0;
}

describe('a topic with a threshold of its own', () => {
  const abstract = 'We study grand learning.';

  it('needs just that evidence to be what the paper is about', () => {
    const evidence = scoreAt('A note', abstract, {});
    const threshold = { evidence, reason: 'It is tried.' };
    expect(scoreAt('A note', abstract, { threshold })).toBeCloseTo(0.4, 3);
  });

  it('scores more with a lower one and less with a higher one', () => {
    const scoreWith = (evidence: number): number =>
      scoreAt('A note', abstract, { threshold: { evidence, reason: 'It is tried.' } });
    expect(scoreWith(0.3)).toBeGreaterThan(scoreWith(0.4));
    expect(scoreWith(0.5)).toBeLessThan(scoreWith(0.4));
  });
});

describe('a broader topic', () => {
  const narrower = { ...plain, slug: 'narrow', name: 'Narrow grand learning', parent: 'learning', aliases: ['NGL'] };
  const title = 'Narrow grand learning';
  const words = { aliases: ['broad way'], terms: ['broad thing'] };

  it('counts for less beside a narrower one that does better, unless it is called by a name', () => {
    const shown = scoreAt(title, 'We study a broad thing and a broad thing.', words, narrower);
    const called = scoreAt(title, 'We study a broad way and a broad way.', words, narrower);
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeCloseTo(called * 0.8, 3);
  });
});

describe('spellings', () => {
  it.each([
    ['Nonconvex optimization', 'nonconvex-optimization'],
    ['Non-convex optimisation', 'nonconvex-optimization'],
    ['Non convex optimization', 'nonconvex-optimization'],
    ['Fast $k$-means', 'clustering'],
    ['Fast kmeans', 'clustering'],
    ['Cross-View Geo-Localisation', 'geo-localization'],
    ['A \\emph{graph neural network} view', 'graph-neural-networks'],
    ['A **graph neural networks** view', 'graph-neural-networks'],
    ['Vision\u2013language models', 'vision-language-models'],
    ['Reward modelling', 'reward-modeling'],
    ['Learned representations', 'representation-learning'],
    ['GRAPH NEURAL NETWORKS', 'graph-neural-networks'],
  ])('finds the topic of %j', (title, slug) => {
    expect(slugsOf(title)).toContain(slug);
  });

  it('compares proper names with their capital', () => {
    expect(slugsOf('Mamba at scale')).toContain('state-space-models');
    expect(slugsOf('The mamba at scale')).toEqual([]);
  });

  it('joins no words over a full stop, a comma or an empty line', () => {
    expect(slugsOf('On graph. Neural, networks')).toEqual([]);
    expect(slugsOf('A note', 'Federated\n\nlearning')).toEqual([]);
  });

  it('joins words over a line break', () => {
    expect(slugsOf('Federated\nlearning')).toEqual(['federated-learning']);
  });
});

describe('longer phrases', () => {
  it('hide the shorter ones inside them', () => {
    expect(slugsOf('Neural architecture search')).toEqual(['neural-architecture-search']);
    expect(slugsOf('Test-time domain adaptation')).toEqual(['test-time-adaptation']);
  });

  it('do not hide the name of a topic that is mostly treated where it is named', () => {
    const threshold = { evidence: 0.3, reason: 'It is tried.' };
    const longer = { ...plain, slug: 'other', name: 'Safer grand learning' };
    const title = 'Safer grand learning';
    expect(scoreAt(title, '', {}, longer)).toBe(0);
    expect(scoreAt(title, '', { threshold }, longer)).toBeGreaterThan(0);
    expect(scoreAt(title, '', { threshold, exceptions: ['safer grand learning'] }, longer)).toBe(0);
    expect(slugsOf('Aligning Large Language Models')).toEqual(['large-language-models', 'alignment']);
  });

  it('take the meaning from the words inside them', () => {
    expect(slugsOf('Pay attention', 'Pay attention! This attracted attention.')).toEqual([]);
    expect(slugsOf('On hate speech', 'Hate speech. Hate speech.')).not.toContain('speech');
  });
});

describe('acronyms', () => {
  it('count when their long form is there', () => {
    const [first] = tag({
      title: 'SAM revisited',
      abstract: 'We study sharpness-aware minimization (SAM). SAM is good.',
    });
    expect(first?.slug).toBe('sharpness-aware-minimization');
    expect(first?.evidence.map(({ text }) => text)).toEqual(['SAM', 'sharpness-aware minimization', 'SAM', 'SAM']);
  });

  it('count for nothing when the text gives them another meaning', () => {
    expect(slugsOf('SAM revisited', 'We study the Segment Anything Model (SAM). SAM is good.')).not.toContain(
      'sharpness-aware-minimization',
    );
    expect(slugsOf('RL for plots', 'We study reference lines (RL). RL is good. RL wins. RL!')).toEqual([]);
  });

  it('count for nothing alone when they are ambiguous', () => {
    expect(slugsOf('SAM at scale', 'SAM is good. SAM wins.')).toEqual([]);
  });

  it('count beside a related topic when they are ambiguous', () => {
    expect(slugsOf('SAM and flat minima', 'SAM finds flat minima. SAM wins. SAM!')).toContain(
      'sharpness-aware-minimization',
    );
  });

  it('count alone when the field knows one meaning', () => {
    expect(slugsOf('RLHF at scale')).toEqual(['rlhf']);
    expect(slugsOf('What LLMs know')).toEqual(['large-language-models']);
  });

  it('are told by their capitals', () => {
    expect(slugsOf('What llms know')).toEqual([]);
  });

  it('may be the strongest match', () => {
    expect(tag({ title: 'What LLMs know', abstract: null })[0]?.method).toBe('ACRONYM');
    expect(tag({ title: 'Federated learning', abstract: null })[0]?.method).toBe('NAME');
    expect(tag({ title: 'Lifelong learning', abstract: null })[0]?.method).toBe('ALIAS');
  });
});

describe('cues', () => {
  it('count only in company', () => {
    const aside = 'Workers talk. Decentralized workers talk.';
    expect(slugsOf('A note on clients', `Clients talk. Clients talk. ${aside}`)).not.toContain('federated-learning');
    const alone = tag({ title: 'On federated learning', abstract: null })[0]?.score ?? 0;
    const together = tag({ title: 'On federated learning', abstract: 'Clients talk.' })[0]?.score ?? 0;
    expect(together).toBeGreaterThan(alone);
  });
});

describe('general words', () => {
  const words = { aliases: ['wide thing', 'wideness'], cues: ['wide thing', 'wideness', 'broadly'] };

  it('count where they stand twice or in the title', () => {
    expect(scoreAt('A note', 'There is a wide thing.', words)).toBe(0);
    expect(scoreAt('A note', 'We study a wide thing. We study a wide thing.', words)).toBeGreaterThan(0);
    expect(scoreAt('A wide thing', '', words)).toBeGreaterThan(0);
  });

  it('count in the title alone only where they are more than a figure of speech', () => {
    expect(scoreAt('The wideness of thought', 'We study thought. We draw wideness-like shapes.', words)).toBe(0);
    expect(scoreAt('The wideness of thought', 'We study thought. We draw wideness.', words)).toBeGreaterThan(0);
  });

  it('are those by which another topic is called', () => {
    const other = { ...plain, slug: 'other', name: 'Many-sided models' };
    const ownTerm = { terms: ['many-sided models'] };
    expect(scoreAt('A note', 'We study many-sided models.', ownTerm)).toBeGreaterThan(0.2);
    expect(scoreAt('A note', 'We study many-sided models.', ownTerm, other)).toBe(0);
  });

  it('count as the acronym that a text explains by them', () => {
    const explained = 'We study language models (LMs). An LM is large. Each LM is.';
    expect(slugsOf('A note', explained)).toContain('large-language-models');
  });
});

describe('a name that is written together', () => {
  it('is of the kind that its end says', () => {
    expect(slugsOf('GraphRAG')).toContain('retrieval-augmented-generation');
    expect(slugsOf('SpreadsheetLLM')).toContain('large-language-models');
    expect(slugsOf('Dense2MoE')).toContain('mixture-of-experts');
    expect(slugsOf('PillagerBench', 'A benchmark. PillagerBench is hard.')).toContain('benchmark');
  });

  it('is what it is called where the whole is known', () => {
    const other = { ...plain, slug: 'other', name: 'Benches', aliases: ['Bench'] };
    const tagAll = createTopicTagger([{ ...plain, aliases: ['WholeBench'] }, other]);
    expect(tagAll({ title: 'WholeBench', abstract: null }).map(({ slug }) => slug)).toEqual(['learning']);
    expect(tagAll({ title: 'HalfBench', abstract: null }).map(({ slug }) => slug)).toEqual(['other']);
  });
});

describe('what means something else', () => {
  it('is no topic', () => {
    const bonds = 'Long chains have molecular-like structures, some covalent-like. Only some bonds help.';
    expect(slugsOf('The Molecular Structure of Thought', bonds)).not.toContain('biology-and-chemistry');
    expect(slugsOf('Faster LLM Training', 'We cut the cost of LLM training.')).not.toContain(
      'language-model-pretraining',
    );
    expect(slugsOf('A note', 'We raise the average reward. The average reward is better.')).not.toContain(
      'markov-decision-processes',
    );
    expect(slugsOf('Honesty of Multimodal Large Language Models')).toEqual(['vision-language-models']);
  });
});

describe('evidence', () => {
  it('stands title first, then in order, with the sentence that holds it', () => {
    const abstract = 'Federated learning is hard. We study federated learning.';
    const [first] = tag({ title: 'Federated Learning', abstract });
    expect(first?.evidence).toEqual([
      { field: 'TITLE', text: 'Federated Learning', start: 0, end: 18, sentence: 'Federated Learning' },
      { field: 'ABSTRACT', text: 'Federated learning', start: 0, end: 18, sentence: 'Federated learning is hard.' },
      { field: 'ABSTRACT', text: 'federated learning', start: 37, end: 55, sentence: 'We study federated learning.' },
    ]);
  });

  it('counts offsets in UTF-16 units', () => {
    const [first] = tag({ title: '𝔄𝔅 — federated learning', abstract: null });
    expect(first?.evidence[0]).toMatchObject({ start: 7, end: 25, text: 'federated learning' });
  });
});

describe('the fingerprint', () => {
  it('changes with the vocabulary only', () => {
    expect(taggerFingerprint(vocabulary)).toBe(taggerFingerprint([...vocabulary]));
    expect(taggerFingerprint(vocabulary)).not.toBe(taggerFingerprint(vocabulary.slice(1)));
  });
});

describe('the tagger', () => {
  it('takes time in proportion to the text, whatever is in it', () => {
    const hostile = [
      'search ',
      '(AB) ',
      'AB (',
      'graph neural ',
      'SAM ',
      '$',
      'a'.repeat(200),
      'we study ',
      '.\n\n',
      "d'",
    ];
    for (const piece of hostile) {
      const abstract = piece.repeat(Math.ceil(300_000 / piece.length));
      const start = process.cpuUsage();
      tag({ title: 'Search', abstract });
      const { user } = process.cpuUsage(start);
      expect(user / 1e6).toBeLessThan(8);
    }
  }, 120_000);

  it('works with a vocabulary of one topic', () => {
    const only = vocabulary
      .filter(({ slug }) => slug === 'federated-learning')
      .map((each) => ({ ...each, parent: null }));
    expect(createTopicTagger(only)({ title: 'Federated learning', abstract: null })).toHaveLength(1);
  });
});
