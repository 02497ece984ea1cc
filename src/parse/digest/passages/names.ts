/** The names in a line of authors. */
export interface Names {
  /** As printed, `Given Family`, in order. */
  names: string[];
  /** Whether the line names all: not where it ends in `et al.`. */
  isWhole: boolean;
  /** Whether the line says that these are authors (`by …`, `Authors: …`). */
  isLabelled: boolean;
}

/** More of a text is not looked at to tell names from others. */
const READ = 400;

const LABEL = /^[*_]{0,3}(?:authors?(?:\(s\))?[*_]{0,3}\s?[:：][*_]{0,3}|by\b:?)\s*(?=\S)/i;
const SEPARATORS = /[,;，、·•|]| and | AND | & /;
const OTHERS = /,? (?:et al\.?|(?:and |\+ ?)(?:\d+ )?(?:more |other )?(?:others|authors?|more)|\.\.\.|…)$/i;
/** What stands behind a name and belongs to no name: signs and figures of affiliations, and affiliations in brackets. */
const MARKS = /\barxiv:\S+|\([^()]*\)|\$\^?\{?[^$]*\}?\$|[\d*†‡§¶#^⁰¹²³⁴⁵⁶⁷⁸⁹]+/giu;
const WORD =
  /^(?:\p{Lu}\.?|\p{Lu}[\p{L}\p{M}'’.-]*\p{L}\.?|[dlDL]['’]\p{Lu}[\p{L}\p{M}-]+|\p{Lu}\p{Ll}?\.-\p{Lu}\.?)$/u;
const FAMILY = /^\p{Lu}[\p{L}\p{M}'’-]+$/u;
const INITIALS = /^(?:\p{Lu}\.[ -]?){1,4}$/u;
const PARTICLE =
  /^(?:de|del|della|der|den|di|da|das|do|dos|du|la|le|el|al|bin|ibn|ben|van|von|vom|zu|zur|ter|ten|te|y|e|af|av)$/;
const UNSPACED_NAME = /^(?:\p{sc=Han}{2,4}|\p{sc=Hangul}{2,4}|[\p{sc=Katakana}ー]+・[\p{sc=Katakana}ー・]+)$/u;

/** Of so many names some may be of a kind that is not known here (a single word, a group); this share is known. */
const MANY = 4;
const KNOWN_SHARE = 0.6;

/** The names that a line consists of, or null where it is no line of names. A title of two capitalised words is one name. */
export function namesOf(text: string): Names | null {
  const label = LABEL.exec(text)?.[0] ?? '';
  const line = text.slice(label.length);
  const beginning = partsOf(line.slice(0, READ)).names;
  // The last one may have been cut in two.
  if (line.length > READ) beginning.pop();
  const known = beginning.filter(isName).length;
  const enough = beginning.length < MANY ? beginning.length : beginning.length * KNOWN_SHARE;
  if (!/^[*_]{0,3}author/i.test(label) && (known === 0 || known < enough)) return null;
  return { ...partsOf(line), isLabelled: label !== '' };
}

function partsOf(text: string): { names: string[]; isWhole: boolean } {
  const squeezed = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[*_]{2,3}$/, '');
  const others = OTHERS.exec(squeezed.slice(-40))?.[0].length ?? 0;
  const parts = squeezed
    .slice(0, squeezed.length - others)
    .replace(MARKS, ' ')
    .split(squeezed.includes(';') ? /;| and / : SEPARATORS)
    .map((part) => turn(part.replace(/\s+/gu, ' ').trim().replace(/^and /i, '')))
    .filter((part) => part !== '');
  return { names: joinInitials(parts), isWhole: others === 0 };
}

/** `Example, A., Sample, B.` and `Example, Ann`: a family name and what is given, parted by a comma as names are. */
function joinInitials(parts: readonly string[]): string[] {
  const isFamily = (part = '') => !part.includes(' ') && FAMILY.test(part);
  const pairs = parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ''] as const] : []));
  const areInitials = pairs.every(([family, given]) => isFamily(family) && INITIALS.test(given));
  const isOne = pairs.length === 1 && pairs.every(([family, given]) => isFamily(family) && FAMILY.test(given));
  return areInitials || isOne ? pairs.map(([family, given]) => `${given} ${family}`) : [...parts];
}

/** `Family, Given` the other way round, as lists with semicolons have it. */
function turn(part: string): string {
  const [family, given, ...others] = part.split(/, ?/);
  return given === undefined || others.length > 0 ? part : `${given} ${family}`;
}

function isName(part: string): boolean {
  if (UNSPACED_NAME.test(part)) return true;
  const words = part.split(' ');
  if (words.length < 2 || words.length > 5) return false;
  return (
    words.every((word, index) => WORD.test(word) || (index > 0 && PARTICLE.test(word))) &&
    (words.length < 4 || words.some((word) => /\p{Ll}/u.test(word))) &&
    !PARTICLE.test(words.at(-1) ?? '')
  );
}
