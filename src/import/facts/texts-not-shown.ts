import sql from 'sql-template-tag';
import type { PaperText } from '../../extract/text/field';
import { titleKey } from '../../parse/sameness/title';
import { type Db, keys, run } from '../../store/sql';

/** The texts among some that no stored paper shows: out of the others all is read. */
export async function textsNotShown<Text extends PaperText>(db: Db, texts: readonly Text[]): Promise<Text[]> {
  const shown = await run<PaperText>(
    db,
    sql`select title, abstract from paper where title_key in ${keys(texts.map(({ title }) => titleKey(title)))}`,
  );
  const known = new Set(shown.map(keyOf));
  return texts.filter((text) => !known.has(keyOf(text)));
}

function keyOf({ title, abstract }: PaperText): string {
  return `${title}\n${abstract}`;
}
