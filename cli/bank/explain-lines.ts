import { relative } from 'node:path';
import { formatProblem, optionTextOf, type Template } from '@pyladder/bank';
import type { ExplainedItem, Explanation, Fate, Tie } from '@pyladder/bank/authoring';
import { misconceptions, type RunOutcome } from '@pyladder/python';
import { type AnswerLine, tellAnswer } from './answer-lines.ts';
import { fold, paint, percent, showLines, showOutput } from './output-words.ts';

/** An explanation for people, in 80 columns. */
export function sayExplanation(explanation: Explanation, template: Template): string {
  return [
    ...sayHead(explanation, template),
    ...(explanation.set === null ? sayItem(explanation) : saySet(explanation.set, explanation.rendered.code)),
    ...sayTies(explanation),
    ...sayGates(explanation),
    '',
  ].join('\n');
}

function sayItem(item: ExplainedItem): string[] {
  return [...sayPython(item), ...sayOptions(item), ...sayAnswer(item), ...sayBeliefs(item)];
}

/** A scenario: its text, then item by item; a program is told where it is not the shared one. */
function saySet({ text, items }: NonNullable<Explanation['set']>, shared: string): string[] {
  return [
    ...fold(text, '  '),
    '',
    ...items.flatMap((item, index) => {
      const { code } = item.rendered;
      return [
        ...fold(`Item ${index + 1}: ${item.item?.stem ?? ''}`, '').map(paint.heading),
        '',
        ...(code === shared ? [] : [...showLines(code, '    '), '']),
        ...sayItem(item),
      ];
    }),
  ];
}

function sayHead(
  { variant, variants, wanted, leftOut, rendered, item }: Explanation,
  { id, pool, source }: Template,
): string[] {
  const which = variant === null ? `no variant: ${leftOut}` : `variant ${variant} of ${variants} (${wanted} wanted)`;
  const draw = [...rendered.draw].map(([name, value]) => `${name} = ${showOutput(value)}`).join(', ');
  return [
    paint.heading(id),
    ...fold(`${relative(process.cwd(), source.file)} · ${pool} · ${which}`, ''),
    ...(draw === '' ? [] : fold(draw, '')),
    '',
    ...showLines(rendered.code, '    '),
    ...sayShown(item?.shownCode ?? rendered.code, rendered.code),
    ...(rendered.stdin === '' ? [] : ['', 'Typed while it runs', ...showLines(rendered.stdin, '    ')]),
    '',
  ];
}

/** What the candidate sees, where that is not the whole program. */
function sayShown(shown: string, whole: string): string[] {
  if (shown === whole) return [];
  return ['', 'As the candidate sees it', ...(shown === '' ? ['    (no program)'] : showLines(shown, '    '))];
}

/** Runs that ended alike said once. */
function sayPython({ proof }: ExplainedItem): string[] {
  if (proof.length === 0) return [paint.heading('Nothing of it is run: its source says it.'), ''];
  const alike = [...Map.groupBy(proof, ({ outcome }) => sayOutcome(outcome))];
  return [
    paint.heading('Python'),
    ...alike.flatMap(([words, runs]) => [
      ...fold(sayWhere(runs), '  '),
      ...fold(words, '    ').map((line) => (alike.length === 1 ? line : paint.bad(line))),
    ]),
    '',
  ];
}

function sayWhere(runs: Explanation['proof']): string {
  const versions = Map.groupBy(runs, ({ python }) => python);
  const bySeeds = Map.groupBy(versions.keys(), (python) =>
    (versions.get(python) ?? []).map(({ hashSeed }) => hashSeed).join(' and '),
  );
  const parts = [...bySeeds].map(([seeds, pythons]) => {
    const word = seeds.includes(' ') ? 'seeds' : 'seed';
    return `CPython ${pythons.join(', ')} under hash ${word} ${seeds}`;
  });
  return parts.join('; ');
}

function sayOutcome(outcome: RunOutcome): string {
  if (outcome.status === 'stopped') {
    return outcome.reason === 'time' ? 'does not end: stopped after 2 seconds' : `was stopped (${outcome.reason})`;
  }
  return showOutput(optionTextOf(outcome)?.text ?? '');
}

