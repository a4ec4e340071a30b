import { expect, test } from 'vitest';
import { addTallies, tallyOfCheck, tallyOfVitest } from './tally.ts';

type File = { status: 'passed' | 'failed'; tests: ('passed' | 'failed' | 'skipped' | 'todo')[] };

function report(...files: File[]): string {
  const count = (status: string) => files.flatMap(({ tests }) => tests).filter((test) => test === status).length;
  return JSON.stringify({
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('skipped'),
    numTodoTests: count('todo'),
    testResults: files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((test) => ({ status: test })),
    })),
  });
}

test('passed and failed tests are counted one by one', () => {
  const text = report({ status: 'failed', tests: ['passed', 'failed'] }, { status: 'passed', tests: ['passed'] });
  expect(tallyOfVitest(text, 1)).toEqual({ passed: 2, failed: 1, skipped: 0 });
});

test('a file that cannot be loaded is a failure, not a silence', () => {
  const text = report({ status: 'failed', tests: [] }, { status: 'passed', tests: ['passed'] });
  expect(tallyOfVitest(text, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('an error outside every test is a failure', () => {
  expect(tallyOfVitest(report({ status: 'passed', tests: ['passed'] }), 1).failed).toBe(1);
});

test('a runner that crashed, or wrote half a report, is a failure even if it says 0', () => {
  expect(tallyOfVitest(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(tallyOfVitest('{"numPassedTests": 3', 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a run that finds no tests has failed', () => {
  expect(tallyOfVitest(report(), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('skipped tests are told apart from passed ones', () => {
  const text = report({ status: 'passed', tests: ['passed', 'skipped', 'todo'] });
  expect(tallyOfVitest(text, 0)).toEqual({ passed: 1, failed: 0, skipped: 2 });
});

test('a check counts as one test', () => {
  expect(addTallies([tallyOfCheck(0), tallyOfCheck(2), { passed: 5, failed: 1, skipped: 1 }])).toEqual({
    passed: 6,
    failed: 2,
    skipped: 1,
  });
});
