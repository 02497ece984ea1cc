import { quote } from '../../file/digest-syntax-error';

const DECLARATION = /<!ENTITY\s+(?!%)/g;
const CHARACTER =
  /<!ENTITY\s+([A-Za-z_][\w.:-]{0,60})\s+(["'])(?:&#(\d{1,7});|&#x([\dA-Fa-f]{1,6});|([^<>&%"']{0,20}))\2\s*>/y;
const COMMENT = /<!--[\s\S]*?-->/g;

/** The entities that a document type declares, and what is not accepted of them. */
export interface DeclaredEntities {
  /** Names and the characters that they stand for. */
  characters: (readonly [name: string, characters: string])[];
  /** A declaration that is no plain character; null where there is none. */
  refused: string | null;
}

/**
 * The entities that `<!DOCTYPE …>` declares by itself. Only plain characters are taken, as DBLP's has them: what is made of others
 * grows without bounds, and what lies elsewhere is not fetched.
 */
export function declaredEntities(doctype: string): DeclaredEntities {
  const characters: [string, string][] = [];
  const declarations = doctype.replace(COMMENT, '');
  for (const { index } of declarations.matchAll(DECLARATION)) {
    CHARACTER.lastIndex = index;
    const [, name, , decimal, hexadecimal, plain] = CHARACTER.exec(declarations) ?? [];
    if (name === undefined) return { characters, refused: quote(declarations.slice(index, index + 250)) };
    characters.push([name, plain ?? characterOf(Number.parseInt(decimal ?? hexadecimal ?? '', decimal ? 10 : 16))]);
  }
  return { characters, refused: null };
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
