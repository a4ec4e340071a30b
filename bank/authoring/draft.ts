import type { Pool } from '@pyladder/exam';
import { checkYaml } from '../packs/schema-problems.ts';
import { templateShapeFor } from '../templates/template-shape.ts';
import type { Program } from './belief-trials.ts';
import { guessDifficulty } from './difficulty.ts';
import type { ProposedAnswer } from './proposal.ts';

/** What a new template is made of. */
export type DraftWish = {
  id: string;
  objective: string;
  /** The section's other objectives, for the author to choose from; none if the choice was made. */
  otherObjectives: readonly string[];
  pool: Pool;
  /** Null for a template whose program is still to be written. */
  program: Program | null;
  /** Likeliest first. */
  answers: readonly ProposedAnswer[];
};

/** Beliefs that a draft names: enough that some may fall away when the params vary. */
const mostBeliefs = 6;
const lineWidth = 98;
/** What YAML 1.2 leaves out of its characters, section 5.1; and a line end that few editors show. */
const unwritable = /(?![\n\t])[\p{Cc}\p{Cs}]/u;
/** Too short for the gate that wants an explanation, so that nothing is built before somebody wrote one. */
const notYetExplained = 'Say why.';

/** The text of a template file, everything filled in that can be; null if the program holds what YAML cannot. */
export function draftTemplate(wish: DraftWish): string | null {
  if (wish.program !== null && unwritable.test(`${wish.program.code}${wish.program.stdin}`)) return null;
  const text = wish.program === null ? draftEmpty(wish) : draftFrom(wish, wish.program);
  return checkYaml(`${wish.id}.yaml`, text, templateShapeFor).ok ? text : null;
}

function draftFrom(wish: DraftWish, { code, stdin }: Program): string {
  const named = wish.answers.slice(0, mostBeliefs);
  return [
    ...head(wish),
    `code: |\n${block(code)}`,
    ...(stdin === '' ? [] : [`stdin: |\n${block(stdin)}`]),
    '# Say what varies: {{name}} in the program, its values in params; then raise variants.',
    'params: {}',
    ...listBeliefs(named),
    `difficulty: ${guessDifficulty(named.filter(({ isChosen }) => isChosen)).toFixed(2)}  # a guess from the beliefs: weigh it`,
    ...explain(named),
    'variants: 1',
    '',
  ].join('\n');
}

function draftEmpty(wish: DraftWish): string {
  return [
    ...head(wish),
    '# Write a program in which three or more beliefs meet; pyladder bank propose ranks them.',
    'code: |\n  total = {{first}}\n  for number in range(1, {{stop}}):\n      total += number\n  print(total)',
    'params:\n  first: [10, 20, 30]\n  stop: [4, 5, 6]',
    'misconceptions: [range-stop-inclusive, dedented-line-in-loop]',
    'difficulty: 0.70',
    '# In one to three sentences: why the program prints what it prints.',
    `explain: ${notYetExplained}`,
    'variants: 8',
    '',
  ].join('\n');
}

function head({ id, objective, otherObjectives, pool }: DraftWish): string[] {
  const others = otherObjectives.length === 0 ? '' : `  # or ${otherObjectives.join(', ')}`;
  return [`id: ${id}`, `objective: ${objective}${others}`, `pool: ${pool}`, 'kind: output'];
}

/** One belief for each wrong answer, with the answer, and those that lead to the same one. */
function listBeliefs(answers: readonly ProposedAnswer[]): string[] {
  if (answers.length === 0) return ['# No belief changes what this program prints.', 'misconceptions: []'];
  const lines = answers.flatMap(({ text, beliefs: [first, ...others] }) => {
    if (first === undefined) return [];
    const also = others.length === 0 ? '' : ` · not to be told from ${others.map(({ id }) => id).join(', ')}`;
    return [`  - ${first.id}  # ${inComment(text)}${also}`];
  });
  return ['# Each with what it makes the program print, most widely held first.', 'misconceptions:', ...lines];
}

/** What corrects the likeliest beliefs is why the key is right, until the author says it of this program. */
function explain(answers: readonly ProposedAnswer[]): string[] {
  const corrections = [...new Set(answers.flatMap(({ beliefs }) => beliefs[0]?.correction ?? []))].slice(0, 2);
  if (corrections.length === 0) return [`explain: ${notYetExplained}`];
  const words = wrap(escapePlaceholders(corrections.join(' ')));
  return ['# These sentences are general: say it of this program.', `explain: >-\n${words}`];
}

function block(text: string): string {
  const lines = escapePlaceholders(text)
    .replaceAll('\r\n', '\n')
    .replace(/^\n+|\s+$/g, '')
    .split('\n');
  // Blanks that stand alone on a line may be part of a text of the program.
  return lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n');
}

/** Braces that stand doubled in a program or a sentence are not taken for placeholders. */
function escapePlaceholders(text: string): string {
  return text.replace(/\{\{(?!\{)(?=.+?\}\})/g, "{{'{'|raw}}{");
}

function wrap(text: string): string {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length > lineWidth) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => `  ${line}`).join('\n');
}

/** One line, with nothing in it that ends or spoils a YAML comment. */
function inComment(text: string): string {
  const line = text.replaceAll('\n', ' ⏎ ').replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{feff}]/gu, '\u{fffd}');
  return line.length > 60 ? `${[...line].slice(0, 59).join('')}…` : line;
}
