import { parseDigestFile } from '../../../src/parse/digest/parse-digest-file';

/** The header of the page, with its date label. */
export function header(date = 'Mar 11'): string {
  return `new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community\n\n${date}\n\n`;
}

/** Papers with what real ones show: questions, colons, sentence case, one and several sentences. */
export const PAPERS: readonly (readonly [title: string, abstract: string])[] = [
  [
    'Sparse Rivers: Routing Tokens Without a Router',
    'Mixtures of experts route every token through a learned gate. The gate is costly to train and collapses easily. We remove it and let a fixed hash decide. On four corpora the hash is as good as the gate, and training takes a third less time.',
  ],
  [
    'Can small models plan?',
    'We ask whether models below one billion parameters can plan ahead. To this end, we collect a benchmark of 400 puzzles that need at least six steps. Small models solve 12% of them, and fine-tuning helps less than a scratch pad does.',
  ],
  [
    'Counting sheep with graph neural networks',
    'Counting objects that hide each other is hard for detectors. This paper treats the count as a property of a graph over image patches. Our method halves the error on two public data sets.',
  ],
  [
    'LANTERN: A Dataset of Night-Time Street Scenes',
    'Existing street scenes are mostly recorded by day. We present LANTERN, which holds 50,000 labelled frames of 30 cities at night. Models that are trained on it also improve by day.',
  ],
  [
    'Gradient noise is all you need',
    'However small the batch, stochastic gradients carry information about curvature. We show how to read it off at no cost. The resulting optimiser needs no learning rate schedule.',
  ],
];

/** A digest of these papers; a paper without an abstract is printed as its title alone. */
export function digestOf(papers: readonly (readonly [string, string?])[] = PAPERS, head = header()): string {
  return `${head}${papers.map((paper) => paper.filter((part) => part !== undefined).join('\n\n')).join('\n\n')}\n`;
}

/** Title and abstract of every paper that a text is read as, of all its digests. */
export function readPapers(text: string | Uint8Array): [string, string | null][] {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return parseDigestFile(bytes, 'digest.txt').flatMap(({ entries }) =>
    entries.map(({ title, abstract }): [string, string | null] => [title, abstract]),
  );
}
