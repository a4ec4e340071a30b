import { gatesOfEveryKind } from '../../gates/all-gates.ts';
import { enoughVariants } from '../../gates/enough-variants.ts';
import type { ProvingGate, ReadingGate } from '../../gates/gate.ts';
import { type Problem, problemAt } from '../../problem.ts';
import type { SingleKinds } from './fields.ts';

/** Every item whose kind wants a program has one, of its own or the scenario's. */
export function programsPresent(kinds: SingleKinds): ReadingGate {
  return ({ members }) =>
    members.flatMap(({ kind, code, source }): Problem[] => {
      if (kind === 'scenario' || kinds[kind].isCodeOptional || code.length > 0) return [];
      const what = `An item of kind ${kind} has no program.`;
      return [problemAt(source.placeOf([]), what, 'Write code: into it, or once at the top for all items.')];
    });
}

/** Each item passes the gates of its kind. That there are enough variants is asked of the whole. */
export function membersPass(kinds: SingleKinds): ProvingGate {
  return ({ template, variants }) =>
    template.members.flatMap((member, index): Problem[] => {
      if (member.kind === 'scenario') return [];
      const own = variants.flatMap(({ set }) => set?.members[index] ?? []);
      const gates = kinds[member.kind].gates.filter((gate) => gate !== enoughVariants);
      return [...gatesOfEveryKind, ...gates].flatMap((gate) => gate({ template: member, variants: own, leftOut: [] }));
    });
}
