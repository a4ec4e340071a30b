import { PUBLIC_ADDRESSES } from '@pyladder/contract';
import type { Ladder } from '@pyladder/exam';

/** What search engines are told: `robots.txt`, and the list of pages that it names. */
export type SearchEngineFiles = { robots: string; sitemap: string };

/** @param origin where this installation is reached, without a slash at its end */
export function writeSearchEngineFiles(origin: string, ladder: Ladder): SearchEngineFiles {
  const urls = listPublicPaths(ladder).map((path) => `  <url><loc>${escapeXml(`${origin}${path}`)}</loc></url>`);
  return {
    // Personal pages are not named here: they say themselves that they are not to be listed, which must be readable.
    robots: `User-agent: *\nDisallow: /api/\n\nSitemap: ${origin}/sitemap.xml\n`,
    sitemap: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
  };
}

/** Every page for everybody that an installation with this ladder has. */
function listPublicPaths(ladder: Ladder): string[] {
  return PUBLIC_ADDRESSES.flatMap((address) =>
    address.includes('$credentialId')
      ? ladder.credentials.map(({ id }) => address.replace('$credentialId', id))
      : [address],
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
