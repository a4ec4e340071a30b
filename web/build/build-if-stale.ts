import { fileURLToPath } from 'node:url';
import { buildIfStale } from './freshness.ts';

const words = {
  fresh: () => 'The site is up to date.',
  'built-by-another': () => 'The site is up to date (another start has just built it).',
  built: (seconds: number) => `Built the site in ${seconds.toFixed(1)} s.`,
};

// Whoever asks, a test too: what people load is the production build, without React's own checks.
process.env.NODE_ENV = 'production';

const began = performance.now();
try {
  const outcome = await buildIfStale(fileURLToPath(new URL('..', import.meta.url)));
  console.log(words[outcome]((performance.now() - began) / 1000));
} catch (error) {
  const isRefused =
    error instanceof Error && 'code' in error && ['EACCES', 'EROFS', 'ENOSPC'].includes(`${error.code}`);
  if (!isRefused) throw error;
  console.error(`The site could not be built: ${error.message}. Make room, or let this user write to the folder web/.`);
  process.exitCode = 1;
}
