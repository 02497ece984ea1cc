import { slugify } from '../../text/slugify';
import { isPrinting, type Printing } from './mentions';
import type { PaperChange } from './paper-changes';

/** An entry that is one paper with a title written otherwise, or another paper than one with its title. */
export interface Sameness {
  is: 'joined' | 'apart';
  title: string;
  line: number;
  /** The entry's paper. */
  slug: string;
  /** What it was joined to or kept apart from. */
  other: { title: string; slug: string };
}

/** Which of the entries that are new in their digest were joined to something or kept apart from it, in their order. */
export function samenessOf(changes: readonly PaperChange[]): Sameness[] {
  const byTitle = new Map<string, PaperChange[]>();
  for (const change of changes) {
    if (!change.is) continue;
    const known = byTitle.get(change.titleKey);
    if (known) known.push(change);
    else byTitle.set(change.titleKey, [change]);
  }
  const found = changes.flatMap((change) =>
    change.mentions
      .filter(isPrinting)
      .filter(({ paperPk }) => paperPk === null)
      .flatMap((entry) => [...joinedTo(entry, change), ...keptApartFrom(entry, change, byTitle.get(change.titleKey))]),
  );
  return found.sort((one, other) => one.line - other.line);
}

function joinedTo({ title, line }: Printing, { slug, mentions }: PaperChange): Sameness[] {
  const written = slugify(title);
  const other = mentions.find((mention) => slugify(mention.title) !== written);
  return other ? [{ is: 'joined', title, line, slug, other: { title: other.title, slug } }] : [];
}

function keptApartFrom(
  { title, line }: Printing,
  change: PaperChange,
  namesakes: readonly PaperChange[] = [],
): Sameness[] {
  const other = namesakes.find((each) => each !== change);
  if (!other?.is) return [];
  return [{ is: 'apart', title, line, slug: change.slug, other: { title: other.is.title, slug: other.slug } }];
}
