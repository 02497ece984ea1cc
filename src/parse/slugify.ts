import { createHash } from 'node:crypto';

/** Signs that tell titles apart (`C`, `C++`, `C#`, `A*`), written out. */
const SPOKEN: Readonly<Record<string, string>> = { '+': ' plus ', '#': ' sharp ', '*': ' star ', '&': ' and ' };

/**
 * The public key of a title or name: lower case, letters without accents and digits of any script, all else one hyphen.
 * Two titles with the same slug are the same paper. A text without letters or digits gets a fingerprint.
 */
export function slugify(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[+#*&]/g, (sign) => SPOKEN[sign] ?? sign)
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug || `untitled-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}
