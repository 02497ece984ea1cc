import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { LRUCache } from 'lru-cache';
import { beyondLimit } from './beyond-limit';

/** Brackets within each other: far more than `MAX_DEPTH` needs, few enough for everything that goes down into them. */
const MOST_NESTED = 500;

const OPENING: readonly TokenKind[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
const CLOSING: readonly TokenKind[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];

/** Memory for texts that were looked at, in characters: those that come again are not looked at again. */
const MOST_CHARACTERS = 4_000_000;
const tokensOf = new LRUCache<string, number>({
  maxSize: MOST_CHARACTERS,
  sizeCalculation: (_, text) => text.length + 1,
});

/** How many texts are remembered, and how much memory they take, in characters. */
export function textMemory(): { entries: number; size: number } {
  return { entries: tokensOf.size, size: tokensOf.calculatedSize };
}

/**
 * Refuses the text of an operation that is too long or too nested to be parsed. What is no GraphQL at all is left to the parser
 * to report.
 *
 * @param most how many tokens it may have
 * @throws QUERY_TOO_LONG, QUERY_TOO_DEEP
 */
export function checkText(text: string, most: number): void {
  const known = tokensOf.get(text);
  if (known !== undefined && known <= most) return;
  let [tokens, nested] = [0, 0];
  for (const kind of kindsOf(text)) {
    tokens += 1;
    if (OPENING.includes(kind)) nested += 1;
    else if (CLOSING.includes(kind)) nested -= 1;
    if (tokens > most) throw beyondLimit({ code: 'QUERY_TOO_LONG', what: 'Query length', limit: most, unit: 'tokens' });
    if (nested > MOST_NESTED) {
      throw beyondLimit({
        code: 'QUERY_TOO_DEEP',
        what: 'Query nesting',
        limit: MOST_NESTED,
        unit: 'brackets within each other',
      });
    }
  }
  tokensOf.set(text, tokens);
}

/** The kinds of the tokens in a text, up to the first that is none. */
function* kindsOf(text: string): Iterable<TokenKind> {
  const lexer = new Lexer(new Source(text));
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) yield kind;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
}
