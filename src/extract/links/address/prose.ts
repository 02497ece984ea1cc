import { isOpener } from '../../text/sentence-end';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words of the sentence around an address, which are never a piece of it. */
const AROUND_ADDRESS = words(`
  after and are be but can code codes contains datasets during e.g further github has have http http: https https: i.e
  including is may model models more of once or page provides provided published released repo repository
  respectively so soon supplementary supports that their then though together under until upon website were where
  whereas which will within without www you your
`);

/** Whether a word behind a blank belongs to the sentence, so that it is no piece of the address before it. */
export function isProse(word: string): boolean {
  return AROUND_ADDRESS.has(word.toLowerCase()) || isOpener(word);
}

/** What else may follow a whole address: words that are no names of things, and what code is called. */
const BEHIND_ADDRESS = words(`
  about above across again against alone along alongside already also among anonymously any anytime anywhere around aside away
  because before behind below besides between beyond both briefly by could did do does down each either else
  especially etc et even ever every everywhere except few first following forever freely had he hence her here his hosts
  i indeed instead into itself just last later latest least less licence license like many me might most much must near neither
  never next no none nor not now off offers often one online only onto other others out outside over own per plus
  publicly quite rather same second see several shall shows should since some still such than thanks them themselves
  there therefore these they thereby third those through throughout thus till today tomorrow too toward towards two unless
  unlike up us use used uses versus vs very via was way well whenever wherever whether while who whom whose why worldwide
  would yet
  allows demonstrates describes enables features gives implements lists makes presents runs serves supports works
  accessible archive available benchmark data dataset demo documentation examples framework free implementation keywords library link links
  package project public repositories results scripts software toolbox toolkit tool tools tutorial tutorials version videos
`);

/** Whether a word may stand behind an address that is whole; any other may as well be the rest of a name cut in two. */
export function mayFollowAddress(word: string): boolean {
  const plain = word.toLowerCase().replace(/['’/].*$/, '');
  return isProse(plain) || BEHIND_ADDRESS.has(plain) || /^[a-z-]{3,}(?:ing|ed|ly)$/.test(plain);
}
