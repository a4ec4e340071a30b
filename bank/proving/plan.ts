import { textOf } from '../quizzes/passage.ts';
import type { QuizQuestion } from '../quizzes/question.ts';
import { type Ask, askOf } from './ask.ts';
import { cleanCode } from './clean-code.ts';
import { findObstacle } from './doubts.ts';
import { fitsAsk, type Guess, guessPrograms } from './guesses.ts';
import { isOldPrint, isOtherTag, looksLikeOtherLanguage, looksLikePython, namesOtherLanguage } from './languages.ts';
import type { Blur, Sight } from './look.ts';
import type { Reading } from './run-program.ts';
import { readSentence, type Sentence } from './sentence.ts';
import { undecided, type Verdict } from './verdict.ts';

/** What is to be run for a question whose program stands in its stem. */
export type ProgramPlan = {
  type: 'program';
  ask: Ask;
  sentence: Sentence;
  /** Ways to take the program; the key is right if it is in one of them. */
  readings: Reading[];
  sights: Sight[];
  isMarked: boolean;
  isMended: boolean;
  isPlainlyPython: boolean;
  /** Whether it prints as Python 2 did, so that only an error can be its key. */
  isPythonTwo: boolean;
};

/** What is to be run for a question whose options are programs. */
export type OptionPlan = {
  type: 'options';
  ask: Extract<Ask, { type: 'which-raises' | 'which-gives' }>;
  sentence: Sentence;
  options: Reading[];
  sights: Sight[];
  isPlainlyPython: boolean;
};

export type Plan = ProgramPlan | OptionPlan | { type: 'verdict'; verdict: Verdict; program: string | null };

type Looking = { sightOf: (source: string) => Sight | Blur };

const mostCharacters = 8000;
const mostOptions = 40;

/** Longer than any question; looking at it would take its time. */
function isTooLong({ stem, options }: QuizQuestion): boolean {
  const texts = [stem, ...options.map(({ passage }) => passage)];
  return options.length > mostOptions || texts.some((text) => textOf(text).length > mostCharacters);
}

/** Every text that is looked at before `planQuestion` can decide. */
export function sourcesOf(question: QuizQuestion): string[] {
  if (isTooLong(question)) return [];
  const sentence = readSentence(question.stem);
  const guesses = guessPrograms(sentence).flatMap(({ source, target }) =>
    target === null ? [source] : [source, target, joined(source, target)],
  );
  const preludes = preludesOf(sentence);
  const options = question.options.flatMap(({ passage }) => {
    const { source } = cleanCode(textOf(passage));
    return [source, ...preludes.map((prelude) => joined(prelude, source))];
  });
  return [...guesses, ...preludes, ...options];
}

/** Decides what to run, or why nothing can be. */
export function planQuestion(question: QuizQuestion, looking: Looking): Plan {
  const obstacle = findOutside(question);
  if (obstacle !== null) return { type: 'verdict', verdict: obstacle, program: null };
  const sentence = readSentence(question.stem);
  const whichAsk = askOf(sentence, sentence.words);
  if (whichAsk.type === 'which-raises' || whichAsk.type === 'which-gives')
    return planOptions(question, sentence, whichAsk, looking);
  if (question.form === 'several') {
    return { type: 'verdict', verdict: undecided('ambiguous-options', 'several options are right'), program: null };
  }
  if (sentence.blocks.length > 1) {
    return {
      type: 'verdict',
      verdict: undecided('several-programs', 'there is more than one program in it'),
      program: null,
    };
  }
  return planProgram(sentence, looking);
}

function findOutside(question: QuizQuestion): Verdict | null {
  const { form, stem, context } = question;
  if (isTooLong(question)) return undecided('not-runnable', 'it is longer than any question');
  if (form === 'other') return undecided('not-a-choice', 'it is no question with options or a short answer');
  if (form === 'unkeyed') return undecided('no-key', 'no option is marked as the key');
  const words = textOf(stem.filter(({ type }) => type === 'words'));
  if (namesOtherLanguage(words) || (namesOtherLanguage(context) && !/\bpython\b/i.test(words))) {
    return undecided('not-python', 'it is about another language');
  }
  if (stem.some((piece) => piece.type === 'code' && isOtherTag(piece.language)))
    return undecided('not-python', 'its code is of another language');
  if (stem.some((piece) => piece.type === 'code' && looksLikeOtherLanguage(piece.text)))
    return undecided('not-python', 'its code is of another language');
  return null;
}

function planProgram(sentence: Sentence, looking: Looking): Plan {
  let refused: Verdict | null = null;
  let unreadable: Guess | null = null;
  for (const guess of guessPrograms(sentence)) {
    const ask = askOf(sentence, guess.spoken);
    if (ask.type === 'nothing') {
      refused ??= undecided('not-runnable', ask.why);
      continue;
    }
    if (!fitsAsk(guess, ask)) continue;
    const whole = guess.target === null ? guess.source : joined(guess.source, guess.target);
    const sight = looking.sightOf(whole);
    if (sight.fault !== null) {
      if (guess.target === null && (guess.isMarked || isOldPrint(guess.source))) unreadable ??= guess;
      continue;
    }
    if (!isProgram(guess, sight, looking)) continue;
    const obstacle = findObstacle(sight, sentence.words);
    if (obstacle !== null) return { type: 'verdict', verdict: obstacle, program: whole };
    const readings = readingsOf(guess, ask, sight);
    if (readings.length === 0) continue;
    return {
      type: 'program',
      ask,
      sentence,
      readings,
      sights: [sight],
      isMarked: guess.isMarked,
      isMended: guess.isFolded || guess.isSession,
      isPythonTwo: false,
      isPlainlyPython:
        looksLikePython(whole) || sentence.blocks.some(({ language }) => /^py|^python/.test(language ?? '')),
    };
  }
  if (unreadable !== null) return planUnreadable(sentence, unreadable, looking);
  const spoken = askOf(sentence, sentence.words);
  if (refused === null && spoken.type === 'nothing') refused = undecided('not-runnable', spoken.why);
  return { type: 'verdict', verdict: refused ?? undecided('no-program', 'there is no program in it'), program: null };
}

