import { compare, hiddenAddress, rank } from './likeness.ts';
import type { Claim, ReadOption } from './option-reading.ts';
import { sayTruth, type Truth } from './truth.ts';
import { undecided, type Verdict } from './verdict.ts';

/** What is known of a question besides its options and the truth. */
export type Circumstances = {
  /** Index of the key. */
  key: number;
  /** Whether the program is known to stand there as its author meant it: marked as code, layout and all. */
  isMarked: boolean;
  /** Whether characters or prompts were changed to make it run. */
  isMended: boolean;
  /** Whether a value was asked for, which can be written in more than one way. */
  isValue: boolean;
};

/** How well an option says what is true: 4 to the letter, 3 and 2 with small differences, 1 nearly, 0 not; null if nobody can tell. */
type Fit = number | null;

/** Failures that say more about how a question was copied than about its key. */
const fragile = new Set([
  'SyntaxError',
  'IndentationError',
  'TabError',
  'NameError',
  'ImportError',
  'ModuleNotFoundError',
  'OSError',
  'FileNotFoundError',
  'EOFError',
  'RuntimeError',
  'NotImplementedError',
  'PermissionError',
  'OverflowError',
  'RecursionError',
]);

/**
 * Judges a single key by what the program did. The worst mistake is to call a right key wrong: wherever the question can be
 * meant otherwise, nothing is decided.
 */
export function judgeKey(options: readonly ReadOption[], truth: Truth, circumstances: Circumstances): Verdict {
  const said = sayTruth(truth);
  const key = options[circumstances.key];
  if (key === undefined) return undecided('no-key', 'no option is marked as the key', said);
  const fits = options.map((option) => fitOf(option, truth));
  const own = fits[circumstances.key] ?? null;
  const others = fits.map((fit, index) => (index === circumstances.key ? null : fit));
  const best = Math.max(0, ...others.filter((fit) => fit !== null));
  const winner = others.indexOf(best);
  if (key.claim.type === 'none-of-these') return judgeNone(options, others, best, said, winner);
  if (own === null) return undecided('key-in-words', 'the key says it in words that only a reader can judge', said);
  if (own >= 2) {
    // An exception has many names that are right; a value can be written with and without quotes.
    const isFree = circumstances.isValue || truth.outcome === 'raised';
    if (best > own && (own < 3 || !isFree)) return contradict(truth, winner, options, circumstances);
    if (best >= own) return undecided('ambiguous-options', 'more than one option says what Python does', said);
    return { verdict: 'confirmed', truth: said };
  }
  if (best >= 2 && options.filter((_, index) => others[index] === best).length > 1) {
    return undecided('ambiguous-options', 'more than one option says what Python does', said);
  }
  if (own === 1) {
    return best >= 3
      ? contradict(truth, winner, options, circumstances)
      : undecided('ambiguous-options', 'the key is nearly what Python does, and may be meant so', said);
  }
  if (best >= 2) return contradict(truth, winner, options, circumstances);
  if (best === 1) return undecided('ambiguous-options', 'another option is nearly what Python does', said);
  return judgeAlone(options, truth, circumstances, said);
}

function judgeNone(
  options: readonly ReadOption[],
  others: readonly Fit[],
  best: number,
  said: string,
  winner: number,
): Verdict {
  if (best >= 4) return { verdict: 'contradicted', truth: said, option: winner };
  if (best > 0) return undecided('ambiguous-options', 'an option is nearly what Python does', said);
  if (others.filter((fit) => fit === null).length > 1 || options.length < 3) {
    return undecided('ambiguous-options', 'an option says something in words that only a reader can judge', said);
  }
  return { verdict: 'confirmed', truth: said };
}

/** No option says what Python does; the key is called wrong only if it is plain what it says. */
function judgeAlone(options: readonly ReadOption[], truth: Truth, circumstances: Circumstances, said: string): Verdict {
  const claim = options[circumstances.key]?.claim;
  if (options.some((option) => option.claim.type === 'none-of-these')) {
    const none = options.findIndex((option) => option.claim.type === 'none-of-these');
    return isPlain(claim)
      ? contradict(truth, none, options, circumstances)
      : undecided('unsure', 'no option is what Python does', said);
  }
  const isComplete = options.every((option) => option.claim.type !== 'words');
  if (!isComplete || !isPlain(claim)) return undecided('unsure', 'no option is what Python does', said);
  if (truth.outcome === 'printed' && claim?.type === 'text' && !isAlike(claim.text, truth.texts)) {
    return undecided('unsure', 'what Python does looks unlike all options', said);
  }
  return contradict(truth, null, options, circumstances);
}

