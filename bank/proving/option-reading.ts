import { type Passage, textOf } from '../quizzes/passage.ts';
import { foldTypography } from './clean-code.ts';

/** What an option claims. `words` is a text in which nothing but a reader can find the claim. */
export type Claim =
  | { type: 'text'; text: string }
  | { type: 'error'; names: string[] }
  | { type: 'text-then-error'; text: string; names: string[] }
  | { type: 'no-error' }
  | { type: 'nothing' }
  | { type: 'endless' }
  | { type: 'none-of-these' }
  | { type: 'words'; text: string };

/** An option as it is compared: its text, and what it claims besides being a text. */
export type ReadOption = { text: string; claim: Claim };

const named =
  /\b((?:[A-Z]\w*)?(?:Error|Exception|Interrupt|Warning)|StopIteration|SystemExit|GeneratorExit|StopAsyncIteration)\b/g;
const spelt: [RegExp, string][] = [
  [/\bsyntax[ -]?error|\binvalid syntax|\bcompil(?:e|ation|er)[ -]?(?:time )?error/i, 'SyntaxError'],
  [/\btype[ -]?error/i, 'TypeError'],
  [/\bvalue[ -]?error/i, 'ValueError'],
  [/\bname[ -]?error/i, 'NameError'],
  [/\bkey[ -]?error/i, 'KeyError'],
  [/\bindex[ -]?error|\bindex out of (?:range|bounds)/i, 'IndexError'],
  [/\battribute[ -]?error/i, 'AttributeError'],
  [/\b(?:zero[ -]?division|divi(?:sion|de) by zero)(?:[ -]?error)?/i, 'ZeroDivisionError'],
  [/\bindentation[ -]?error/i, 'IndentationError'],
  [/\b(?:import|module not found)[ -]?error/i, 'ImportError'],
  [/\brecursion[ -]?error|\bmaximum recursion/i, 'RecursionError'],
  [/\bassertion[ -]?error/i, 'AssertionError'],
];
const filler =
  /^(?:(?:it|this|that|the|code|program|snippet|statement|expression|line|python|there|an?|is|are|will|would|be|gets?|you|some|raises?|raised|throws?|thrown|produces?|causes?|gives?|results?|in|with|ends?|stops|a|runtime|run-time|run time|generates?|returns?|prints?|uncaught|unhandled|built-in|shows?|error:|exception:)[\s:]+)*/i;
const generic =
  /^(?:errors?|exceptions?|traceback|crash(?:es|ed)?|fails?|failure|undefined|illegal|not allowed|not possible|compil\w+ error)\b/i;
