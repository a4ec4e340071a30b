import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fontPreloads } from './build/fontPreloads.ts';
import { roomRewrite } from './build/roomRewrite.ts';
import { roomWorker } from './build/roomWorker.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const pages = ['index', 'room'].filter((page) => existsSync(`${root}${page}.html`));

/**
 * What always comes together comes as one file. A group takes along whatever it imports, so it may hold nothing that imports
 * what the exam room needs too: the room would then carry the whole group.
 */
const groups = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: 'router', test: /node_modules\/@tanstack\/(history|react-router|react-store|router-core|store)\// },
  { name: 'queries', test: /node_modules\/@tanstack\/(query-core|react-query)\// },
  { name: 'messages', test: /node_modules\/(@formatjs|intl-messageformat)\// },
];

/**
 * Two pages of their own: the site, and the exam room, which must stay small and needs nothing of the site. The site
 * once more for Node is the renderer of its pages (build/site.ts).
 */
export default defineConfig(({ isSsrBuild }) => ({
  root,
  plugins: [react(), fontPreloads(), roomRewrite(), roomWorker()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Every asset is a file: a data: address in CSS would need a laxer content security policy.
    assetsInlineLimit: 0,
    // The site's shared code is one file of this size on purpose; benchmarks watch its weight.
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    ...(isSsrBuild !== true && {
      // Which styles and files a page needs: for the renderer, which asks for them in the page's head.
      manifest: true,
      rolldownOptions: {
        input: Object.fromEntries(pages.map((page) => [page, `${root}${page}.html`])),
        output: { codeSplitting: { groups } },
      },
    }),
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4400' } },
}));
