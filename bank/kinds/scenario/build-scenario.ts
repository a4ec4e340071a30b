import type { Variant } from '../../templates/variant.ts';
import { inspectPrograms } from '../../tools/inspection.ts';
import type { KindBuilder, KindResult } from '../kind.ts';
import type { SingleKinds } from './fields.ts';

/** Builds every item of a scenario by the rules of its own kind; a draw is fit if all of them are. */
export function scenarioBuilder(kinds: SingleKinds): KindBuilder {
  return async (template, rendered, tools) => {
    const inspections = await inspectPrograms(
      rendered.members.map(({ code }) => code),
      tools.python,
      tools.signal,
    );
    const members: Variant[] = [];
    for (const [index, member] of template.members.entries()) {
      const own = rendered.members[index];
      const inspection = inspections[index];
      if (own === undefined || inspection === undefined || member.kind === 'scenario') {
        throw new TypeError(`item ${index + 1} of ${template.id} was not rendered`);
      }
      if (inspection.fault !== null) {
        const [line, message] = inspection.fault;
        return leaveOut(index, { why: `line ${line} is not Python: ${message}`, hopeless: true, at: ['code'] });
      }
      // Sets that are endless in one item's program may end in another's.
      const result = await kinds[member.kind].build(member, own, { ...tools, endless: new Set() });
      if (!result.fit) return leaveOut(index, result);
      members.push({ ...own, inspection, ...result });
    }
    return {
      fit: true,
      proof: [],
      beliefRuns: members.flatMap(({ beliefRuns }) => beliefRuns),
      options: [],
      set: { text: rendered.texts.text ?? '', members },
    };
  };
}

function leaveOut(
  index: number,
  { why, hopeless, at = [], remedy }: Pick<KindResult & { fit: false }, 'why' | 'hopeless' | 'at' | 'remedy'>,
): KindResult {
  const place = {
    at: ['items', index, ...at],
    remedy: remedy ?? 'See what each belief gives: pyladder bank show FILE.',
  };
  return { fit: false, why: `item ${index + 1}: ${why}`, hopeless, beliefRuns: [], ...place };
}