function sayOptions({ options }: ExplainedItem): string[] {
  if (options.length === 0) return [];
  const lines = options.flatMap(({ text, key, misconceptions: sets, because }, index) => {
    const [first = '', ...more] = fold(showOutput(text), '       ');
    const line = `  ${key ? '✓' : ' '} ${letter(index)}${first.slice(4)}`;
    const reasons = sets.map((set, place) => `${place === 0 ? 'from' : 'or'} ${set.join(' + ')}`);
    const own = because === null ? [] : [`the author's: ${because}`];
    return [
      key ? paint.good(line) : line,
      ...more,
      ...[...reasons, ...own].flatMap((reason) => fold(reason, '         ')).map(paint.quiet),
    ];
  });
  return [paint.heading('Options'), ...lines, ''];
}

function sayAnswer({ options, item }: ExplainedItem): string[] {
  if (item === null) return [];
  const { right, wrong } = tellAnswer({ options, ...item });
  const say = (heading: string, lines: readonly AnswerLine[]) =>
    lines.length === 0
      ? []
      : [
          paint.heading(heading),
          ...lines.flatMap(({ words, notes }) => [
            ...fold(words, '  '),
            ...notes.flatMap((note) => fold(note, '    ')).map(paint.quiet),
          ]),
          '',
        ];
  const tried = item.tried === undefined ? [] : [item.tried, ''];
  return [...say('Right', right), ...say('Wrong', wrong), ...tried];
}

function sayBeliefs({ fates, options }: ExplainedItem): string[] {
  const letters = new Map(options.map(({ text }, index) => [showOutput(text), letter(index)]));
  const isPair = ({ beliefs }: Fate) => beliefs.length > 1;
  const say = (heading: string, some: readonly Fate[]) =>
    some.length === 0 ? [] : [paint.heading(heading), ...some.flatMap((fate) => sayFate(fate, letters)), ''];
  return [
    ...say(
      'Beliefs',
      fates.filter((fate) => !isPair(fate)),
    ),
    ...say('Beliefs held together', fates.filter(isPair)),
  ];
}

function sayFate({ beliefs, fate, text, why }: Fate, letters: ReadonlyMap<string, string>): string[] {
  const [only, ...others] = beliefs;
  const share = misconceptions.get(only ?? '')?.prevalence;
  const held = others.length > 0 || share === undefined ? '' : `, held by ${percent(share)}`;
  const head = fold(`${beliefs.join(' + ')}${held}`, '  ');
  const shown = showOutput(text ?? '');
  if (fate === 'option') return [...head, ...fold(`${shown}  → option ${letters.get(shown) ?? ''}`, '    ')];
  // Pairs are many, and most are only less likely.
  if (fate === 'spare' && (others.length > 0 || why === null)) return [...head, ...fold(shown, '    ')];
  if (fate === 'spare' || fate === 'unfit') {
    return [...head, ...fold(shown, '    '), ...fold(`no option: ${why}`, '    ').map(paint.quiet)];
  }
  return [...head, ...fold(`no option: ${why}`, '    ').map(paint.quiet)];
}

function sayTies({ ties, tried, variants }: Explanation): string[] {
  if (ties.length === 0) return [];
  const lines = ties.flatMap((tie) => [...fold(sayTie(tie), '  '), ...fold(sayRemedy(tie, tried, variants), '    ')]);
  return [paint.heading('Not to be told apart in this variant'), ...lines, ''];
}

function sayTie({ sets, isKey, text }: Tie): string {
  const names = sets.map((set) => set.join(' + ')).join(', ');
  if (isKey) return `${names}: ${sets.length === 1 ? 'prints' : 'print'} the key`;
  return `${names}: ${sets.length === 2 ? 'both' : 'all'} print ${showOutput(text)}`;
}

function sayRemedy({ apart, suggestion, isKey }: Explanation['ties'][number], tried: number, variants: number): string {
  if (apart.length > 0) return `told apart in ${apart.length} of ${variants} variants, the first of them ${apart[0]}`;
  if (suggestion === null) {
    const values = tried === 0 ? 'There are no params to vary' : `None of ${tried} other values tried tells them apart`;
    return `${values}: change the program, or name ${isKey ? 'another belief' : 'only one of them'}.`;
  }
  const change = Object.entries(suggestion.values).map(([name, value]) => `${name} = ${showOutput(value)}`);
  const answers = suggestion.answers.map(({ beliefs, text }) => `${beliefs.join(' + ')} ${showOutput(text)}`);
  return `no variant tells them apart; ${change.join(', ')} would: Python prints ${showOutput(suggestion.key)}, ${answers.join(', ')} (${tried} values tried)`;
}

function sayGates({ problems }: Explanation): string[] {
  if (problems.length === 0) return [paint.good('Every gate is passed.')];
  return [paint.heading('Gates'), ...problems.map((problem) => paint.bad(formatProblem(problem)))];
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}
