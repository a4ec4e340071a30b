import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fontPreloads } from './fontPreloads.ts';

const web = fileURLToPath(new URL('..', import.meta.url));

/** The page of `pyladder bank preview`: built by itself, so that the site and the exam room carry nothing of it. */
export default defineConfig({
  root: `${web}preview`,
  publicDir: `${web}public`,
  plugins: [react(), fontPreloads()],
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 700, modulePreload: { polyfill: false } },
});
