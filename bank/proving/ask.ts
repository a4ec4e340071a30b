import type { Sentence } from './sentence.ts';

/** What a question wants to know of a program or of its options. */
export type Ask =
  | { type: 'output' }
  | { type: 'value' }
  | { type: 'type' }
  | { type: 'error' }
  | { type: 'which-raises'; exception: string | null }
  | { type: 'which-gives'; value: string }
  | { type: 'nothing'; why: string };

const chooser = String.raw`\bwhich\s+(?:of\s+(?:the\s+following|these|them|the)\b[^?.]*?|one\b[^?.]*?|(?:\w+\s+){0,4}?)`;
const raising = String.raw`(?:raises?|throws?|causes?|produces?|gives?|generates?|leads?\s+to|results?\s+in|yields?|fails?\s+with|end\s+in)`;
const whichRaises = new RegExp(
  String.raw`${chooser}(?:\bwill\s+|\bwould\s+|\bcan\s+)?\b${raising}\s+(?:an?\s+|the\s+)?(⟦\d+⟧|\w*(?:error|exception)\b)`,
  'i',
);
const giving = String.raw`(?:evaluates?(?:\s+to)?|is|are|be|equals?|returns?|gives?|prints?|produces?|yields?|outputs?|results?\s+in|has\s+the\s+value)`;
const value = String.raw`(⟦\d+⟧|true|false|none|-?\d+(?:\.\d+)?|'[^'\n]*'|"[^"\n]*")`;
const whichGives = new RegExp(
  String.raw`${chooser}(?:\bwill\s+|\bwould\s+)?\b${giving}\s+(?:to\s+|equal\s+to\s+|the\s+value\s+|as\s+)*${value}\s*(?:in python(?: 3)?)?\s*[?:.]?\s*$`,
  'i',
);

