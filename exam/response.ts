/**
 * What a candidate answered to one item: one shape a way of answering. Option ids are opaque and per sitting.
 * Several kinds of item share a way: a gap in a program and a pair of a matching are both a slot that takes an option.
 */
export type Response =
  | { type: 'choice'; option: string | null }
  | { type: 'choices'; options: string[] }
  /** An option for each slot, or null where there is none yet. */
  | { type: 'slots'; options: (string | null)[] }
  /** Every option once, or none at all. */
  | { type: 'order'; options: string[] };

/** What a response to one item may hold; `slots` is 0 where there are none. */
export type AnswerSpace = { type: Response['type']; optionIds: readonly string[]; slots: number };

/** True if the response says "no answer" (one that was taken back). */
export function isBlank(response: Response): boolean {
  switch (response.type) {
    case 'choice':
      return response.option === null;
    case 'slots':
      return response.options.every((option) => option === null);
    case 'choices':
    case 'order':
      return response.options.length === 0;
  }
}

/** The response that says "no answer" in this way of answering. */
export function blankResponse({ type, slots }: AnswerSpace): Response {
  switch (type) {
    case 'choice':
      return { type, option: null };
    case 'slots':
      return { type, options: Array.from({ length: slots }, () => null) };
    case 'choices':
    case 'order':
      return { type, options: [] };
  }
}

/** True if the response is of the item's way of answering and speaks of its options only. */
export function fitsSpace(response: Response, { type, optionIds, slots }: AnswerSpace): boolean {
  if (response.type !== type) return false;
  switch (response.type) {
    case 'choice':
      return response.option === null || optionIds.includes(response.option);
    case 'choices':
      return isSetOf(response.options, optionIds);
    case 'slots':
      return (
        response.options.length === slots &&
        response.options.every((option) => option === null || optionIds.includes(option))
      );
    case 'order':
      return (
        isSetOf(response.options, optionIds) &&
        (response.options.length === 0 || response.options.length === optionIds.length)
      );
  }
}

function isSetOf(options: readonly string[], optionIds: readonly string[]): boolean {
  return new Set(options).size === options.length && options.every((option) => optionIds.includes(option));
}

/** What a response says beyond its type, as chains and comparisons take it: for a choice the option alone. */
export function contentOfResponse(response: Response): string | null | (string | null)[] {
  return response.type === 'choice' ? response.option : response.options;
}
