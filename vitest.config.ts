import { defineConfig } from 'vitest/config';

const never = ['**/node_modules/**', '**/dist/**', '**/.types/**', '**/.cache/**', '**/.data/**'];
const journeys = '**/*.journey.test.ts';

/** These start the embedded PostgreSQL whatever server the tests are given, so a second pass on another server leaves them out. */
const onEmbedded = ['server/process/**', 'server/database/embedded/**'];
const isSecondPass = process.env.TEST_DATABASE_URL !== undefined;

/** Waits are generous because nothing is timed here: a slow machine must not fail a test. */
const patient = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };

/** Each kind of test by where it lies. What no other kind takes is a rule, so that no test file is ever forgotten. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, journeys, 'python/**', 'bank/**', 'cli/**', 'server/**', 'web/**'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'python',
          include: ['{python,cli}/**/*.test.ts'],
          exclude: [...never, journeys],
          ...patient,
        },
      },
      {
        test: {
          name: 'bank',
          include: ['bank/**/*.test.ts'],
          exclude: [...never, journeys],
          // Files that run one after another share their interpreters (bank/testing/given-python.ts).
          isolate: false,
          ...patient,
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts'],
          exclude: [...never, journeys, ...(isSecondPass ? onEmbedded : [])],
          globalSetup: ['server/database/testing/global-setup.ts'],
          ...patient,
        },
      },
      'web/vitest.config.ts',
      {
        test: {
          name: 'journeys',
          include: [journeys],
          globalSetup: ['tests/running/prepared.ts'],
          exclude: never,
          ...patient,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
