import { operations, typedVariables } from './examples';

/** What an address asks to be opened. */
export interface Asked {
  query: string;
  /** As text. */
  variables?: string;
}

/**
 * What stands in an address behind `?`: an operation and its variables (`query`, `variables`), or the name of one of
 * `schema/operations` (`operation`), with variables of one's own or without. Null where it asks for neither.
 */
export function readAsked(search: string): Asked | null {
  const params = new URLSearchParams(search);
  const query = params.get('query');
  const variables = params.get('variables');
  if (query !== null) return { query, variables: variables === null ? undefined : evenly(variables) };
  const example = operations.find(({ name }) => name === params.get('operation'));
  if (!example) return null;
  return { query: example.query, variables: variables === null ? typedVariables(example) : evenly(variables) };
}

/** What an address has behind `?` to open an operation; variables that say nothing are left out. */
export function searchOf({ query, variables = '' }: Asked): string {
  const params = new URLSearchParams({ query });
  if (!/^\s*(\{\s*\}\s*)?$/.test(variables)) params.set('variables', compactly(variables));
  return `?${params}`;
}

/** JSON over several lines; what is none stays as it came, for whoever wrote it to see. */
function evenly(json: string): string {
  return rewritten(json, 2);
}

function compactly(json: string): string {
  return rewritten(json, 0);
}

function rewritten(json: string, indent: number): string {
  try {
    return JSON.stringify(JSON.parse(json), null, indent);
  } catch {
    return json;
  }
}
