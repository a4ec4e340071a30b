import {
  createExpect,
  expect,
  type MatcherState,
  type RunnerTestCase,
  type RunnerTestFile,
  type RunnerTestSuite,
  type SerializedConfig,
  type VitestTestRunner,
} from 'vitest';
import { startTests } from 'vitest/internal/browser';
import { nameTest, type Outcome, tellError } from '../outcomes.ts';

/** What of Vitest's settings its runner reads, as they are by default and in this repository. */
const settings = {
  root: '/',
  name: undefined,
  setupFiles: [],
  sequence: { seed: 0, hooks: 'stack', setupFiles: 'parallel' },
  chaiConfig: undefined,
  maxConcurrency: 5,
  testTimeout: 30_000,
  hookTimeout: 30_000,
  retry: 0,
  taskTitleValueFormatTruncate: 40,
  tags: [],
  strictTags: true,
} satisfies Partial<SerializedConfig>;

/** What `expect.assertions` and `expect.hasAssertions` of one test count from. */
const uncounted = {
  assertionCalls: 0,
  isExpectingAssertions: false,
  isExpectingAssertionsError: null,
  expectedAssertionsNumber: null,
  expectedAssertionsNumberErrorGen: null,
} satisfies Partial<MatcherState>;

/**
 * Runs test files in this page by Vitest's own runner, one after another.
 *
 * @param files how to load each, by its path below psychometrics/
 */
export async function runTests(files: Record<string, () => Promise<unknown>>): Promise<Outcome[]> {
  const runner: VitestTestRunner = {
    config: settings as unknown as SerializedConfig,
    importFile: (path) => files[path.slice(1)]?.(),
    extendTaskContext: (context) => Object.assign(context, { expect: createExpect(context.task) }),
    onBeforeTryTask: ({ context }) => {
      for (const one of [expect, context.expect]) one.setState(uncounted);
    },
    onAfterTryTask: ({ context }) => {
      for (const one of [expect, context.expect]) checkCount(one.getState());
    },
  };
  const ran = await startTests(
    Object.keys(files).map((file) => `/${file}`),
    runner,
  );
  // A promise that nobody caught is told only when the page has a moment.
  await new Promise((idle) => setTimeout(idle, 100));
  return ran.flatMap(outcomesOf);
}

function checkCount(state: MatcherState): void {
  const { assertionCalls, expectedAssertionsNumber, isExpectingAssertions } = state;
  const isAsExpected = expectedAssertionsNumber === null || assertionCalls === expectedAssertionsNumber;
  if (!isAsExpected) throw state.expectedAssertionsNumberErrorGen?.();
  if (isExpectingAssertions && assertionCalls === 0) throw state.isExpectingAssertionsError;
}

/** A file that could not be loaded, or a group whose set-up failed, is told by its own name beside its tests. */
function outcomesOf(file: RunnerTestFile): Outcome[] {
  const path = file.filepath.slice(1);
  const outcomesWithin = (suite: RunnerTestSuite): Outcome[] => {
    const within = suite.tasks.flatMap((task) =>
      task.type === 'suite' ? outcomesWithin(task) : [outcomeOf(path, task)],
    );
    const errors = errorsOf(suite);
    const name = suite === file ? path : nameTest(path, suite.fullTestName ?? suite.name);
    return errors.length === 0 ? within : [...within, { name, errors }];
  };
  return outcomesWithin(file);
}

function outcomeOf(path: string, test: RunnerTestCase): Outcome {
  const state = test.result?.state ?? test.mode;
  return { name: nameTest(path, test.fullTestName), errors: state === 'pass' ? [] : [state, ...errorsOf(test)] };
}

function errorsOf({ result }: RunnerTestCase | RunnerTestSuite): string[] {
  return (result?.errors ?? []).map(tellError);
}
