import type { PythonPool } from '@pyladder/python/node';
import { textOf } from '../quizzes/passage.ts';
import type { QuizQuestion } from '../quizzes/question.ts';
import { findDoubt } from './doubts.ts';
import { judgeKey } from './judge.ts';
import { judgeOptions } from './judge-which.ts';
import type { Blur, Sight } from './look.ts';
import { readOptions } from './option-reading.ts';
import { type OptionPlan, type ProgramPlan, planQuestion } from './plan.ts';
import { type Reading, type Runs, runReading } from './run-program.ts';
import { sameTruth, sayTruth, type Truth } from './truth.ts';
import { type Proven, undecided, type Verdict } from './verdict.ts';

export type ProvingTools = {
  python: PythonPool;
  /** What was seen of a text when it was looked at. */
  sightOf: (source: string) => Sight | Blur;
  /** Whether the file holds code of Python 2. */
  fileIsTwo: boolean;
  /** Whether the file holds code of other languages. */
  fileIsMixed: boolean;
  signal?: AbortSignal | undefined;
};

/** Runs a question's program, or its options, and judges its key. */
export async function proveQuestion(question: QuizQuestion, tools: ProvingTools): Promise<Proven> {
  const plan = planQuestion(question, tools);
  switch (plan.type) {
    case 'verdict':
      return { question, program: plan.program, verdict: plan.verdict };
    case 'program':
      return { question, program: programOf(plan), verdict: await proveProgram(question, plan, tools) };
    case 'options':
      return {
        question,
        program: plan.options.map(({ source }) => source).join('\n\n'),
        verdict: await proveOptions(question, plan, tools),
      };
  }
}

function programOf({ readings }: ProgramPlan): string {
  const first = readings[0];
  if (first === undefined) return '';
  return first.mode === 'value' && first.source !== ''
    ? `${first.source}\n${first.target}`
    : first.source || first.target;
}

async function proveProgram(question: QuizQuestion, plan: ProgramPlan, tools: ProvingTools): Promise<Verdict> {
  const proveReading = async (reading: Reading) =>
    judgeReading(question, plan, await runReading(reading, tools.python, tools.signal), reading);
  const verdicts: Verdict[] = [];
  for (const reading of plan.readings.filter(({ isGenerous }) => isGenerous !== true))
    verdicts.push(await proveReading(reading));
  const confirmed = verdicts.find(({ verdict }) => verdict === 'confirmed');
  const denied = verdicts.find((verdict) => verdict.verdict === 'contradicted' && verdict.option !== null);
  if (confirmed !== undefined) return denied === undefined ? confirmed : twoWays(confirmed);
  for (const reading of plan.readings.filter(({ isGenerous }) => isGenerous === true)) {
    const verdict = await proveReading(reading);
    if (verdict.verdict === 'confirmed') return verdict;
  }
  if (plan.isPythonTwo) return undecided('python-2', 'its print is that of Python 2');
  return withDoubt(combine(verdicts), question, plan, tools);
}

/** What all ways to take a program say together. */
function combine(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  if (first === undefined) return undecided('no-program', 'there is no program in it');
  const open =
    verdicts.find(({ verdict }) => verdict === 'depends') ?? verdicts.find(({ verdict }) => verdict === 'undecided');
  if (open !== undefined) return open;
  const options = new Set(verdicts.map((verdict) => (verdict.verdict === 'contradicted' ? verdict.option : null)));
  return options.size > 1 ? twoWays(first) : first;
}

function twoWays(verdict: Verdict): Verdict {
  return undecided('unsure', 'the program can be taken in two ways', 'truth' in verdict ? verdict.truth : null);
}

/** A contradiction stands only where nothing else explains the difference. */
function withDoubt(
  verdict: Verdict,
  { stem, context, file }: QuizQuestion,
  plan: ProgramPlan | OptionPlan,
  tools: ProvingTools,
): Verdict {
  if (verdict.verdict !== 'contradicted') return verdict;
  const doubt = plan.sights
    .map((sight) => findDoubt(sight, plan.sentence, tools.fileIsTwo))
    .find((found) => found !== null);
  const { truth } = verdict;
  if (doubt?.verdict === 'undecided') return { ...doubt, truth };
  if (tools.fileIsMixed && !plan.isPlainlyPython && !/\bpython\b/i.test(`${textOf(stem)} ${context} ${file}`)) {
    return undecided('not-python', 'the file holds questions about other languages, and this may be one', truth);
  }
  return verdict;
}

function judgeReading(question: QuizQuestion, plan: ProgramPlan, runs: Runs, reading: Reading): Verdict {
  if (runs.agree === 'unknown') return undecided('needs-machine', runs.why);
  const judge = (truth: Truth) => judgeOne(question, asAsked(truth, plan), plan, reading);
  if (runs.agree) return judge(runs.truth);
  const verdicts = runs.runs.map(({ truth }) => judge(truth));
  // Where every version says the same of the key, it does not matter that they differ.
  if (verdicts.every(({ verdict }) => verdict === 'confirmed'))
    return verdicts[0] ?? undecided('unsure', 'it did not run');
  return {
    verdict: 'depends',
    on: runs.on,
    truths: differing(runs.runs).map(({ truth, ...where }) => ({ ...where, truth: sayTruth(asAsked(truth, plan)) })),
  };
}

function asAsked(truth: Truth, { ask }: ProgramPlan): Truth {
  return ask.type === 'type' && truth.outcome === 'printed' && truth.type !== null
    ? { ...truth, texts: [`<class '${truth.type}'>`, truth.type] }
    : truth;
}

function judgeOne(question: QuizQuestion, truth: Truth, plan: ProgramPlan, { mode }: Reading): Verdict {
  const options = readOptions(question.options);
  const circumstances = { isMarked: plan.isMarked, isMended: plan.isMended, isValue: mode !== 'script' };
  if (question.form !== 'typed') {
    return judgeKey(options, truth, { ...circumstances, key: question.options.findIndex(({ isKey }) => isKey) });
  }
  const verdicts = options.map((option) => judgeKey([option], truth, { ...circumstances, key: 0 }));
  const confirmed = verdicts.find(({ verdict }) => verdict === 'confirmed');
  const open = verdicts.find(({ verdict }) => verdict !== 'contradicted');
  return confirmed ?? open ?? verdicts[0] ?? undecided('no-key', 'there is no answer');
}

/** One run for each truth. */
function differing<Run extends { truth: Truth }>(runs: readonly Run[]): Run[] {
  return runs.filter((run, index) => runs.findIndex((other) => sameTruth(other.truth, run.truth)) === index);
}

async function proveOptions(question: QuizQuestion, plan: OptionPlan, tools: ProvingTools): Promise<Verdict> {
  const ran = [];
  for (const [index, reading] of plan.options.entries()) {
    const runs = await runReading(reading, tools.python, tools.signal);
    if (runs.agree !== true)
      return undecided('may-vary', `option ${String.fromCharCode(65 + index)} does not always do the same`);
    ran.push({ truth: runs.truth, isKey: question.options[index]?.isKey === true });
  }
  const verdict = judgeOptions(ran, plan.ask);
  return withDoubt(verdict, question, plan, tools);
}
