import { type Problem, problemAt } from '../problem.ts';
import type { Template } from '../templates/template.ts';
import { signature } from './enough-variants.ts';

/** No template stands in both pools, or twice: neither by its id nor by its program. */
export function findDoubles(templates: readonly Template[]): Problem[] {
  const byId = new Map<string, Template>();
  const byCode = new Map<string, Template>();
  return templates.flatMap((template) => {
    const code = signature(template.code.map((part) => (typeof part === 'string' ? part : '\u0001')).join(''));
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
