import { GIVEN_ID, type Given } from '../given.ts';
import type { PageHead } from './heads.ts';
import type { JsonLd } from './structuredData.ts';

/** What the build says of each source that became a file of its own. */
type BuiltFile = { file: string; css?: string[]; imports?: string[] };
export type BuiltFiles = Readonly<Record<string, BuiltFile>>;

/** The page that every script starts from. */
const START = 'index.html';

export function readManifest(text: string): BuiltFiles {
  return JSON.parse(text) as BuiltFiles;
}

export type Composition = {
  /** The built page without content. */
  shell: string;
  files: BuiltFiles;
  head: PageHead;
  /** What React rendered; its title and links to the head come first. */
  content: string;
  /** Sources that this page needs besides the start. */
  modules: readonly string[];
  given: Given;
};

/** A whole page from the built shell: head, content, and what it was rendered from. */
export function composePage({ shell, files, head, content, modules, given }: Composition): string {
  const [hoisted = ''] = /^(?:<title>[^<]*<\/title>|<link [^>]*>|<meta [^>]*>)*/.exec(content) ?? [];
  const title = /<title>([^<]*)<\/title>/.exec(hoisted)?.[1] ?? '';
  const lines = [
    hoisted,
    ...headLines(head, title, given.origin),
    ...fileLines(files, modules),
    ...dataLines(head.data),
  ];
  const page = `<div id="page">${content.slice(hoisted.length)}</div>`;
  const data = `<script type="application/json" id="${GIVEN_ID}">${escapeJson(given)}</script>`;
  return shell
    .replace(/\s*<title>[^<]*<\/title>/, '')
    .replace(/\s*<meta name="(?:description|robots)"[^>]*>/g, '')
    .replace(/\s*<noscript>[\s\S]*?<\/noscript>/, '')
    .replace('</head>', () => `${lines.join('\n')}\n</head>`)
    .replace('<div id="page"></div>', () => `${page}\n${data}`);
}

/** The title is escaped already, by React. */
function headLines({ description, kind, isListed }: PageHead, title: string, origin: string): string[] {
  const words = escapeHtml(description);
  return [
    `<meta name="description" content="${words}">`,
    ...(isListed ? [] : ['<meta name="robots" content="noindex">']),
    `<meta property="og:site_name" content="Pyladder">`,
    `<meta property="og:type" content="${kind}">`,
    `<meta property="og:title" content="${title.replaceAll('"', '&quot;')}">`,
    `<meta property="og:description" content="${words}">`,
    `<meta property="og:locale" content="en_GB">`,
    `<meta property="og:image" content="${escapeHtml(origin)}/share.png">`,
    '<meta property="og:image:width" content="1200">',
    '<meta property="og:image:height" content="630">',
    '<meta name="twitter:card" content="summary_large_image">',
  ];
}

/** Styles, so that nothing is painted without them, and code, so that it is on its way before the start asks for it. */
function fileLines(files: BuiltFiles, modules: readonly string[]): string[] {
  const started = collect(files, [START]);
  const found = collect(files, modules);
  const styles = [...found].flatMap((name) => files[name]?.css ?? []);
  const startStyles = new Set([...started].flatMap((name) => files[name]?.css ?? []));
  const code = [...found].filter((name) => !started.has(name)).map((name) => files[name]?.file ?? '');
  return [
    ...new Set(
      styles
        .filter((file) => !startStyles.has(file))
        .map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
    ),
    ...code.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
  ];
}

/** These sources and all that they import at once. @throws Error for one that the build does not have */
function collect(files: BuiltFiles, names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const built = files[name];
    if (built === undefined) throw new Error(`the build has no file of ${name}`);
    found.add(name);
    waiting.push(...(built.imports ?? []));
  }
  return found;
}

function dataLines(data: readonly JsonLd[]): string[] {
  return data.map((one) => `<script type="application/ld+json">${escapeJson(one)}</script>`);
}

/** JSON that cannot end the element it stands in. */
function escapeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
