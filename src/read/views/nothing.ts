import type { NearestAnswer } from '../answers';
import { html } from '../html';
import { typesetLine } from '../text/typeset';
import { addressOf, type Question, type Reading, type Shown, type View, withoutPlace } from '../view';

const TYPES = { paper: 'PAPER', topic: 'TOPIC', repository: 'REPOSITORY', issue: null } as const;

/** Longer names say no more, in characters. */
const MOST_ASKED = 200;

/** A page of a thing that cannot be there, for its name: the nearest ones. */
export function missingView(kind: NonNullable<View['missing']>['kind'], name: string, address: string): View {
  return { address, question: null, show: () => null, missing: { kind, name } };
}

/** Asks for what is nearest to what is not there; null where nothing can be. */
export function questionOfNearest(missing: NonNullable<View['missing']>): Question | null {
  const type = TYPES[missing.kind];
  const query = missing.name
    .replace(/[-_/.]+/g, ' ')
    .trim()
    .slice(0, MOST_ASKED);
  return type && query ? { operation: 'nearest', variables: { query, types: [type] } } : null;
}

/** What is said at an address of nothing. */
export function showNothing(
  { kind, name }: NonNullable<View['missing']>,
  nearest: NearestAnswer | null,
  address: string,
  { to }: Reading,
): Shown {
  const near = nearest?.search?.nodes ?? [];
  const main = html`<header class="head"><h1>Nothing is here</h1>
<p class="lead">There is no ${kind} <q>${shortened(name)}</q>, or it is gone.</p></header>
${
  near.length > 0 &&
  html`<section aria-labelledby="near"><h2 id="near">Is it one of these?</h2>
<ul class="plain">${near.map(
    (thing) =>
      html`<li data-item><a href="${to(thing.resourcePath)}" dir="auto">${
        thing.__typename === 'Paper'
          ? typesetLine(thing.title)
          : thing.__typename === 'Topic'
            ? thing.name
            : thing.nameWithOwner
      }</a></li>
`,
  )}</ul></section>
`
}<p>${kind === 'issue' ? html`All issues are in the <a href="${to('/archive')}">archive</a>.` : html`Or look for it by the search above.`}</p>
`;
  return { title: 'Nothing is here', description: null, address, main, room: null, isPassing: true };
}

function shortened(name: string): string {
  return name.length > MOST_ASKED ? `${name.slice(0, MOST_ASKED)}…` : name;
}

/** Why a page could not be made. */
export interface Problem {
  heading: string;
  /** A reason that people can read. */
  message: string;
  /** Whether what the address asks for is to blame. */
  isOfAddress: boolean;
}

/** What is said where the page could not be made, and what leads on. */
export function showProblem({ heading, message, isOfAddress }: Problem, address: string, { to }: Reading): Shown {
  const on = isOfAddress ? wayOn(address) : null;
  const main = html`<header class="head"><h1>${heading}</h1>
<p class="lead">${isOfAddress ? 'Something in the address of this page is not as it should be.' : message}</p></header>
${
  isOfAddress &&
  html`<p class="small"><code>${message}</code></p>
`
}${
  on &&
  html`<p><a href="${to(on.address)}">${on.label}</a></p>
`
}`;
  return { title: heading, description: null, address, main, room: null, isPassing: true };
}

/** Where to go from an address that asks for what cannot be shown: to the same without its place in a list, or what narrows it down. */
function wayOn(address: string): { address: string; label: string } {
  const [path = '/', search = ''] = address.split('?');
  const params = new URLSearchParams(search);
  if (params.has('after')) return { address: withoutPlace(address), label: 'Begin at the first page' };
  const q = params.get('q');
  if (params.size > 1 && q) return { address: addressOf(path, { q }), label: 'Search everything for it' };
  return path === '/search' ? { address: path, label: 'How to search' } : { address: '/', label: 'The first page' };
}