const prose =
  /\b(?:the|an|are|was|it|its|it's|this|that|these|those|will|would|because|both|either|neither|above|below|prints?|printed|outputs?|depends|same|each|every|twice|times|characters?|string|value|line|lines|list|number|nothing|something|memory|address|reference|object|undefined|garbage|random|followed|then|respectively|separate|new|first|second|only|all|any|some|does|not|if|when|from|with|containing|elements?|original|unchanged)\b/i;

/** Reads an option; labels that every option carries (`A)`) are no part of what it says. */
export function readOptions(options: readonly { passage: Passage }[]): ReadOption[] {
  const texts = options.map(({ passage }) => foldTypography(textOf(passage)).trim());
  const isLabelled = texts.length > 1 && texts.every((text, index) => labelOf(text) === index);
  return texts.map((text) => readOption(isLabelled ? text.replace(/^\(?[A-Za-z][).:]\s*/, '') : text));
}

function labelOf(text: string): number | null {
  const label = /^\(?([A-Za-z])[).:](?:\s|$)/.exec(text)?.[1];
  return label === undefined ? null : label.toLowerCase().charCodeAt(0) - 97;
}

function readOption(text: string): ReadOption {
  return { text, claim: claimOf(text.replace(/\s+/g, ' ').trim()) };
}

function claimOf(text: string): Claim {
  const bare = text.replace(/^[`"'([<]+|[`"')\]>.!]+$/g, '').trim();
  if (
    /^(?:(?:it|the (?:program|code)) )?(?:prints |outputs |displays |shows |returns )?(?:nothing|no output)(?: (?:is|will be|gets) (?:printed|displayed|shown|output))?(?: at all)?$|^(?:blank|empty|empty output|no output|nothing is printed|there is no output|\(nothing\)|\(no output\)|<no output>|the program prints nothing|(?:it )?(?:does not|doesn't) print anything)$/i.test(
      bare,
    ) ||
    bare === ''
  ) {
    return bare === '' && text !== '' ? { type: 'text', text } : { type: 'nothing' };
  }
  if (
    /^(?:none|neither|nothing) of (?:the |these )?(?:above|these|mentioned|options|answers|choices|them|those)\b|^none of the above/i.test(
      bare,
    )
  )
    return { type: 'none-of-these' };
  if (
    /^(?:all|both|any|either|some|two) of\b|^(?:both|either|neither)\b|^(?:options? )?\(?[A-H]\)?(?:,| and| or| &) \(?[A-H]\)?$|^all the above|^it depends|^depends\b|^cannot be|^can't|^unknown$|^undefined$|^not (?:sure|defined)$|^i don't know/i.test(
      bare,
    )
  ) {
    return { type: 'words', text };
  }
  if (
    /^(?:(?:it|the (?:program|code|loop)|an?|this|is|will|runs?|goes?|into|enters?|results? in|causes?|creates?|loops?|in) )*(?:infinite(?: loop| recursion|ly)?|endless(?: loop|ly)?|forever|never (?:ends|stops|terminates)|(?:does not|doesn't) (?:end|terminate|stop))\b/i.test(
      bare,
    )
  )
    return { type: 'endless' };
  if (
    /^(?:there is |it raises |raises |throws )?no (?:error|exception)s?\b(?: is (?:raised|thrown))?$|^(?:it|the code|the program) runs (?:fine|without errors?)|^(?:it )?(?:does not|doesn't) raise/i.test(
      bare,
    )
  )
    return { type: 'no-error' };
  const introduced =
    /^(?:it|this|the (?:code|program))\s+(?:will\s+)?(?:prints?|outputs?|displays?)\s+(.+)$/i.exec(text)?.[1] ?? text;
  return errorOf(bare) ?? { type: isProse(introduced) ? 'words' : 'text', text: introduced };
}

/** One word is an output, whatever it means; several may be a sentence. */
function isProse(text: string): boolean {
  return /\s/.test(text.trim()) && prose.test(withoutCode(text));
}

/** A string in quotes is no prose, whatever it says. */
function withoutCode(text: string): string {
  return text.replace(/'[^']*'|"[^"]*"|`[^`]*`|\[[^\]]*\]|\{[^}]*\}|\([^)]*\)|<class [^>]*>/g, ' ');
}

function errorOf(text: string): Claim | null {
  const names = [...text.matchAll(named)]
    .map((match) => match[1] ?? '')
    .filter((name) => name !== 'Error' && name !== 'Exception');
  const found = names.length > 0 ? names : spelt.filter(([pattern]) => pattern.test(text)).map(([, name]) => name);
  const rest = text.replace(filler, '');
  const head = rest.replace(/^(?:an?|the)\s+/i, '');
  const isHead = generic.test(head) || (found.length > 0 && startsWithName(head));
  if (isHead && !/\band\b.*\bprint|\bexcept\b|\bunless\b|\bif\b|\bor\b|\bcaught\b|\bhandled\b/i.test(head))
    return { type: 'error', names: [...new Set(found)] };
  const after =
    /^(.+?)(?:\s*[,;.]?\s*(?:and then|followed by|then|and|before|\n|,)\s*)(?:(?:it|an?|raises?|throws?|gives?|the|stops|with|by|program|ends)\s+)*((?:[A-Z]\w*(?:Error|Exception))|(?:an? )?(?:error|exception))\W*$/i.exec(
      text,
    );
  if (after !== null && !prose.test(withoutCode(after[1] ?? '')))
    return { type: 'text-then-error', text: (after[1] ?? '').trim(), names: found };
  return generic.test(text) || found.length > 0 || /\b(?:error|exception)\b/i.test(text)
    ? { type: 'words', text }
    : null;
}

function startsWithName(text: string): boolean {
  return (
    new RegExp(`^(?:${named.source.replace(/\\b/g, '')})`).test(text) ||
    spelt.some(([pattern]) => pattern.exec(text)?.index === 0)
  );
}
