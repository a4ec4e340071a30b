import { LadderView, type PageGiven } from '@pyladder/contract';
import type { Deps } from '../deps.ts';
import { offersOf, viewLadder } from '../ladder/ladder.routes.ts';
import { type SiteFile, textFile } from './site-files.ts';

/** Pages that are made here, each once for as long as what it tells does not change. */
export type PublicPages = {
  /** @param path of a page for everybody, or null for the page that says that there is none */
  render(path: string | null, visitor: PageGiven['visitor']): Promise<SiteFile>;
};

type Ground = Pick<Deps, 'ladder' | 'banks' | 'readingLists' | 'issuer' | 'installation'>;

/**
 * There are few pages and two kinds of visitors, so all of them are kept. What an installation offers can change while it
 * runs: then all are made anew.
 */
export function createPublicPages(ground: Ground, renderPage: NonNullable<Deps['renderPage']>): PublicPages {
  let offers = '';
  let facts = factsOf(ground);
  let made = new Map<string, Promise<SiteFile>>();
  return {
    render(path, visitor) {
      const current = JSON.stringify(ground.ladder.credentials.map(({ id }) => offersOf(ground, id)));
      if (current !== offers) {
        offers = current;
        facts = factsOf(ground);
        made = new Map();
      }
      const name = `${visitor} ${path}`;
      const known = made.get(name);
      if (known !== undefined) return known;
      const pages = made;
      const page = renderPage(path, { ...facts, visitor }).then((html) => textFile(html, '.html'));
      pages.set(name, page);
      // Whoever asked learns of it; whoever asks next is not told of a fault that may be over.
      page.catch(() => pages.delete(name));
      return page;
    },
  };
}

/** As anyone may know it: what the contract does not declare stays here. */
function factsOf({ readingLists, issuer, installation, ...ground }: Ground): Omit<PageGiven, 'visitor'> {
  return {
    origin: issuer.address,
    issuerName: installation.issuerName,
    ladder: LadderView.parse(viewLadder(ground)),
    references: readingLists,
  };
}
