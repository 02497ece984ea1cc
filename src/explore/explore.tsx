import { GraphiQL } from 'graphiql';
import { useRef, useState } from 'react';
import type { Asked } from './asked';
import { examples, typedVariables } from './examples';
import { fetcherOf, type Way } from './fetcher';
import { SandboxLink } from './sandbox-link';
import { ShareButton } from './share-button';
import { WayButton } from './way-button';

/** What the server says to the page. */
interface ExploreProps {
  endpoint: string;
  /** What there is for those who read. */
  start: string;
  /** Where Apollo Sandbox is. */
  sandbox: string;
  /** Whether the schema may be read. */
  introspection: boolean;
  /** What the address asks for. */
  asked: Asked | null;
}

/** The tabs of a first visit; later ones find what they left. */
function firstTabs(asked: Asked | null): Asked[] {
  const shown = examples.map((example) => ({ query: example.query, variables: typedVariables(example) }));
  if (!asked) return shown;
  return [asked, ...shown.filter(({ query }) => query !== asked.query)];
}

/** GraphiQL on this server: it opens what the address asks for, beside what was open before. */
export function Explore({ endpoint, start, sandbox, introspection, asked }: ExploreProps) {
  const [way, setWay] = useState<Way>('stream');
  // The editor keeps the first one that it gets.
  const latest = useRef(way);
  latest.current = way;
  const [fetcher] = useState(() => fetcherOf(endpoint, () => latest.current));
  const [tabs] = useState(() => firstTabs(asked));
  return (
    <GraphiQL
      fetcher={fetcher}
      // Null: it is not asked for.
      schema={introspection ? undefined : null}
      inputValueDeprecation
      schemaDescription
      defaultTabs={tabs}
      defaultQuery=""
      initialQuery={asked?.query}
      initialVariables={asked ? (asked.variables ?? '') : undefined}
      // On a phone they take their place only where there are some.
      defaultEditorToolsVisibility={matchMedia('(min-width: 700px)').matches ? 'variables' : undefined}
    >
      <GraphiQL.Logo>
        <a className="explore-name" href={start}>
          Offprint
        </a>
        <SandboxLink sandbox={sandbox} />
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <ShareButton />
            <WayButton way={way} onChange={setWay} />
          </>
        )}
      </GraphiQL.Toolbar>
    </GraphiQL>
  );
}
