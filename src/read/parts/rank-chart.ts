import type { Paper } from '../answers';
import { type Html, html, NOTHING } from '../html';
import type { Reading } from '../view';

const WIDTH = 320;
const HEIGHT = 96;
const ROOM = 12;
/** Room at the start for the numbers of the first and the last place. */
const NUMBERS = 34;

/** A paper's places over the issues as a line: the first place is at the top. Of one issue there is nothing to draw. */
export function rankChart(digests: Paper['digests'], { words }: Reading): Html {
  const places = digests.edges
    .flatMap(({ rank, node: { date } }) => (date ? [{ rank, date, at: Date.parse(date) }] : []))
    .sort((one, other) => one.at - other.at);
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last || places.length < 2) return NOTHING;
  const lowest = Math.max(...places.map(({ rank }) => rank), 2);
  const x = (at: number): number =>
    round(NUMBERS + ((at - first.at) / (last.at - first.at || 1)) * (WIDTH - NUMBERS - ROOM));
  const y = (rank: number): number => round(ROOM + ((rank - 1) / (lowest - 1)) * (HEIGHT - 2 * ROOM));
  const best = Math.min(...places.map(({ rank }) => rank));
  const said = `Ranks in ${words.count(places.length, 'issue')}: ${words.number(first.rank)} on ${words.dayText(first.date)}, ${words.number(best)} at best, ${words.number(last.rank)} on ${words.dayText(last.date)}`;
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${said}">
${[1, lowest].map(
  (rank) =>
    html`<line class="axis" x1="${NUMBERS}" y1="${y(rank)}" x2="${WIDTH - ROOM}" y2="${y(rank)}"/><text x="${NUMBERS - 12}" y="${y(rank) + 4}">${words.number(rank)}</text>
`,
)}<polyline points="${places.map(({ at, rank }) => `${x(at)},${y(rank)}`).join(' ')}"/>
${places.map(
  ({ at, rank, date }) =>
    html`<circle cx="${x(at)}" cy="${y(rank)}" r="4"><title>${words.dayText(date)}: ${words.number(rank)}</title></circle>`,
)}
</svg>
`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
