import type { Ask } from './ask.ts';
import { cleanCode } from './clean-code.ts';
import type { Sentence } from './sentence.ts';

/** A text that may be the program that a question is about. */
export type Guess = {
  source: string;
  /** An expression whose value is asked for after `source` ran, or null. */
  target: string | null;
  isSession: boolean;
  isFolded: boolean;
  /** Whether the author marked it as code, so that its layout can be relied on. */
  isMarked: boolean;
  /** The question's words without the program, where it was found among them. */
  spoken: string;
};

/** What may be the program, the likeliest first. What parses as Python is decided by who looks at them. */
export function guessPrograms(sentence: Sentence): Guess[] {
  const { words, inline, blocks } = sentence;
  const block = blocks[0];
  if (block !== undefined) {
    const base = { ...cleanCode(block.text), isMarked: true, spoken: words };
    const spans = inline.map((text) => cleanCode(text).source);
    // "What are `a` and `b`?" asks for no single value.
    const isSeveral = spans.filter((span) => /^\w+$/.test(span)).length > 1;
    const targets = isSeveral ? [] : [...spans, ...namedTargets(words)];
    return [...targets.map((target) => ({ ...base, target })), { ...base, target: null }];
  }
  return [...guessInline(sentence), ...guessLines(words), ...guessExpression(words)];
}

/** `x` in "What is the value of x after this code?" */
function namedTargets(words: string): string[] {
  const match =
    /\b(?:value|contents?|type|result)\s+(?:stored\s+|held\s+)?(?:of|in)\s+(?:the\s+)?(?:variable\s+)?([A-Za-z_]\w*(?:\[[^\]\s]*\]|\([^()\n]*\))?)(?=\s|[?.,:]|$)/i.exec(
      words,
    ) ??
    /\bwhat\s+(?:does|will|would)\s+([A-Za-z_]\w*\([^()\n]*\))\s+(?:return|give|evaluate|produce)/i.exec(words) ??
    /\bwhat\s+(?:is|will be)\s+([A-Za-z_]\w*(?:\[[^\]\s]*\])?)\s*(?:\?|after|at the end)/i.exec(words);
  const name = match?.[1];
  if (match !== null && /^\s*(?:,|and\b|&|or\b)/i.test(words.slice(match.index + match[0].length))) return [];
  return name === undefined || /^(?:the|this|following|code|a|an|it|python|expression|program)$/i.test(name)
    ? []
    : [name];
}

/** Code spans in a sentence: the last is what is asked for, those before it prepare. */
function guessInline({ inline, words }: Sentence): Guess[] {
  const codes = inline.map((text) => cleanCode(text));
  const last = codes.at(-1);
  if (last === undefined) return [];
  const base = { isSession: false, isFolded: codes.some(({ isFolded }) => isFolded), isMarked: true, spoken: words };
  const named = namedTargets(words.replace(/⟦(\d+)⟧/g, (_, index: string) => inline[Number(index)] ?? ''));
  if (codes.length === 1) {
    const alone = { ...base, isSession: last.isSession };
    return [
      ...named.filter((name) => name !== last.source).map((target) => ({ ...alone, source: last.source, target })),
      { ...alone, source: last.source, target: null },
    ];
  }
  const [first, ...rest] = codes.map(({ source }) => source);
  return [
    {
      ...base,
      source: codes
        .slice(0, -1)
        .map(({ source }) => source)
        .join('\n'),
      target: last.source,
    },
    // "What is `x + 1` if `x = 5`?"
    { ...base, source: rest.join('\n'), target: first ?? '' },
  ];
}

/** Lines below (or above) the line that asks, in formats that cannot mark code. */
function guessLines(words: string): Guess[] {
  const lines = words.split('\n');
  const filled = lines.map((line, index) => ({ line, index })).filter(({ line }) => line.trim() !== '');
  if (filled.length < 2) return [];
  const isAsking = (line: string) =>
    /\?\s*$|:\s*$|\b(?:what|which|output|following|print|predict)\b/i.test(line) &&
    !/^\s*(?:>>>|print\s*\(|def |for |if |while |class |else|elif|try|except|with |return\b|#)/.test(line);
  const firstAsking = filled.findIndex(({ line }) => isAsking(line));
  if (firstAsking < 0) return [];
  const guesses: Guess[] = [];
  const take = (from: number, to: number) => {
    const part = lines.slice(from, to);
    if (part.every((line) => line.trim() === '')) return;
    const spoken = [...lines.slice(0, from), ...lines.slice(to)].join('\n');
    const code = cleanCode(part.join('\n'));
    guesses.push(...namedTargets(spoken).map((target) => ({ ...code, target, isMarked: false, spoken })), {
      ...code,
      target: null,
      isMarked: false,
      spoken,
    });
  };
  const ask = filled[firstAsking];
  const lastFilled = filled.at(-1);
  if (ask !== undefined) {
    take(ask.index + 1, lines.length);
    take(0, ask.index);
    if (lastFilled !== undefined && isAsking(lastFilled.line)) take(ask.index + 1, lastFilled.index);
  }
  return guesses;
}

const around: RegExp[] = [
  /\b(?:(?:output|value|result|type|class)\s+(?:of|for)(?:\s+(?:evaluating|running|executing|calling))?|(?:raised|thrown|printed|returned|displayed|produced|given|shown)\s+by)\s+(?:the\s+)?(?:following\s+)?(?:python\s+)?(?:expression|code|statement|program|snippet|call|function call|list|slice|comparison)?\s*[:,]?\s*(.+?)\s*[?.]?\s*$/i,
  /\bwhat\s+(?:does|do|will|would)\s+(?:the\s+)?(?:following\s+)?(?:python\s+)?(?:expression|code|statement|program|call|command)?\s*[:,]?\s*(.+?)\s+(?:evaluate(?:s)?\s+to|return|print|output|display|give|produce|yield|equal|result in|raise|do)\b[^()'"]*$/i,
  /\bwhat(?:'s|\s+is|\s+are|\s+will be)\s+(?:the\s+(?:output|value|result)\s+of\s+)?(.+?)\s*(?:equal to)?\s*[?.]?\s*$/i,
  /\b(?:following|code|expression|statement|prints?|printed|outputs?|run|execute[sd]?)\b[^:?]*[:?]\s*(.+?)\s*$/i,
  /^(?:evaluate|compute)\s*:?\s*(.+?)\s*[?.]?$/i,
];

/** An expression that stands in the sentence itself. */
function guessExpression(words: string): Guess[] {
  // On one line a comment would swallow what stood below it.
  if (words.includes('#') && /\n\s*\S/.test(words.trim())) return [];
  const line = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^in python(?:\s*3)?\s*[,:]\s*/i, '')
    .replace(/\s+(?:in|using|with)\s+python(?:\s*3(?:\.\w+)?)?\s*(?=[?.]?\s*$)/i, '');
  return around.flatMap((pattern) => {
    const found = pattern.exec(line);
    if (found?.[1] === undefined) return [];
    const code = cleanCode(found[1].replace(/\s*(?:evaluate(?:s)? to|return|print|output|equal)\s*$/i, ''));
    return [{ ...code, target: null, isMarked: false, spoken: line.replace(found[1], ' ') }];
  });
}

/** Whether a guess can be meant by this question: what is asked decides whether a target makes sense. */
export function fitsAsk(guess: Guess, ask: Ask): boolean {
  return (
    guess.target === null ||
    ask.type === 'value' ||
    ask.type === 'type' ||
    ask.type === 'output' ||
    ask.type === 'error'
  );
}
