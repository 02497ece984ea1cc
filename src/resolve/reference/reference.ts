import { Arg, Ctx, Field, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import { readReference } from '../../parse/references/read-reference';
import type { Reference } from '../../parse/references/reference';
import { Paper } from '../../store/entities/paper/paper';
import { letOthersRun } from '../../store/reading/let-others-run';
import { dear } from '../../store/sql';
import { badUserInput } from '../bad-user-input';
import type { Context } from '../context';
import { Cost } from '../cost';
import { checkLength } from '../public-keys';
import { LARGEST_PAGE } from '../relay/page-args';
import { MOST_CANDIDATES, matchReference, type ReferenceEvidence } from './match-reference';

/** In UTF-16 units: an entry of BibTeX with its abstract. */
const LONGEST_REFERENCE = 10_000;
/** References that are read before others have their turn. */
const AT_A_TIME = 10;

const ReferenceOutcomeEnum = { MATCH: 'MATCH', SEVERAL: 'SEVERAL', NONE: 'NONE' } as const;
type ReferenceOutcome = keyof typeof ReferenceOutcomeEnum;
registerEnumType(ReferenceOutcomeEnum, {
  name: 'ReferenceOutcome',
  description: 'What became of a reference that was looked up.',
  valuesConfig: {
    MATCH: { description: 'It means one paper.' },
    SEVERAL: { description: 'It may mean any of several papers, and says nothing that tells which.' },
    NONE: { description: 'Nothing here is known to be what it means.' },
  },
});

const ReferenceEvidenceEnum = {
  IDENTIFIER: 'IDENTIFIER',
  ADDRESS: 'ADDRESS',
  TITLE_AND_AUTHOR: 'TITLE_AND_AUTHOR',
  TITLE: 'TITLE',
} as const satisfies Record<ReferenceEvidence, ReferenceEvidence>;
registerEnumType(ReferenceEvidenceEnum, {
  name: 'ReferenceEvidence',
  description: 'By what a reference was found to mean a paper.',
  valuesConfig: {
    IDENTIFIER: { description: 'By identifiers that it names, whatever title stands beside them.' },
    ADDRESS: {
      description:
        'By the address that it is: of a paper here, or one that papers give, or of a repository that they link to.',
    },
    TITLE_AND_AUTHOR: { description: 'By its title, and the family name of at least one author.' },
    TITLE: {
      description: 'By its title alone: it names no author, or none of the paper is known.',
    },
  },
});

@ObjectType('ReferenceMatch', {
  simpleResolvers: true,
  description: 'A reference as somebody wrote it, and what it means.',
})
class ReferenceMatch {
  @Field(() => String, { description: 'The reference as it was given.' })
  text!: string;

  @Field(() => ReferenceOutcomeEnum, { description: 'Whether it means one paper, may mean several, or none.' })
  outcome!: ReferenceOutcome;

  @Field(() => Paper, { nullable: true, description: 'The paper that it means; null unless the outcome is MATCH.' })
  paper!: Paper | null;

  @Field(() => [Paper], {
    description: `The papers that it may mean, at most ${MOST_CANDIDATES} of them: one for MATCH, none for NONE.`,
  })
  candidates!: Paper[];

  @Field(() => ReferenceEvidenceEnum, { nullable: true, description: 'By what they were found; null for NONE.' })
  matchedBy!: ReferenceEvidence | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The words that they were found by: identifiers as `SCHEME:value`, the address, or the title; null for NONE.',
  })
  matched!: string | null;
}

@Resolver()
export class ReferenceResolver {
  @Cost({ once: 5, item: 16, items: ({ texts }) => Math.min(texts.length, LARGEST_PAGE) })
  @Query(() => [ReferenceMatch], {
    nullable: true,
    description:
      'What references mean, in the order given: each an identifier or address in any spelling, a title, an entry of BibTeX, RIS or CSL-JSON, or a line of a list of references in any style. Identifiers count first, then an address, then the title; nothing is guessed: what fits several papers is SEVERAL. A title stands for a paper under every title that sources print or state. Of papers with the same title those are left out that have another identifier of arXiv than the reference names, and, where it names authors, those by others.',
  })
  async matchReferences(
    @Arg('texts', () => [String], {
      description: `The references, at most ${LARGEST_PAGE}, each at most ${LONGEST_REFERENCE.toLocaleString('en')} characters.`,
    })
    texts: string[],
    @Ctx() { db, loaders, publicUrl }: Context,
  ): Promise<ReferenceMatch[]> {
    checkLength('texts', texts, 'references');
    texts.forEach((text, index) => {
      checkReference(`texts[${index}]`, text);
    });
    const references: Reference[] = [];
    for (const text of texts) {
      if (references.length % AT_A_TIME === AT_A_TIME - 1) await letOthersRun(dear(db));
      references.push(await readReference(text));
    }
    return Promise.all(
      texts.map(async (text, index) => {
        const meant = await matchReference(text, references[index] as Reference, publicUrl, loaders);
        return { text, ...outcomeOf(meant.papers), matchedBy: meant.by, matched: meant.matched };
      }),
    );
  }
}

function outcomeOf(papers: Paper[]): Pick<ReferenceMatch, 'outcome' | 'paper' | 'candidates'> {
  const [first, another] = papers;
  if (first === undefined) return { outcome: 'NONE', paper: null, candidates: [] };
  if (another === undefined) return { outcome: 'MATCH', paper: first, candidates: [first] };
  return { outcome: 'SEVERAL', paper: null, candidates: papers.slice(0, MOST_CANDIDATES) };
}

function checkReference(argument: string, text: string): void {
  const { length } = text.trim();
  if (length > LONGEST_REFERENCE) throw badUserInput(argument, `at most ${LONGEST_REFERENCE} characters`, length);
  if (length === 0) throw badUserInput(argument, 'a reference: an identifier, an address, a title or more', text);
}
