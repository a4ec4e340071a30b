import { type Problem, problemAt } from '../problem.ts';
import type { Variant } from '../templates/variant.ts';
import type { ProvingGate } from './gate.ts';
import { describeDraw } from './same-key.ts';

/**
 * What nobody sees, or what makes a text look other than it is: control characters but tab and line end, half characters,
 * the marks that turn the direction of writing (by which a program can be shown in another order than it runs), and those
 * of no width.
 *
 * @see CVE-2021-42574, "Trojan Source"
 */
const hidden =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{2069}\u{feff}\u{fff9}-\u{fffb}]/u;
const allowed = /[\t\n]/g;

/** Every character of an item can be seen, and is where it seems to be. */
export const visibleCharacters: ProvingGate = ({ template, variants }) => {
  for (const variant of variants) {
    for (const [field, text] of textsOf(variant)) {
      const found = hidden.exec(text.replace(allowed, ''));
      if (found === null) continue;
      const code = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
      const what = `With ${describeDraw(variant.draw)} ${sayWhere(field)} a character that nobody sees (U+${code}).`;
      return [problemAt(template.source.placeOf([field]), what, sayRemedy(field))];
    }
  }
  return [];
};

function textsOf({ code, stdin, stem, explanation, options }: Variant): [field: string, text: string][] {
  return [
    ['code', code],
    ['stdin', stdin],
    ['stem', stem],
    ['explain', explanation],
    ...options.flatMap(({ text, because }): [string, string][] => [
      ['options', text],
      ['options', because ?? ''],
    ]),
  ];
}

function sayWhere(field: string): string {
  return field === 'options' ? 'an option holds' : `\`${field}\` holds`;
}

function sayRemedy(field: string): Problem['remedy'] {
  return field === 'options'
    ? 'Print its repr(), or do without it.'
    : 'Take it out; a program can name it by an escape, such as "\\u200b".';
}
