const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** What a digest is called: by its day, by the date as printed where its year is not known, by its slug where none is printed. */
export function digestTitle(digest: { date: string | null; dateLabel: string | null; slug: string }): string {
  const { date, dateLabel, slug } = digest;
  return `Trending papers, ${date === null ? (dateLabel ?? slug) : inWords(date)}`;
}

/** @param date as YYYY-MM-DD */
function inWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${MONTHS[month - 1]} ${year}`;
}
