import { expect, test } from 'vitest';
import type { Passage } from '../quizzes/passage.ts';
import { judgeKey } from './judge.ts';
import { compare } from './likeness.ts';
import { readOptions } from './option-reading.ts';
import { raisedTruth, type Truth } from './truth.ts';

const passages = (texts: readonly string[]): { passage: Passage }[] =>
  texts.map((text) => ({ passage: [{ type: 'words', text }] }));
const printed = (...texts: string[]): Extract<Truth, { outcome: 'printed' }> => ({
  outcome: 'printed',
  texts,
  type: null,
});

/** Judges a question about a marked program's output; the first option is the key. */
function judge(options: string[], truth: Truth, isValue = false) {
  const verdict = judgeKey(readOptions(passages(options)), truth, { key: 0, isMarked: true, isMended: false, isValue });
  return verdict.verdict === 'contradicted' ? `contradicted ${verdict.option}` : verdict.verdict;
}

test.each([
  ['5', '5\n', 'same'],
  ['`5`', '5\n', 'same'],
  ['The output is 5', '5', 'same'],
  ["'a'", 'a', 'close'],
  ["['a', 'b']", '[a, b]', 'close'],
  ['["a","b"]', "['a', 'b']", 'close'],
  ['["a,b"]', "['a', 'b']", 'loose'],
  ['0 1 2', '0\n1\n2\n', 'close'],
  ['0\\n1', '0\n1\n', 'close'],
  ['0, 1, 2', '0\n1\n2\n', 'loose'],
  ['012', '0\n1\n2\n', 'loose'],
  ['true', 'True', 'loose'],
  ['1, 2', '(1, 2)', 'loose'],
  ['int', "<class 'int'>", 'close'],
  ['integer', "<class 'int'>", 'close'],
  ['5', '5.0', 'near'],
  ['0.3', '0.30000000000000004', 'near'],
  ['{2, 1}', '{1, 2}', 'near'],
  ['500', '501', 'no'],
  ['3', '3.5', 'no'],
  ['ab', 'ba', 'no'],
  ['[1, 2]', '[2, 1]', 'no'],
  ['12', '1 2 3', 'no'],
])('%j is read as %j: %s', (option, truth, likeness) => {
  expect(compare(option, printed(truth))).toBe(likeness);
});

test.each([
  ['TypeError', 'error'],
  ['An error', 'error'],
  ['It raises a TypeError', 'error'],
  ['TypeError: unsupported operand', 'error'],
  ['Syntax error', 'error'],
  ['ZeroDivisionError is raised', 'error'],
  ['The code throws an exception', 'error'],
  ['1, then IndexError', 'text-then-error'],
  ['No error', 'no-error'],
  ['Nothing is printed', 'nothing'],
  ['no output', 'nothing'],
  ['Infinite loop', 'endless'],
  ['It runs forever', 'endless'],
  ['None of the above', 'none-of-these'],
  ['None of these', 'none-of-these'],
  ['None', 'text'],
  ['Both A and B', 'words'],
  ['It depends on the version', 'words'],
  ['The list is unchanged', 'words'],
  ['caught', 'text'],
  ['Hello World', 'text'],
  ['error: 5', 'words'],
  ["'the end'", 'text'],
])('the option %j claims: %s', (option, claim) => {
  const read = readOptions(passages([option]))[0]?.claim.type;
  // What could be an error or an output is compared as a text first; it must only not be taken for something else.
  expect(option === 'error: 5' ? ['words', 'error', 'text'].includes(read ?? '') : read === claim).toBe(true);
});

test.each<[string, string[], Truth, string, boolean?]>([
  ['the key is what is printed', ['3', '4'], printed('3'), 'confirmed'],
  ['another option is', ['4', '3'], printed('3'), 'contradicted 1'],
  ['no option is, and the key is as plain as the truth', ['64', '36'], printed('512'), 'contradicted null'],
  ['no option is, and the truth is of another kind', ['64', '36'], printed('[1, 2]'), 'undecided'],
  ['none of the above is the key, and nothing fits', ['None of the above', '1', '2'], printed('3'), 'confirmed'],
  ['none of the above is the key, and an option fits', ['None of the above', '1', '3'], printed('3'), 'contradicted 2'],
  ['none of the above is there, and nothing fits', ['1', '2', 'None of the above'], printed('3'), 'contradicted 2'],
  ['a float for an int, with the float among the options', ['5', '5.0'], printed('5.0'), 'contradicted 1'],
  ['a float for an int, without it', ['5', '6'], printed('5.0'), 'undecided'],
  ['quotes of a value', ['hello', "'hello'"], printed("'hello'", 'hello'), 'undecided', true],
  ['quotes of an output', ["'hello'", 'hello'], printed('hello'), 'contradicted 1'],
  ['two options alike', ['0 1', '0, 1'], printed('0\n1'), 'confirmed'],
  ['the same option twice', ['1', '1'], printed('1'), 'undecided'],
  ['an error by its name', ['TypeError', '5'], raisedTruth('TypeError', ''), 'confirmed'],
  ['an error by its parent', ['LookupError', '5'], raisedTruth('KeyError', ''), 'confirmed'],
  [
    'an error by its parent, with its name among the options',
    ['NameError', 'UnboundLocalError'],
    raisedTruth('UnboundLocalError', ''),
    'undecided',
  ],
  ['any error', ['Error', '5'], raisedTruth('TypeError', ''), 'confirmed'],
  ['any error, with its name among the options', ['Error', 'TypeError'], raisedTruth('TypeError', ''), 'undecided'],
  ['another error', ['ValueError', 'TypeError'], raisedTruth('TypeError', ''), 'contradicted 1'],
  ['an output where it stops', ['5', 'TypeError'], raisedTruth('TypeError', ''), 'contradicted 1'],
  ['an output where the copy may be damaged', ['5', 'Error'], raisedTruth('SyntaxError', ''), 'undecided'],
  ['an output where a name is missing', ['5', 'Error'], raisedTruth('NameError', ''), 'undecided'],
  ['what was printed before it stopped', ['1', 'Error'], raisedTruth('TypeError', '1\n'), 'undecided'],
  ['output and error', ['1 then TypeError', '1'], raisedTruth('TypeError', '1\n'), 'confirmed'],
  ['an error where it runs', ['TypeError', '5'], printed('5'), 'contradicted 1'],
  ['an error of layout where it runs, and no option fits', ['SyntaxError', '7'], printed('5'), 'undecided'],
  ['nothing printed', ['Nothing', '5'], printed(''), 'confirmed'],
  ['None for nothing', ['None', 'x'], printed(''), 'undecided'],
  ['an endless loop', ['Infinite loop', '5'], { outcome: 'endless' }, 'confirmed'],
  ['an output where it does not end', ['5', 'Infinite loop'], { outcome: 'endless' }, 'undecided'],
  ['a sentence', ['It prints the smallest of them', '3'], printed('3'), 'undecided'],
])('a key is judged with care: %s', (_, options, truth, expected, isValue = false) => {
  expect(judge(options, truth, isValue)).toBe(expected);
});
