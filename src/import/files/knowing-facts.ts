import type { PaperText } from '../../extract/text/field';
import type { FactReader, Facts } from '../facts/facts';

/**
 * A reader that has read texts already. What a paper shows may be another one.
 *
 * @param facts of each text
 */
export function knowingFacts(reader: FactReader, texts: readonly PaperText[], facts: readonly Facts[]): FactReader {
  const known = new Map(facts.map((ofText, index) => [keyOf(texts[index] as PaperText), ofText]));
  return { ...reader, read: (text) => known.get(keyOf(text)) ?? reader.read(text) };
}

function keyOf({ title, abstract }: PaperText): string {
  return `${title}\n${abstract ?? ''}`;
}
