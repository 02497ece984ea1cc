import { ToolbarButton } from '@graphiql/react';
import type { Way } from './fetcher';

const NAMES: Record<Way, string> = { stream: 'an event stream', socket: 'a WebSocket' };
const SIGNS: Record<Way, string> = { stream: 'SSE', socket: 'WS' };

/** Says by what the next subscription comes, and takes the other way. */
export function WayButton({ way, onChange }: { way: Way; onChange(way: Way): void }) {
  const other = way === 'stream' ? 'socket' : 'stream';
  return (
    <ToolbarButton
      // Its first word is the one that is seen, for who says it.
      label={`${SIGNS[way]}: subscriptions come by ${NAMES[way]}, press for ${NAMES[other]}`}
      className="explore-way"
      onClick={() => onChange(other)}
    >
      <span>{SIGNS[way]}</span>
    </ToolbarButton>
  );
}
