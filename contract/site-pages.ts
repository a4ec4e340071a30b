import type { LadderView } from './ladder.ts';
import type { ReferencesView } from './references.ts';

/**
 * What the server tells the site's renderer. The renderer is built together with the site, so both sides know each
 * other only by these types.
 */
export type PageGiven = {
  /** Where this installation is reached, without a slash at its end. */
  origin: string;
  /** Who runs it. */
  issuerName: string;
  ladder: LadderView;
  /** By credential id. */
  references: Readonly<Record<string, ReferencesView>>;
  /** `somebody` brought a cookie of a session: who they are, the page finds out by itself. */
  visitor: 'nobody' | 'somebody';
};

/** Renders the page for everybody at an address path, whole; null is the page that says that there is none. */
export type RenderPage = (path: string | null, given: PageGiven) => Promise<string>;

/** What was built beside the renderer: the page without content, and the manifest of the build's files. */
export type SiteBuild = { shell: string; manifest: string };

/** Makes the renderer of one build of the site. */
export type CreateRenderer = (build: SiteBuild) => RenderPage;
