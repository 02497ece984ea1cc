import { GREEK } from '../../../text/letters';

/** Commands that are a sign in a text, by their names. */
export const TEX_SIGNS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(GREEK).map(([letter, name]): [string, string] => [name, letter]),
  ...Object.entries(GREEK).map(([letter, name]): [string, string] => [
    name.charAt(0).toUpperCase() + name.slice(1),
    letter.toUpperCase(),
  ]),
  ...pairs(
    'sigma σ textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textquotesingle \' textquotedbl " textasciigrave ` textasciiacute ´ textasciicircum ^ textasciitilde ~ textbackslash \\ textbar | textless < textgreater > textunderscore _ textdollar $ textpercent % textampersand & textbraceleft { textbraceright } textregistered ® texttrademark ™ textcopyright © copyright © textdegree ° degree ° textcelsius ℃ textordmasculine º textordfeminine ª textmu µ texteuro € euro € pounds £ textsterling £ textyen ¥ textcent ¢ S § textsection § P ¶ textparagraph ¶ dag † textdagger † ddag ‡ textdaggerdbl ‡ textbullet • bullet • textperiodcentered · cdot · textellipsis … ldots … dots … textpm ± pm ± texttimes × times × textdiv ÷ div ÷ textonehalf ½ textonequarter ¼ textthreequarters ¾ textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textexclamdown ¡ textquestiondown ¿ textnumero № guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › flqq « frqq » glqq „ grqq “ quotedblbase „ quotesinglbase ‚ infty ∞ approx ≈ sim ~ leq ≤ le ≤ geq ≥ ge ≥ less < greater > to → rightarrow → textrightarrow → leftarrow ← LaTeX LaTeX TeX TeX BibTeX BibTeX ell ℓ',
  ),
  ['quad', ' '],
  ['qquad', ' '],
  ['newline', ' '],
  ['linebreak', ' '],
  ['textvisiblespace', ' '],
  ['space', ' '],
  ['par', '\n\n'],
  ['relax', ''],
  ['protect', ''],
]);

/** Commands that say how a text looks: it stays. */
export const TEX_STYLES =
  /^(?:text(?:bf|it|rm|sc|sf|sl|tt|up|md|normal|superscript|subscript)|emph|uppercase|lowercase|MakeUppercase|MakeLowercase|MakeTextUppercase|mbox|hbox|fbox|ensuremath|math[a-z]+|boldsymbol|bm|underline|ul|enquote|mkbib[a-z]+|foreignlanguage|selectlanguage|bibinfo|bibnamefont|bibfnamefont|em|it|bf|rm|sc|tt|sf|sl|itshape|bfseries|scshape|ttfamily|rmfamily|sffamily|upshape|normalfont|small|large|tiny|footnotesize|scriptsize|sb|sp)$/;

/** Commands whose first argument is no text to read: it says where, how or in what order. */
export const TEX_HIDDEN =
  /^(?:[a-z]*cite[a-z]*|[a-zA-Z]*ref|label|footnote|footnotemark|thanks|noopsort|SortNoop|sortnoop|switchargs|textcolor|color|hspace|vspace|href|foreignlanguage|selectlanguage|bibinfo|orcid|orcidlink|inst)$/;

/** Commands whose argument is an address as it stands. */
export const TEX_ADDRESSES = /^(?:url|path|nolinkurl|doi)$/;

function pairs(text: string): [string, string][] {
  const words = text.split(' ');
  return words.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, words[index + 1] as string]] : [],
  );
}
