import type { CreateRenderer, PageGiven } from '@pyladder/contract';
import { createMemoryHistory } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { createQueryClient, ladderQuery, meQuery, referencesQuery } from './api/queries.ts';
import { loadCredentialText } from './credential/texts.ts';
import { giveAlong } from './given.ts';
import { composePage, readManifest } from './pages/composition.ts';
import { findPageHead, missingHead } from './pages/heads.ts';
import { createSiteRouter } from './router.tsx';
import { Site } from './Site.tsx';

/** An address that no page has. */
const NOWHERE = '/-/-';

/** React's mark of a part that waited for something, and was left to the browser. */
const UNFINISHED = '<!--$!-->';

/**
 * The renderer that the server loads: the same pages as in the browser, from the same facts, as whole HTML. It asks
 * nobody anything; a page that would is not one for everybody, and an error.
 */
export const createRenderer: CreateRenderer = ({ shell, manifest }) => {
  const files = readManifest(manifest);
  return async (path, given) => {
    const queries = tellFacts(given, path);
    const history = createMemoryHistory({ initialEntries: [path ?? NOWHERE] });
    const router = createSiteRouter(queries, { origin: given.origin, history });
    await router.load();
    const { matches } = router.state;
    const failed = matches.find(({ status }) => status === 'error');
    if (failed !== undefined) throw failed.error;
    const content = renderToString(
      <StrictMode>
        <Site queries={queries} router={router} />
      </StrictMode>,
    );
    if (content.includes(UNFINISHED))
      throw new Error(`the page ${path ?? 'that says that there is none'} is not whole`);
    const head = path === null ? missingHead() : findPageHead(path, given, await findAbout(path));
    const modules = matches.flatMap(({ staticData }) => staticData.module ?? []);
    return composePage({ shell, files, head, content, modules, given: giveAlong(queries, given.origin) });
  };
};

/** The query cache as it will be in the browser. Of somebody signed in nothing is said here: they differ, the page does not. */
function tellFacts({ ladder, references, visitor }: PageGiven, path: string | null) {
  const queries = createQueryClient();
  queries.setQueryData(ladderQuery.queryKey, ladder);
  if (visitor === 'nobody') queries.setQueryData(meQuery.queryKey, { person: null });
  const credential = path?.slice(1) ?? '';
  const view = references[credential];
  if (view !== undefined) queries.setQueryData(referencesQuery(credential).queryKey, view);
  return queries;
}

/** What is said in a sentence of the credential at a path, if any. */
async function findAbout(path: string): Promise<string | null> {
  return (await loadCredentialText(path.slice(1)))?.description ?? null;
}
