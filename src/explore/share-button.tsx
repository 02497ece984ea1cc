import { ToolbarButton } from '@graphiql/react';
import { useState } from 'react';
import { searchOf } from './asked';
import { useCurrent } from './current';

/** How long it says that it has done so, in milliseconds. */
const SAID_FOR = 2_000;

/** Puts what is in the editors into the address, and the address into the clipboard where the browser allows. */
export function ShareButton() {
  const current = useCurrent();
  const [said, setSaid] = useState<string | null>(null);
  const share = async (): Promise<void> => {
    history.replaceState(null, '', searchOf(current()));
    // Away from HTTPS and this machine there is no clipboard.
    const copied = await navigator.clipboard?.writeText(location.href).then(
      () => true,
      () => false,
    );
    setSaid(copied ? 'Link copied' : 'Link is in the address bar');
    setTimeout(() => setSaid(null), SAID_FOR);
  };
  return (
    <>
      <ToolbarButton label="Share: a link to this operation" onClick={share}>
        <svg className="graphiql-toolbar-icon" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
          <path
            strokeWidth="1.4"
            strokeLinecap="round"
            d="M6.5 9.5l3-3M7 4.5l1.7-1.7a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.7 1.7a3.2 3.2 0 0 1-4.5-4.5L4.500 7"
          />
        </svg>
      </ToolbarButton>
      <span className="explore-said" role="status">
        {said}
      </span>
    </>
  );
}
