import { GREEK } from './letters';
import { decodeTex } from './tex';

/** What commands of TeX stand for, by their names. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(GREEK).map(([letter, name]): [string, string] => [name, letter]),
  ...Object.entries(GREEK).map(([letter, name]): [string, string] => [capital(name), letter.toUpperCase()]),
  ...pairs(
    'varepsilon ε vartheta ϑ varphi φ varrho ϱ sigma σ ell ℓ hbar ℏ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ sqrt √ times × cdot · div ÷ pm ± mp ∓ circ ∘ ast * star ⋆ oplus ⊕ otimes ⊗ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ll ≪ gg ≫ ne ≠ neq ≠ equiv ≡ approx ≈ sim ~ simeq ≃ cong ≅ propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ cup ∪ cap ∩ setminus ∖ emptyset ∅ forall ∀ exists ∃ neg ¬ land ∧ lor ∨ wedge ∧ vee ∨ to → rightarrow → longrightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦ uparrow ↑ downarrow ↓ ldots … dots … cdots … langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ mid | vert | Vert ‖ lVert ‖ rVert ‖ prime ′ dagger † degree ° perp ⊥ parallel ∥ Re Re Im Im textbackslash \\ copyright © pounds £ S § P ¶',
  ),
]);

/** Those that say how a text looks, or how large a bracket is. */
const STYLES =
  '(?:text[a-z]*|math[a-z]*|emph|operatorname|underline|overline|(?:wide)?(?:hat|tilde)|bar|vec|dot|ddot|[mhf]box|boldsymbol|bm|ensuremath|pmb|url)\\*?';
const SWITCHES = '(?:it|bf|em|rm|sc|tt|sf|sl|itshape|bfseries|rmfamily|scshape|ttfamily|small|large|displaystyle)';
const SIZES = /\\{1,2}(?:left|right|middle|[bB]igg?[lrm]?)(?![A-Za-z])\.?/g;
/** Those whose argument leads elsewhere in a text that is not there. */
const LEADING = '(?:[cC]ite[a-z]*|(?:page|eq|auto|[cC])?ref|label|footnote|begin|end)';
const REFERENCES = new RegExp(`[~\\s]{0,2}\\\\${LEADING}\\*?(?:\\[[^[\\]]*\\])*\\{[^{}]*\\}`, 'g');
/** All that are more than a sign: they say what to do with what follows. */
const DOING = new RegExp(`^(?:[dt]?frac|sqrt|href|${STYLES}|${SWITCHES}|${LEADING})$`);

/** What stands in braces, without braces in it. */
const GROUP = '\\{([^{}]*)\\}';

/** Braces and what they belong to, from the inside to the outside. */
const GROUPS: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  [REFERENCES, ''],
  [new RegExp(`\\\\href\\s*${GROUP}\\s*${GROUP}`, 'g'), '$2'],
  [
    new RegExp(`\\\\[dt]?frac\\s*${GROUP}\\s*${GROUP}`, 'g'),
    (_, over = '', under = '') => `${inBrackets(over)}/${inBrackets(under)}`,
  ],
  [new RegExp(`\\\\sqrt\\s*${GROUP}`, 'g'), (_, root = '') => `√${inBrackets(root)}`],
  [new RegExp(`\\\\${STYLES}\\s*${GROUP}`, 'g'), '$1'],
  [new RegExp(`\\{\\s*\\\\${SWITCHES}(?![A-Za-z])\\s*([^{}]*)\\}`, 'g'), '$1'],
  [new RegExp(`([\\^_])\\s*${GROUP}`, 'g'), (_, sign = '', script = '') => `${sign}${inBrackets(script)}`],
  // Around a word: `{B}ayes`. Other braces may be what they are: `{0, 1}`.
  [/(?<![\p{L}}\]\\*])\{([\p{L}\p{N}.-]+)\}/gu, '$1'],
];

/** What says how a text looks that nothing closes. */
const UNCLOSED = new RegExp(`\\\\{1,2}${STYLES}\\s*\\{`, 'g');

/** Groups within groups that are opened. */
const DEEPEST = 6;

/** What TeX escapes, and signs that nobody writes to stand for it meanwhile. */
const ESCAPED = '%&_$#{}';
const STANDS_FOR = 0xf0000;

/**
 * A text as people read it, without what is written for TeX: `Fr\'echet`, `$\alpha\le 2$`, `\emph{in vivo}`, `5\%`, `~`, quotation
 * marks and dashes. Paragraphs stay apart by a blank line, each on one line. A formula is as near to its look as plain letters are:
 * `O(√n)`, `x^(1/2)`. Positions in the text as it is stored do not hold in it.
 */
export function plainText(text: string): string {
  const plain = /[\\$~{`]|''|--/.test(text) ? withoutTex(text) : text;
  return plain
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function withoutTex(text: string): string {
  let plain = decodeTex(text)
    .replace(/\\([%&_$#{}])/g, (_, sign: string) => String.fromCodePoint(STANDS_FOR + ESCAPED.indexOf(sign)))
    // A dollar sign that is a price is followed by no blank, but closed behind one or before a figure.
    .replace(/\$\$([^$]+)\$\$/g, '$1')
    .replace(/\$(?!\s)([^$]*[^$\s])\$(?!\d)/g, '$1')
    .replace(/\\[()[\]]/g, '')
    .replace(SIZES, '')
    .replace(/\\\\(?=\s|$)/g, ' ')
    .replace(/\\[,;: ]/g, ' ')
    .replace(/\\[!/]/g, '')
    .replace(/\\{1,2}([A-Za-z]+)(?=(\\?))/g, (written, name: string, next: string) =>
      DOING.test(name) ? written : (SYMBOLS.get(name) ?? `${name}${next && ' '}`),
    );
  for (let depth = 0; depth < DEEPEST && plain.includes('{'); depth += 1) {
    for (const [pattern, by] of GROUPS) plain = plain.replace(pattern, by as string);
  }
  return plain
    .replace(UNCLOSED, '')
    .replace(/\\{1,2}([A-Za-z]+)\*?/g, (_, name: string) => SYMBOLS.get(name) ?? name)
    .replace(/(?<=[\p{L}\p{N}.,)\]])~(?=[\p{L}\p{N}([])/gu, ' ')
    .replace(/``/g, '“')
    .replace(/(?<=\S)''/g, '”')
    .replace(/(?<=[\p{L}\p{N},.)”\s])---(?=[\p{L}\p{N}(“\s])/gu, '—')
    .replace(/(?<=[\p{L}\p{N}])--(?=[\p{L}\p{N}])|(?<=\s)--(?=\s)/gu, '–')
    .replace(/[\u{f0000}-\u{f0006}]/gu, (sign) => ESCAPED[(sign.codePointAt(0) as number) - STANDS_FOR] as string);
}

/** What was held together by braces; a single word or number needs no brackets. */
function inBrackets(text: string): string {
  const inner = text.trim();
  return /^[-+√]*[\p{L}\p{N}.]*$|^\\[A-Za-z]+$|^\S$/u.test(inner) ? inner : `(${inner})`;
}

function pairs(text: string): [string, string][] {
  return text
    .split(' ')
    .flatMap((name, index, all): [string, string][] => (index % 2 === 0 ? [[name, all[index + 1] as string]] : []));
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
