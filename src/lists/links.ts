import sql from 'sql-template-tag';
import { columnsOf } from '../store/columns';
import { PaperLink } from '../store/entities/paper/paper-link';
import { fixed } from './paging/list';

/** The links of each paper, in order of appearance. */
export const linksOfPaper = fixed<PaperLink>('Paper.links', ['postgres'], {
  columns: () => columnsOf(PaperLink, 'l').and([{ by: 'p.slug', as: 'paperSlug' }]),
  from: sql`paper_link l join paper p on p.id = l.paper_id`,
  parent: sql`l.paper_id`,
  where: [],
  order: [{ by: sql`l.position`, as: 'position', descending: false, number: 'integer' }],
  json: ['statements'],
  written: ['evidence'],
});
