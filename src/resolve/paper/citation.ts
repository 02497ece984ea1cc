import { Arg, Ctx, FieldResolver, Resolver, Root, registerEnumType } from 'type-graphql';
import { type CitationFormat, cite } from '../../cite/cite';
import { citedPaperOf } from '../../export/cited-paper-of';
import { Paper } from '../../store/entities/paper/paper';
import type { Context } from '../context';
import { Cost } from '../cost';

const CitationFormatEnum = {
  BIBTEX: 'BIBTEX',
  CSL_JSON: 'CSL_JSON',
  RIS: 'RIS',
  MARKDOWN: 'MARKDOWN',
} as const satisfies Record<CitationFormat, CitationFormat>;

registerEnumType(CitationFormatEnum, {
  name: 'CitationFormat',
  description: 'How a citation is written.',
  valuesConfig: {
    BIBTEX: {
      description:
        'An entry of BibTeX, for LaTeX: accents and signs as TeX has them, capitals in braces, `eprint` of arXiv, code in the note.',
    },
    CSL_JSON: {
      description:
        'An item of CSL-JSON on one line, for Zotero, Pandoc and citeproc; a file of them is a list: `[…]` with commas between.',
    },
    RIS: { description: 'A record of RIS, for EndNote, Mendeley and Zotero; its lines end in CR LF.' },
    MARKDOWN: { description: 'One line of Markdown for a list of papers, with links to the paper and its code.' },
  },
});

/** A paper as others cite it. */
@Resolver(() => Paper)
export class PaperCitationResolver {
  @Cost({ once: 0.6, each: 5 })
  @FieldResolver(() => String, {
    description:
      'The paper as a citation, to be copied as it is: authors, title, when and where published, identifiers, address, keywords, abstract and code, as far as they are known. No other paper has its key. Citations of many papers are at /export/papers.bib, .json, .ris, .csv and .jsonl.',
  })
  async citation(
    @Root() paper: Paper,
    @Arg('format', () => CitationFormatEnum, {
      defaultValue: CitationFormatEnum.BIBTEX,
      description: 'How it is written; BibTeX unless said.',
    })
    format: CitationFormat,
    @Ctx() { loaders }: Context,
  ): Promise<string> {
    const [records, links] = await Promise.all([
      loaders.recordsOfPaper.load(paper.pk, null),
      loaders.linksOfPaper.load(paper.pk),
    ]);
    return cite(citedPaperOf(paper, records, links), format);
  }
}
