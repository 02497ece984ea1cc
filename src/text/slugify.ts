import { createHash } from 'node:crypto';

/** Signs that tell titles apart (`C`, `C++`, `C#`, `A*`), written out. */
const SPOKEN: Readonly<Record<string, string>> = { '+': ' plus ', '#': ' sharp ', '*': ' star ', '&': ' and ' };

/** A text with the signs that tell titles apart written out. */
export function spoken(text: string): string {
  return text.replace(/[+#*&]/g, (sign) => SPOKEN[sign] ?? sign);
}

/**
 * A title or name as a public key: lower case, letters without accents and digits of any script, all else one hyphen.
 * A text without letters or digits gets a fingerprint.
 */
export function slugify(text: string): string {
  const slug = spoken(text.normalize('NFKD').replace(/\p{M}+/gu, ''))
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug || `untitled-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}
