import { GraphiQL } from 'graphiql';
import { useState } from 'react';
import type { Asked } from './asked';
import { examples, typedVariables } from './examples';
import { fetcherOf } from './fetcher';
import { SandboxLink } from './sandbox-link';
import { ShareButton } from './share-button';

/** What the server says to the page. */
interface ExploreProps {
  endpoint: string;
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
export function Explore({ endpoint, sandbox, introspection, asked }: ExploreProps) {
  const [fetcher] = useState(() => fetcherOf(endpoint));
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
        <span className="explore-name">Offprint</span>
        <SandboxLink sandbox={sandbox} />
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <ShareButton />
          </>
        )}
      </GraphiQL.Toolbar>
    </GraphiQL>
  );
}
