/** Longer texts are no lines of an address; in characters. */
const LONGEST = 120;

/** What only a line of a postal address has: a street with its number, a box or a suite, a code with its town. */
const FORMS = [
  /\b\d{1,5}\p{L}? (?:(?:\p{Lu}[\p{L}\p{M}'’.-]*|\d{1,3}(?:st|nd|rd|th)) ){1,4}(?:St(?:reet)?|R(?:oa)?d|La?ne?|Ave(?:nue)?|Dr(?:ive)?|B(?:oulevard|lvd)|Way|Sq(?:uare)?|Pkwy|Place|Court|Terrace)(?:$|[.,]| (?:PMB|Suite|Ste|#))/u,
  /\p{Ll}(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee|straat|gatan) \d{1,4}(?!\d)/u,
  /\b\d{1,4},? rue (?:de |du |des )?\p{Lu}/u,
  /\b(?:Via|Calle|Avenida|Rua) (?:\p{Ll}{1,4} )?\p{Lu}\p{Ll}+,? \d{1,4}(?!\d)/u,
  /\b(?:Suite|Ste\.?|PMB|P\.? ?O\.? Box) #?\d{1,6}(?!\d)/u,
  // `San Francisco, CA 94104`, `Harbour Town, Maine 04101`, `Cambridge CB2 1TN`, `10115 Berlin, Germany`.
  /\p{Ll},? \p{Lu}{2} \d{5}(?:-\d{4})?(?:,|$)/u,
  /\p{Ll}, \p{Lu}\p{Ll}+ \d{5}(?:,|$)/u,
  /\p{Ll},? \p{Lu}{1,2}\d{1,2}\p{Lu}? \d\p{Lu}{2}(?:,|$)/u,
  /(?:^|, )\d{5} \p{Lu}\p{Ll}+(?:,|$)/u,
];

/** Whether a text looks like a line of a postal address, as the foot of a mail has one. */
export function isPostalAddress(text: string): boolean {
  return text.length <= LONGEST && /\d/.test(text) && FORMS.some((form) => form.test(text));
}
