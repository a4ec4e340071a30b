import { expect, test } from 'vitest';
import { withPageHead } from './page-head.ts';

const HTML = `<!doctype html>
<html lang="en">
  <head>
    <title>Pyladder</title>
    <meta name="description" content="An open platform.">
    <meta name="robots" content="noindex">
    <script type="module" src="/assets/site.js"></script>
  </head>
  <body></body>
</html>`;

const head = { title: 'PCEP', description: 'Issued by us.', address: 'https://e.org/credentials/1', image: null };

test('a page has one title, one description and one word to search engines, its own, and keeps its scripts', () => {
  const html = withPageHead(HTML, head);
  expect(html.match(/<title>.*<\/title>/g)).toEqual(['<title>PCEP</title>']);
  expect(html.match(/<meta name="description".*>/g)).toEqual(['<meta name="description" content="Issued by us.">']);
  expect(html).toContain('<script type="module" src="/assets/site.js"></script>');
  expect(html.match(/<meta name="robots".*>/g)).toEqual(['<meta name="robots" content="noindex">']);
  expect(html).not.toContain('og:image');
});

test.each(['"><script>alert(1)</script>', "' onload='x", '</title><base href="//evil">', '$& $1 $` &amp;'])(
  'a name cannot get out of where it stands: %s',
  (name) => {
    const html = withPageHead(HTML, { ...head, title: name, description: name, image: name });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain('<base');
    expect(html).not.toMatch(/content="[^"]*"[^>]*"/);
    const [, title = ''] = /<title>(.*)<\/title>/.exec(html) ?? [];
    const read = title
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    expect(read).toBe(name);
  },
);