/** Code that does not compile: today's Python says SyntaxError, which may be what the question is about. */
function planUnreadable(sentence: Sentence, guess: Guess, { sightOf }: Looking): Plan {
  const ask = askOf(sentence, guess.spoken);
  if (ask.type === 'nothing')
    return { type: 'verdict', verdict: undecided('not-runnable', ask.why), program: guess.source };
  const sight = sightOf(guess.source);
  if (sight.fault === null || /^[^\w\n]*$|\b\w+ \w+ \w+\b[^()=:]*$/.test(guess.source.split('\n')[0] ?? '')) {
    return { type: 'verdict', verdict: undecided('no-program', 'there is no program in it'), program: null };
  }
  return {
    type: 'program',
    ask,
    sentence,
    readings: [{ source: guess.source, mode: guess.isSession ? 'session' : 'script', target: '' }],
    sights: [],
    isMarked: guess.isMarked,
    isMended:
      guess.isFolded || guess.isSession || /print/.test(sight.fault.message) || sight.fault.type !== 'SyntaxError',
    isPythonTwo: isOldPrint(guess.source),
    isPlainlyPython: looksLikePython(guess.source),
  };
}

/** Prose can parse; a program does something, and a target is more than a bare word that nothing gives a value. */
function isProgram({ target, source }: Guess, sight: Sight, { sightOf }: Looking): boolean {
  if (!sight.acts && !(sight.isLiteral && sight.isExpression && /[^\w\s]/.test(source))) return false;
  if (target === null) return true;
  const own = sightOf(target);
  if (own.fault !== null || !own.isExpression || own.isLiteral) return false;
  const before = sightOf(source);
  if (before.fault !== null) return false;
  return own.isName ? before.binds.includes(target) : own.acts;
}

function readingsOf(guess: Guess, ask: Ask, sight: Sight): Reading[] {
  const { source, target, isSession } = guess;
  const session = (text: string): Reading => ({ source: text, mode: 'session', target: '' });
  if (target !== null) {
    if (/^print\s*\(/.test(target)) return [session(joined(source, target))];
    if (ask.type === 'output')
      return sight.prints && !/\(/.test(target)
        ? []
        : [session(joined(source, target)), { source, mode: 'value', target }];
    return [{ source, mode: 'value', target }];
  }
  const alone: Reading = { source: '', mode: 'value', target: source };
  const script: Reading = { source, mode: 'script', target: '' };
  if (ask.type === 'type') return sight.isExpression && !sight.prints ? [alone] : sight.prints ? [script] : [];
  if (sight.isExpression && !sight.prints) return [alone];
  if (isSession) return [session(source)];
  if (ask.type === 'value' && !sight.prints && !sight.endsInExpression) return [];
  if (sight.endsInExpression && !sight.prints) return [script, session(source)];
  return [script, { ...session(source), isGenerous: true }];
}

function planOptions(question: QuizQuestion, sentence: Sentence, ask: OptionPlan['ask'], { sightOf }: Looking): Plan {
  const stop = (verdict: Verdict): Plan => ({ type: 'verdict', verdict, program: null });
  const wanted = ask.type === 'which-gives' ? ask.value : (ask.exception ?? '');
  const prelude = preludesOf(sentence).find((text) => text !== wanted && sightOf(text).fault === null) ?? '';
  const options: Reading[] = [];
  const sights: Sight[] = [];
  for (const { passage } of question.options) {
    const { source } = cleanCode(textOf(passage));
    const sight = sightOf(source);
    const whole = prelude === '' ? sight : sightOf(joined(prelude, source));
    if (sight.fault !== null || whole.fault !== null || !(sight.acts || sight.isLiteral)) {
      return stop(undecided('not-runnable', 'not every option is a program'));
    }
    const obstacle = findObstacle(whole, sentence.words);
    if (obstacle !== null) return stop(obstacle);
    if (ask.type === 'which-gives' && sight.isExpression && !sight.prints)
      options.push({ source: prelude, mode: 'value', target: source });
    else if (ask.type === 'which-gives' && !sight.prints)
      return stop(undecided('not-runnable', 'not every option has a value'));
    else options.push({ source: prelude === '' ? source : joined(prelude, source), mode: 'script', target: '' });
    sights.push(whole);
  }
  return {
    type: 'options',
    ask,
    sentence,
    options,
    sights,
    isPlainlyPython: options.some((option) => looksLikePython(option.source + option.target)),
  };
}

/** Statements in the stem that options build on: its program, or its code spans. */
function preludesOf({ blocks, inline }: Sentence): string[] {
  const texts = [...blocks.map(({ text }) => text), ...inline].map((text) => cleanCode(text).source);
  const statements = texts.filter(
    (text) => /=|^(?:import|from|def|class)\b/.test(text) && !/^[\w.]*(?:Error|Exception)$/.test(text),
  );
  return statements.length === 0 ? [] : [statements.join('\n')];
}

function joined(source: string, target: string): string {
  return source === '' ? target : `${source}\n${target}`;
}
