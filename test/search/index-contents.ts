import type { Engine } from '../../src/store/engine/engine';
import type { Store } from '../../src/store/store';

/** Every occurrence of every term as the index of each engine has it, and what it counts of them. */
const contents: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [
    'create virtual table if not exists temp.occurrence using fts5vocab(main, search_index, instance)',
    'select term, doc, col, offset from occurrence order by term, doc, col, offset',
    'select term, doc from search_term order by term',
    `create virtual table if not exists temp.titled using fts5vocab(main, search_title, instance)`,
    'select term, doc, col, offset from titled order by term, doc, col, offset',
    'select entries, papers, title_tokens, body_tokens from search_state',
  ],
  postgres: [
    `select doc, title_length, body_length, lexeme, positions, weights from search_entry, unnest(terms) order by doc, lexeme collate "C"`,
    'select term, doc from search_term order by term',
    'select entries, papers, title_tokens, body_tokens from search_state',
  ],
};

export async function contentsOf({ writer }: Store): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const statement of contents[writer.options.type === 'postgres' ? 'postgres' : 'sqlite']) {
    const answer: unknown = await writer.query(statement);
    // Making a table answers with a number.
    if (Array.isArray(answer)) answers.push(...answer);
  }
  return answers;
}

/** What something else than Offprint may do to an index, and the statement by which it does. */
export const damages: Readonly<Record<Engine, readonly [name: string, statement: string][]>> = {
  sqlite: [
    ['a document is missing', 'delete from search_index where rowid = (select max(id) from search_index_docsize)'],
    ['a document is left over', `insert into search_index (rowid, title) values (4000000, 'ghost')`],
    ['a title is missing', 'delete from search_title where rowid = (select max(id) from search_title_docsize)'],
    ['a title is left over', `insert into search_title (rowid, title) values (4000000, 'ghost')`],
    ['titles are of other papers', `update search_title set title = 'ghost' where rowid = 1`],
    ['texts are of other papers', `update search_index set title = '', body = 'ghost', more = '' where rowid = 1`],
    ['terms are not counted', 'delete from search_term'],
  ],
  postgres: [
    ['a document is missing', 'delete from search_entry where doc = (select max(doc) from search_entry)'],
    [
      'a document is left over',
      `insert into search_entry (doc, title_length, body_length, terms) values (4000000, 1, 0, 'ghost:1A')`,
    ],
    ['texts are of other papers', `update search_entry set terms = 'ghost:1A' where doc = 1`],
    ['terms are not counted', 'delete from search_term'],
  ],
};
