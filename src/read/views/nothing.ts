import type { NearestAnswer } from '../answers';
import { html } from '../html';
import { typesetLine } from '../text/typeset';
import type { Question, Reading, Shown, View } from '../view';

const TYPES = { paper: 'PAPER', topic: 'TOPIC', repository: 'REPOSITORY', issue: null } as const;

/** Longer names say no more, in characters. */
const MOST_ASKED = 200;

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
<p class="lead">There is no ${kind} <q>${name}</q>, or it is gone.</p></header>
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

/** What is said where the page could not be made: a reason that people can read. */
export function showProblem(heading: string, message: string, address: string): Shown {
  const main = html`<header class="head"><h1>${heading}</h1>
<p class="lead">${message}</p></header>
`;
  return { title: heading, description: null, address, main, room: null, isPassing: true };
}
