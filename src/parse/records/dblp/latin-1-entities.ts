/** The names of the characters from U+00A0 to U+00FF in their order, as DBLP's DTD and ISO 8879 have them. */
const NAMES =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const FIRST = 0xa0;

/** What the entities stand for that the DTD of DBLP declares: it is not fetched. */
export const LATIN_1_ENTITIES: Readonly<Record<string, string>> = Object.fromEntries(
  NAMES.split(' ').map((name, index) => [name, String.fromCharCode(FIRST + index)]),
);
