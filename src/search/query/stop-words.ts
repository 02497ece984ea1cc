/**
 * Words that say nothing about a subject: they are indexed, so that "phrases" can hold them, but a query looks for them
 * only when it has no other words. Folded as `tokenize` folds; question words are among them because people ask, and so are the words by
 * which they ask for papers: `I am interested in articles that describe …`.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `article articles describe described describes describing discuss discussed discusses discussing find interested looking
  paper papers please publication publications tell want wanted
  a about above after again against all also although am among an and any are arent as at be because been before being
  between both but by can cannot cant could couldnt did didnt do does doesnt doing dont during each either etc every few
  for from further had has hasnt have havent having he her here hers him his how however i if in into is isnt it its
  itself just let may me might more most much must my neither no nor not of off often on once one only onto or other our
  ours out over own per rather s same shall she should since so some such t than that the their theirs them then there
  these they this those though through thus to too toward towards under until up upon us using via very was wasnt we were
  werent what when where whether which while who whom whose why will with within without would you your yours`
    .trim()
    .split(/\s+/),
);
