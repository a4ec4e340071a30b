import type { RunOutcome } from '@pyladder/python';
import { expect, test } from 'vitest';
import { judgeAnswers } from './fates.ts';

const finished = (stdout: string, applied: string[] = ['a-belief']): RunOutcome => ({
  status: 'finished',
  stdout,
  milliseconds: 1,
  applied,
});
const raised = (type: string): RunOutcome => ({
  status: 'raised',
  stdout: '',
  exception: { type, message: 'no', line: 1 },
  milliseconds: 1,
  applied: [],
});
const stopped = (reason: 'time' | 'output'): RunOutcome => ({ status: 'stopped', reason, stdout: '', milliseconds: 1 });

const kindsOf = (python: RunOutcome, ...beliefs: (RunOutcome | undefined)[]) =>
  judgeAnswers(python, beliefs).fates.map((fate) => (fate.kind === 'none' ? fate.why : fate.kind));

test('what each belief answers becomes an option, unless Python or another belief answers the same', () => {
  const { key, fates } = judgeAnswers(finished('1 2\n', []), [
    finished('1 3\n'),
    finished('1  3 \n'),
    finished('1 2\n'),
    finished('1 2\n', []),
    undefined,
  ]);
  expect(key).toBe('1 2');
  expect(fates.map(({ kind }) => kind)).toEqual(['option', 'same', 'key', 'idle', 'waiting']);
  expect(fates[1]).toMatchObject({ as: 0 });
});

test('an answer that a glance would take for the key is no fair option', () => {
  expect(kindsOf(finished("['a']\n"), finished('[a]\n'))).toEqual(['alike']);
});

test('a belief under which the program never ends, or to which it does not apply, has no answer', () => {
  const inapplicable: RunOutcome = { status: 'not-applicable', misconception: 'a-belief', why: 'no loop' };
  expect(kindsOf(finished('1\n'), stopped('time'), stopped('output'), inapplicable)).toEqual([
    'time',
    'output',
    'inapplicable',
  ]);
});

test('stopping with an error is an answer of a belief as well', () => {
  const { fates } = judgeAnswers(finished('1\n'), [raised('TypeError')]);
  expect(fates).toEqual([{ kind: 'option', text: 'The program stops with TypeError.' }]);
});

test('a program that fails, prints nothing or never ends makes no question, though beliefs may answer it', () => {
  expect(judgeAnswers(raised('NameError'), [finished('1\n'), raised('NameError')])).toMatchObject({
    key: null,
    fates: [{ kind: 'option' }, { kind: 'idle' }],
  });
  expect(judgeAnswers(finished(''), []).key).toBeNull();
  expect(judgeAnswers(stopped('time'), []).key).toBeNull();
});
