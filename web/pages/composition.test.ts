// @vitest-environment node
import { expect, test } from 'vitest';
import { composePage, readManifest } from './composition.ts';

const shell = `<!doctype html>
<html lang="en">
  <head>
    <title>Pyladder</title>
    <meta name="description" content="Any page.">
    <meta name="robots" content="noindex">
    <script type="module" src="/assets/start.js"></script>
  </head>
  <body>
    <div id="page"></div>
    <noscript>Scripts are needed.</noscript>
  </body>
</html>`;

const files = readManifest(
  JSON.stringify({
    'index.html': { file: 'assets/start.js', css: ['assets/start.css'], imports: ['_shared.js'] },
    '_shared.js': { file: 'assets/shared.js', css: ['assets/shared.css'] },
    'pages/One.tsx': { file: 'assets/one.js', css: ['assets/one.css'], imports: ['_shared.js', '_other.js'] },
    '_other.js': { file: 'assets/other.js' },
  }),
);

const compose = (change: Partial<Parameters<typeof composePage>[0]> = {}) =>
  composePage({
    shell,
    files,
    head: { description: 'Of "one" & all.', kind: 'article', isListed: true, data: [] },
    content: '<title>One · Pyladder</title><link rel="canonical" href="https://e.org/one"/><main>One</main>',
    modules: ['pages/One.tsx'],
    given: { origin: 'https://e.org', queries: [{ key: ['a'], data: 1 }] },
    ...change,
  });

test('the title of the page stands in the head, and the shell’s own is gone', () => {
  const html = compose();
  expect(html.match(/<title>[^<]*<\/title>/g)).toEqual(['<title>One · Pyladder</title>']);
  expect(html.indexOf('<title>')).toBeLessThan(html.indexOf('</head>'));
  expect(html).toContain('<div id="page"><main>One</main></div>');
  expect(html).toContain('<meta property="og:title" content="One · Pyladder">');
});

test('a page for everybody may be listed and needs no scripts; the shell says otherwise of itself', () => {
  expect(compose()).not.toMatch(/noindex|noscript/);
  expect(compose({ head: { description: 'None.', kind: 'website', isListed: false, data: [] } })).toContain('noindex');
});

test('words in a description never end the attribute that they stand in', () => {
  expect(compose()).toContain('<meta name="description" content="Of &quot;one&quot; &amp; all.">');
});

test('nothing that is given along can end its element', () => {
  const html = compose({ given: { origin: 'https://e.org', queries: [{ key: ['x'], data: '</script><b>' }] } });
  expect(html).not.toContain('</script><b>');
  const [, text = ''] = /id="given">([\s\S]*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(text).queries[0].data).toBe('</script><b>');
});

test('dollar signs in a page stay dollar signs', () => {
  expect(compose({ content: "<title>$& $'</title><p>$59 $& $1</p>" })).toContain('<p>$59 $& $1</p>');
});

test('a page asks for its own styles and code at once, and for nothing twice', () => {
  const html = compose();
  expect(html).toContain('<link rel="stylesheet" crossorigin href="/assets/one.css">');
  expect(html).toContain('<link rel="modulepreload" crossorigin href="/assets/other.js">');
  expect(html).not.toContain('href="/assets/shared.css"');
  expect(html).not.toContain('href="/assets/shared.js"');
});

test('a page whose code was not built is found when it is made, not by its reader', () => {
  expect(() => compose({ modules: ['pages/Two.tsx'] })).toThrow('pages/Two.tsx');
});
