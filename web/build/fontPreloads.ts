import type { Plugin } from 'vite';

/** Text in both faces is on every page; the wider Latin subset is fetched only where a name needs it. */
const NEEDED_AT_ONCE = /hyperlegible-(next|mono)-latin-wght-normal.*\.woff2$/;

/** Asks the browser for the fonts before it has read the style sheet, so that text does not change its shape. */
export function fontPreloads(): Plugin {
  return {
    name: 'pyladder-font-preloads',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => NEEDED_AT_ONCE.test(file))
          .sort()
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${file}` },
            injectTo: 'head' as const,
          })),
    },
  };
}
