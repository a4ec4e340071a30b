import type { YamlPath } from '../packs/yaml-source.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { TextPart } from '../templates/placeholders.ts';
import type { ReadingGate } from './gate.ts';

const rules: { pattern: RegExp; what: string; remedy: string }[] = [
  {
    pattern: /\b(all|none|both|neither) of (the )?(above|these|them|options|answers)\b/i,
    what: 'speaks of other options',
    remedy: 'Say what is printed.',
  },
  {
    pattern: /\b(not|never|except|isn't|doesn't|don't|won't|cannot|can't|incorrect|false|wrong)\b/,
    what: 'asks for what is not so',
    remedy: 'Ask for what is so, or write the negative in capitals: NOT.',
  },
  {
    pattern: /\b(trick|obviously|simply|just|clearly|of course)\b/i,
    what: 'uses a word that helps nobody',
    remedy: 'Leave the word out.',
  },
];

/** The stem is plain: nothing about other options, no unmarked negative; distractors say what is printed. */
export const plainWording: ReadingGate = (template) => [
  ...checkText(template.stem, ['stem'], rules, template),
  ...template.distractors.flatMap(({ text }, index) =>
    findTalkOfOthers(text, ['distractors', index, 'text'], template),
  ),
];

/** Whether an option speaks of the other options. */
export function findTalkOfOthers(
  parts: readonly TextPart[],
  path: YamlPath,
  template: Parameters<ReadingGate>[0],
): Problem[] {
  return checkText(parts, path, rules.slice(0, 1), template);
}

function checkText(
  parts: readonly TextPart[],
  path: YamlPath,
  tests: typeof rules,
  template: Parameters<ReadingGate>[0],
): Problem[] {
  const words = parts.map((part) => (typeof part === 'string' ? part : ' ')).join('');
  return tests
    .filter(({ pattern }) => pattern.test(words))
    .map(({ what, remedy }) => problemAt(template.source.placeOf(path), `This text ${what}.`, remedy));
}
