import { slugify } from '../../text/slugify';

/** The name of a file without its folders and its ending: `2025-03-11` for `seeds/2025-03-11.txt`. */
export function fileStem(file: string): string {
  const name = fileName(file);
  return name.replace(/(?<=.)\.(?!\d+$)\w{1,8}$/, '');
}

/** The name of a file without its folders. */
export function fileName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? '';
}

/** A text as part of a slug; `digest` for one without letters and digits. */
function slugOf(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? slugify(text) : 'digest';
}

/**
 * The slugs of the digests of one file, in order: the file's stem for a single one, else the stem and each date
 * label; one whose label is missing or was there before gets its ordinal as well.
 */
export function digestSlugs(file: string, dateLabels: readonly (string | null)[]): string[] {
  const stem = slugOf(fileStem(file));
  if (dateLabels.length === 1) return [stem];
  const taken = new Set<string>();
  return dateLabels.map((label, index) => {
    const plain = label === null ? stem : `${stem}-${slugOf(label)}`;
    let slug = label === null || taken.has(plain) ? `${plain}-${index + 1}` : plain;
    // `a-3` may be the name of another page already; then the ordinal is said twice.
    while (taken.has(slug)) slug = `${slug}-${index + 1}`;
    taken.add(slug);
    return slug;
  });
}
