/** What a page says of itself to whoever shows a link to it. */
export type PageHead = {
  title: string;
  description: string;
  /** Absolute, as that of the picture. */
  address: string;
  image: string | null;
};

/**
 * The site's page with a head of its own, for readers that run no script: previews of links, mostly. Search engines are
 * asked to leave it out.
 */
export function withPageHead(html: string, { title, description, address, image }: PageHead): string {
  const lines = [
    `<title>${escapeHtml(title)}</title>`,
    meta('name', 'description', description),
    meta('name', 'robots', 'noindex'),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('property', 'og:url', address),
    ...(image === null ? [] : [meta('property', 'og:image', image)]),
    meta('name', 'twitter:card', 'summary'),
  ];
  const bare = html
    .replace(/<title>[^<]*<\/title>\s*/, '')
    .replace(/<meta name="(?:description|robots)"[^>]*>\s*/g, '');
  // A function, because in a plain replacement `$&` in a name would mean something.
  return bare.replace('</head>', () => `${lines.join('\n    ')}\n  </head>`);
}

function meta(kind: 'name' | 'property', name: string, content: string): string {
  return `<meta ${kind}="${name}" content="${escapeHtml(content)}">`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
