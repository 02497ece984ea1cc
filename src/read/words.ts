import { type Html, html } from './html';

/** What is written unless a reader asks for something else; the pages themselves are in English. */
export const USUAL_LOCALE = 'en-GB';

/** Readers' ways that are remembered. */
const MOST_KNOWN = 100;
const known = new Map<string, Words>();

/** Numbers and dates as one reader writes them. */
export class Words {
  private readonly numbers: Intl.NumberFormat;
  private readonly shares: Intl.NumberFormat;
  private readonly days: Intl.DateTimeFormat;
  private readonly shortDays: Intl.DateTimeFormat;
  private readonly months: Intl.DateTimeFormat;

  constructor(readonly locale: string) {
    const timeZone = 'UTC';
    this.numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    this.shares = new Intl.NumberFormat(locale, { style: 'percent' });
    this.days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
    this.shortDays = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
    this.months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone });
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  share(value: number): string {
    return this.shares.format(value);
  }

  /** A number and what is counted: `1 paper`, `1,234 papers`. */
  count(value: number, one: string, several = `${one}s`): string {
    return `${this.number(value)} ${value === 1 ? one : several}`;
  }

  /** @param day as YYYY-MM-DD */
  dayText(day: string): string {
    return this.days.format(new Date(day));
  }

  day(day: string): Html {
    return this.time(day, this.dayText(day));
  }

  /** Without its year. */
  shortDay(day: string): Html {
    return this.time(day, this.shortDays.format(new Date(day)));
  }

  /** @param month as YYYY-MM */
  month(month: string): Html {
    return this.time(month, this.months.format(new Date(`${month}-01`)));
  }

  private time(machine: string, shown: string): Html {
    // Month names may be of another language than the page.
    const language = this.locale.split('-')[0] as string;
    return language === 'en'
      ? html`<time datetime="${machine}">${shown}</time>`
      : html`<time datetime="${machine}" lang="${language}">${shown}</time>`;
  }
}

/**
 * The locale to write in for who asks for these.
 *
 * @param wanted languages in the order of preference, as `Accept-Language` names them
 */
export function localeOf(wanted: readonly string[]): string {
  for (const tag of wanted) {
    try {
      const { language, region } = new Intl.Locale(tag);
      const locale = region ? `${language}-${region}` : language;
      if (Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0) return locale === 'en' ? USUAL_LOCALE : locale;
    } catch {
      // No tag of a language, `*` for one.
    }
  }
  return USUAL_LOCALE;
}

/** @param locale one that `localeOf` gave */
export function wordsOf(locale: string): Words {
  const found = known.get(locale);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const words = new Words(locale);
  known.set(locale, words);
  return words;
}
