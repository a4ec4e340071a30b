import { type Problem, problemAt } from '../problem.ts';
import type { TextPart } from '../templates/placeholders.ts';
import type { Template } from '../templates/template.ts';
import { signature } from './enough-variants.ts';

/** No template stands in both pools, or twice: neither by its id nor by its program. */
export function findDoubles(templates: readonly Template[]): Problem[] {
  const byId = new Map<string, Template>();
  const byCode = new Map<string, Template>();
  return templates.flatMap((template) => {
    const code = identify(template);
    const same = byId.get(template.id);
    const alike = byCode.get(code);
    byId.set(template.id, template);
    byCode.set(code, template);
    if (same !== undefined) {
      const what = `\`${template.id}\` is in the ${same.pool} pool already.`;
      return [problemAt(template.source.placeOf(['id']), what, 'Give this template another name.')];
    }
    if (alike === undefined) return [];
    const what = `The program is the same as that of \`${alike.id}\` in the ${alike.pool} pool.`;
    return [
      problemAt(
        template.source.placeOf(['code']),
        what,
        'Write another program: an exam item that can be practised is no exam item.',
      ),
    ];
  });
}

/** What two templates must not have in common: the program, or, where there is none, all that is asked. */
function identify({ code, stem, texts, members }: Template): string {
  const own = code.length > 0 ? [code] : [stem, ...Object.values(texts)];
  return [...own.map(wordsOf), ...members.map(identify)].join('\0');
}

function wordsOf(parts: readonly TextPart[]): string {
  return signature(parts.map((part) => (typeof part === 'string' ? part : '\u0001')).join(''));
}
