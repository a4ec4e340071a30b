import { fileURLToPath } from 'node:url';
import { buildIfStale } from './freshness.ts';

// What authors look at is the production build, as what candidates load is.
process.env.NODE_ENV = 'production';

const outcome = await buildIfStale(fileURLToPath(new URL('..', import.meta.url)), {
  config: 'build/preview.config.ts',
  dist: 'preview/dist',
});
if (outcome === 'built') console.log('Built the page of the preview.');