function isPlain(claim: Claim | undefined): boolean {
  return claim?.type === 'text' || claim?.type === 'error' || claim?.type === 'nothing';
}

/** A key and an output of one kind: both numbers, both lists, as many lines, as many words. */
function isAlike(key: string, texts: readonly string[]): boolean {
  const shape = (text: string) => {
    const bare = text.trim();
    if (/^[-+]?[\d._]+(?:e[-+]?\d+)?j?$/i.test(bare)) return 'number';
    if (/^(?:True|False|None)$/i.test(bare)) return 'constant';
    if (/^[[({].*[\])}]$/s.test(bare)) return `container ${bare[0]}`;
    if (/^['"].*['"]$/s.test(bare)) return 'word 1';
    return `word ${bare.split(/\s+/).length}`;
  };
  const own = shape(key);
  return texts.some(
    (text) =>
      shape(text) === own ||
      (own === 'number' && shape(text) === 'constant') ||
      (own === 'constant' && shape(text) === 'number') ||
      (/^container/.test(own) && /^container/.test(shape(text))),
  );
}

/** Called wrong only where the program, as it stands, can be trusted to be what the author meant. */
function contradict(
  truth: Truth,
  option: number | null,
  options: readonly ReadOption[],
  { key, isMarked, isMended }: Circumstances,
): Verdict {
  const said = sayTruth(truth);
  const own = options[key]?.claim;
  if (truth.outcome === 'endless') return undecided('no-end', 'it did not end in two seconds', said);
  if (truth.outcome === 'printed' && truth.texts.some((text) => text.includes(hiddenAddress))) {
    return undecided('may-vary', 'it shows an address in memory', said);
  }
  if (truth.outcome === 'raised') {
    const winner = option === null ? null : (options[option]?.claim ?? null);
    const isNamed = (winner?.type === 'error' || winner?.type === 'text-then-error') && winner.names.length > 0;
    if (fragile.has(truth.type) && !(isNamed && isMarked && !isMended)) {
      return undecided(
        'incomplete',
        `as it is written it stops with ${truth.type}, which may come from how it was copied`,
        said,
      );
    }
    if (own?.type === 'text' && truth.before.trim() !== '' && !isNamed)
      return undecided('unsure', `it prints something and then stops with ${truth.type}`, said);
    if (!isMarked && option === null) return undecided('unsure', `it stops with ${truth.type}`, said);
  }
  if (truth.outcome === 'printed' && (own?.type === 'error' || own?.type === 'text-then-error')) {
    const isLayout = own.names.length === 0 || own.names.some((name) => fragile.has(name));
    if (isLayout && (!isMarked || isMended || option === null)) {
      return undecided('unsure', 'the key is an error that may have been lost when the program was copied', said);
    }
  }
  return { verdict: 'contradicted', truth: said, option };
}

function fitOf({ text, claim }: ReadOption, truth: Truth): Fit {
  if (truth.outcome === 'printed') {
    const isSilent = truth.texts.every((candidate) => candidate.trim() === '');
    if (claim.type === 'nothing') return isSilent ? 4 : 0;
    const likeness = rank(compare(text, truth));
    if (likeness > 0) return likeness;
    if (claim.type === 'no-error') return 2;
    return claim.type === 'words' ? null : 0;
  }
  if (truth.outcome === 'endless') return claim.type === 'endless' ? 4 : claim.type === 'words' ? null : 0;
  return fitOfError(claim, truth);
}

function fitOfError(claim: Claim, truth: Extract<Truth, { outcome: 'raised' }>): Fit {
  const before = truth.before.trim();
  switch (claim.type) {
    case 'error': {
      if (claim.names.length === 0) return 3;
      // After output, an option that tells both says it better.
      if (claim.names.includes(truth.type)) return before === '' ? 4 : 3;
      return claim.names.some((name) => truth.bases.includes(name)) ? 3 : 0;
    }
    case 'text-then-error': {
      const isNamed =
        claim.names.length === 0 || claim.names.some((name) => name === truth.type || truth.bases.includes(name));
      const isPrinted =
        before !== '' && rank(compare(claim.text, { outcome: 'printed', texts: [before], type: null })) >= 2;
      return isNamed && isPrinted ? 4 : 0;
    }
    case 'text':
      // What was printed before the end is half of the truth.
      return before !== '' && rank(compare(claim.text, { outcome: 'printed', texts: [before], type: null })) >= 2
        ? 1
        : 0;
    case 'words':
      return null;
    default:
      return 0;
  }
}
