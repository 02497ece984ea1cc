import { createTopicNamer, nameKey, topicNamerOf } from '../../../src/extract/topics/named-topics';
import { readShippedVocabulary } from '../../../src/seeds';

const called = (slug: string, name: string, ...aliases: string[]) => ({ slug, name, aliases });

const topicNamed = createTopicNamer([
  called('vision', 'Computer vision', 'visual recognition'),
  called('image-classification', 'Image classification', 'image recognition', 'visual recognition'),
  called('vqa', 'Visual question answering', 'VQA', 'visual QA'),
  called('gan', 'Generative adversarial networks', 'GAN'),
  called('safety', 'AI safety', 'guardrails'),
  called('k-means', 'Clustering', 'semi-supervised clustering', 'summarisation'),
  called('llm', 'Large language models', 'language models'),
  called('generation', 'Model generation', 'generated model'),
  called('recommender', 'Recommender systems', 'recommendation'),
]);

describe('a stated word', () => {
  it.each([
    ['Image Classification', 'image-classification'],
    ['image-classification', 'image-classification'],
    ['  IMAGE   classification ', 'image-classification'],
    ['Image Recognition', 'image-classification'],
    // By the slug, where no topic has it as its name.
    ['Safety', 'safety'],
    ['AI safety', 'safety'],
    ['Guardrail', 'safety'],
    ['Generative Adversarial Network', 'gan'],
    ['GANs', 'gan'],
    ['Visual Question Answering (VQA)', 'vqa'],
    ['Generative Adversarial Networks (GANs)', 'gan'],
    ['Semisupervised Clustering', 'k-means'],
    ['Summarization', 'k-means'],
    ['Clústering', 'k-means'],
    // In another inflection, where none is called so.
    ['Clustered', 'k-means'],
    ['Guarding rails', null],
    ['Language Modelling', 'llm'],
    ['language modeling', 'llm'],
    ['Generated Models', 'generation'],
    // Acronyms that it explains, or that explain it.
    ['Visual (VIS) Question Answering', 'vqa'],
    ['VQA (Visual Question Answering)', 'vqa'],
    ['GAN (Generative Adversarial Networks)', 'gan'],
    // Last words that say nothing.
    ['Recommendation Systems', 'recommender'],
    ['Visual Question Answering (VQA) task', 'vqa'],
    ['Clustering algorithms', 'k-means'],
  ])('%j is the name of %s', (stated, slug) => {
    expect(topicNamed(stated)).toBe(slug);
  });

  it.each([
    // More than a name, or less.
    'Fine-Grained Image Classification',
    'Image',
    'Image Classification on ImageNet',
    'Visual Question Answering (of documents)',
    'Clustering (images)',
    'Regression of Loss (GAN)',
    'WXYZ (clustering of images)',
    'Algorithms',
    'Task (VQA)',
    // An alias of two.
    'Visual Recognition',
    '',
    '   ',
    '+++',
    '词',
    `Image classification${' '.repeat(300)}`,
  ])('%j is the name of no topic', (stated) => {
    expect(topicNamed(stated)).toBeNull();
  });

  it('is taken for a name before an alias of another topic, in whatever order the topics come', () => {
    const topics = [called('a', 'Retrieval', 'search'), called('b', 'Search'), called('search', 'Seeking')];
    expect(createTopicNamer(topics)('searches')).toBe('b');
    expect(createTopicNamer([...topics].reverse())('search')).toBe('b');
  });

  it('of whatever length takes no time to speak of', () => {
    const began = performance.now();
    for (const sign of ['(', ' ', 'A', '(A', ' (']) expect(topicNamed(sign.repeat(300_000))).toBeNull();
    for (const sign of ['(', ' ', 'A', '(A', ' (']) nameKey(sign.repeat(300_000));
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('the shipped vocabulary', () => {
  const named = topicNamerOf(readShippedVocabulary());

  it('knows each topic by its name and by its slug', () => {
    for (const { slug, name } of readShippedVocabulary()) expect([named(name), named(slug)]).toEqual([slug, slug]);
  });

  it('knows tasks and methods of Papers with Code', () => {
    const stated = ['Object Detection', 'Domain Generalization', 'Visual Question Answering (VQA)', 'LSTM', 'Dropout'];
    const others = ['Language Modelling', 'Recommendation Systems', 'Out of Distribution (OOD) Detection'];
    expect(others.map(named)).toEqual(['large-language-models', 'recommender-systems', 'ood-detection']);
    expect(stated.map(named)).toEqual([
      'object-detection',
      'domain-generalization',
      'visual-question-answering',
      'sequence-models',
      null,
    ]);
  });
});
