/** The text of a digest page: its header, then title, blank, abstract. */
export function digestText(
  dateLabel: string | null,
  entries: readonly (readonly [title: string, abstract?: string])[],
): string {
  const header = ['new', 'Get trending papers in your email inbox!', 'Subscribe', 'byAK and the research community'];
  const blocks = [...header, ...(dateLabel ? [dateLabel] : []), ...entries.flat()];
  return `${blocks.join('\n\n')}\n`;
}

/** How the abstract of "Random Teachers are Good Teachers" begins in the shipped digest. */
export const RANDOM_TEACHERS =
  'In this work, we investigate the implicit regularization induced by teacher-student learning dynamics in self-distillation.';

/** An abstract of ordinary length about nothing in the vocabulary, then what is given. */
export function abstractWith(text: string): string {
  return `Widgets are made in many towns, and little is known of how they age. We look at four thousand of them over ten years. ${text} The findings hold in every town that we visited, and they surprise us.`;
}
