import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The site's own tests: components in jsdom, and what the build must keep. */
export default defineConfig({
  plugins: [react()],
  test: {
    name: 'web',
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost/' } },
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules', 'dist', '.types', '**/*.journey.test.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    setupFiles: ['./build/testSetup.ts'],
    testTimeout: 30_000,
  },
});
