import type { Program, Proposal, ProposedAnswer } from '@pyladder/bank/authoring';
import { fold, paint, percent, showLines, showOutput } from './output-words.ts';

/** Beliefs of one answer that are named in a line. */
const mostNames = 12;
/** Beliefs that an author is told to begin with. */
const mostToName = 6;

export type ProposalSetting = {
  program: Program;
  /** Ids that the template names already. */
  named: readonly string[];
  /** Answers to list. */
  most: number;
};

/** A proposal for people, in 80 columns. */
export function sayProposal(proposal: Proposal, { program, named, most }: ProposalSetting): string {
  const { key, answers, useless, tried, shortage } = proposal;
  const left = answers.length - most;
  return [
    ...showLines(program.code, '    '),
    '',
    ...fold(`Python prints ${showOutput(key)}`, ''),
    '',
    paint.heading(`${answers.length} wrong answers from ${tried} beliefs, likeliest first`),
    ...answers.slice(0, most).flatMap((answer) => sayAnswer(answer, named)),
    ...(left > 0 ? [`  and ${left} less likely (--all lists them)`] : []),
    '',
    ...(useless.length === 0 ? [] : [paint.heading('These act on it, and yet give no wrong answer')]),
    ...[...Map.groupBy(useless, ({ why }) => why)].flatMap(([why, fates]) =>
      fold(`${why ?? ''}: ${fates.flatMap(({ beliefs }) => beliefs).join(', ')}`, '  '),
    ),
    ...(useless.length === 0 ? [] : ['']),
    ...sayNext(answers, shortage),
    '',
  ].join('\n');
}

function sayAnswer({ text, beliefs, weight, isChosen }: ProposedAnswer, named: readonly string[]): string[] {
  const line = fold(`${percent(weight).padStart(4)}  ${showOutput(text)}`, isChosen ? '* ' : '  ');
  const shown = beliefs.slice(0, mostNames).map(({ id }) => (named.includes(id) ? `${id} (named)` : id));
  const rest = beliefs.length > mostNames ? ` and ${beliefs.length - mostNames} more` : '';
  const tie = beliefs.length > 1 ? ' (this program does not tell them apart)' : '';
  return [
    ...line.map((part) => (isChosen ? paint.good(part) : part)),
    ...fold(`${shown.join(', ')}${rest}${tie}`, '        ').map(paint.quiet),
  ];
}

function sayNext(answers: readonly ProposedAnswer[], shortage: string | null): string[] {
  if (shortage !== null) {
    return fold(`Not enough for an item: ${shortage}. Write a program in which more beliefs meet.`, '');
  }
  const ids = answers.slice(0, mostToName).flatMap(({ beliefs }) => beliefs[0]?.id ?? []);
  return [
    ...fold('* would be the options. To begin with, one belief for each answer:', ''),
    `misconceptions: [${ids.join(', ')}]`,
  ];
}