/** Questions about a program that its output does not answer. */
const beside: [RegExp, string][] = [
  [
    /\bwhy\b|\breason\b|\bexplain|\bpurpose\b|\bbest\s+describes?\b|\bdescribes?\b/i,
    'it asks for a reason or a description',
  ],
  [/\bhow\s+(?:many|much|often|long)\b|\bnumber of times\b/i, 'it asks how many'],
  [/\bhow\s+(?:can|do|does|would|should|to)\b/i, 'it asks how something is done'],
  [/_{3,}|\bmissing\b|\bblanks?\b|\bcomplete the\b|\bfill\b|\breplace[ds]?\b|\binsert/i, 'it asks what to fill in'],
  [
    /\bwhich line\b|\bwhat line\b|\bline number\b|\bwhat is wrong\b|\bbug\b|\bmistakes?\b|\bfix\b|\bcorrect the\b/i,
    'it asks where a fault is',
  ],
  [
    /\b(?:NOT|EXCEPT|never|cannot|incorrect(?:ly)?|invalid)\b|\b(?:not|n't)\s+(?:be\s+)?(?:print|output|display|raise|a |an |true|evaluate|valid|return|produce|cause|throw)/,
    'it asks for what is not so',
  ],
  [
    /\b(?:first|second|third|fourth|last|final|\d+(?:st|nd|rd|th))\s+(?:\w+\s+)?(?:line|print|number|iteration|statement|element|item|call|character)s?\b/i,
    'it asks for a part of the output',
  ],
  [
    /\bcomplexity\b|\bdifference\b|\bequivalent\b|\bsame as\b|\bvalid\b|\bsyntax(?:ally)?\b(?! error)|\bshould\b|\bcorrect way\b/i,
    'it asks about the code, not what it does',
  ],
  [/\[picture\]/, 'it shows a picture'],
];

const output =
  /\boutputs?\b|\bprint(?:s|ed|ing|out)?\b|\bdisplay(?:s|ed)?\b|\b(?:shown|shows?|appears?|written)\s+(?:on|in|to)\s+(?:the\s+)?(?:screen|console|terminal|shell)|\bwhat\s+(?:happens|will happen|would happen)\b|\b(?:result|outcome)\s+of\s+(?:running|executing|the|this|following|code)\b|\bwhat\s+(?:does|do|will|would)\b[^?]*\b(?:produce|give|yield|show|result in|do)\b|\bthe result\b/i;
const valued =
  /\bevaluates?\b|\breturn(?:s|ed)?\b|\b(?:value|result|contents?)\s+(?:stored\s+|held\s+)?(?:of|in|for|does)\b|\bwhat\s+(?:is|are|does|will|would)\s*(?:the\s+)?⟦\d+⟧|\bequals?\b|\bwhat\s+(?:is|are|will be|would be)\s+(?:the\s+)?(?:final|resulting|current)?\s*(?:value|contents?|result)\b|\bwhat(?:'s| is| are)\s+[-\w'"([{]/i;
const typed = /\b(?:data\s*)?(?:type|class)\s+(?:of|does|is|will|would)\b|\bwhat\s+(?:data\s*)?type\b/i;
const failing =
  /\b(?:what|which)\s+(?:kind\s+of\s+|type\s+of\s+|sort\s+of\s+|built-in\s+)?(?:error|exception)\b|\bexception\s+(?:is|will be|gets)\s+(?:raised|thrown)|\bwhat\s+(?:does|do|will|would)\b[^?]*\braise\b/i;

/** What the question asks for. `spoken` are its words without code that was found among them. */
export function askOf({ words, inline }: Sentence, spoken: string): Ask {
  const line = words
    .replace(/⟦#\d+⟧/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const found = beside.find(([pattern]) => pattern.test(spoken.replace(/⟦#?\d+⟧/g, ' ')));
  if (found !== undefined) return { type: 'nothing', why: found[1] };
  const inlineOf = (text: string) => inline[Number(/^⟦(\d+)⟧$/.exec(text)?.[1] ?? -1)] ?? text;
  const raises = whichRaises.exec(line);
  if (raises !== null && !/^\s*(?:what|which)\s+(?:\w+\s+){0,3}(?:error|exception)/i.test(line)) {
    const name = inlineOf(raises[1] ?? '');
    if (/^(?:an?\s+)?(?:error|exception)$/i.test(name)) return { type: 'which-raises', exception: null };
    if (/^[A-Z]\w*$/.test(name)) return { type: 'which-raises', exception: name };
    return { type: 'nothing', why: 'it is not clear which exception is meant' };
  }
  const gives = whichGives.exec(line);
  if (gives !== null) {
    const wanted = inlineOf(gives[1] ?? '');
    return {
      type: 'which-gives',
      value: /^(?:true|false|none)$/i.test(wanted) ? wanted[0]?.toUpperCase() + wanted.slice(1).toLowerCase() : wanted,
    };
  }
  if (
    /\bwhich\s+(?:of\s+(?:the\s+following|these)\s+)?(?:is|are|statements?|code|snippets?|programs?|options?|functions?|methods?|operators?|keywords?|modules?)\b/i.test(
      line,
    ) &&
    !/\bwhich\s+(?:of\s+(?:the\s+following|these)\s+)?(?:is|are|options?)\s+(?:\w+\s+){0,3}(?:outputs?|printed|displayed|shown|results?|value)/i.test(
      line,
    )
  ) {
    return { type: 'nothing', why: 'it asks to choose between statements' };
  }
  if (failing.test(line)) return { type: 'error' };
  if (typed.test(line)) return { type: 'type' };
  const isValued = valued.test(line);
  if (output.test(line) && !/\b(?:value|result)\s+of\s+⟦\d+⟧|\bevaluates?\s+to\b|\breturn(?:s|ed)?\b/i.test(line))
    return { type: 'output' };
  if (isValued) return { type: 'value' };
  return { type: 'nothing', why: 'it does not ask what a program does' };
}
