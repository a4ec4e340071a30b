import type { QueryClient } from '@tanstack/react-query';

/** What came with a page that the server rendered: what it was rendered from, so that nothing is asked for twice. */
export type Given = {
  /** Where this installation is reached; what a page says of its own address. */
  origin: string;
  queries: { key: readonly unknown[]; data: unknown }[];
};

/** The id of the element that holds it, as JSON: data, which no content security policy minds. */
export const GIVEN_ID = 'given';

/** What came with this page, or null for one that is made here from nothing. */
export function readGiven(document: Document): Given | null {
  const text = document.getElementById(GIVEN_ID)?.textContent;
  return text === undefined || text === null ? null : (JSON.parse(text) as Given);
}

/** Takes it over as if it had just been read. */
export function takeOver(queries: QueryClient, given: Given): void {
  for (const { key, data } of given.queries) queries.setQueryData(key, data);
}

/** What the queries hold, to be given along with a page. */
export function giveAlong(queries: QueryClient, origin: string): Given {
  const known = queries.getQueryCache().getAll();
  return { origin, queries: known.map(({ queryKey, state }) => ({ key: queryKey, data: state.data })) };
}
