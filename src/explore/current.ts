import { useGraphiQL } from '@graphiql/react';
import type { Asked } from './asked';

/** What gives the operation and the variables that stand in the editors now. */
export function useCurrent(): () => Asked {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  return () => ({ query: queryEditor?.getValue() ?? '', variables: variableEditor?.getValue() });
}
