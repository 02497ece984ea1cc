import { withoutMarkup } from '../plain';
import type { RisRecord, RisValue } from './ris-scanner';

/** The values of a record by their tags. */
export class RisValues {
  private readonly byTag = new Map<string, string[]>();

  constructor(private readonly record: RisRecord) {
    for (const { tag, text } of record.values) {
      const before = this.byTag.get(tag);
      if (text.trim() === '') continue;
      if (before === undefined) this.byTag.set(tag, [text.trim()]);
      else before.push(text.trim());
    }
  }

  /** The first of some tags that has a value. */
  first(...tags: string[]): RisValue | null {
    for (const tag of tags) {
      const [text] = this.byTag.get(tag) ?? [];
      if (text !== undefined) return { tag, text };
    }
    return null;
  }

  /** The values of some tags, tag after tag. */
  all(...tags: string[]): RisValue[] {
    return tags.flatMap((tag) => (this.byTag.get(tag) ?? []).map((text) => ({ tag, text })));
  }

  /** The values of some tags in the order of the file. */
  inOrder(...tags: string[]): RisValue[] {
    return this.record.values.filter(({ tag, text }) => tags.includes(tag) && text.trim() !== '');
  }
}

/** A value as a text. */
export function textOf({ text }: RisValue): string {
  return withoutMarkup(text);
}
