import type { ItemSummary } from '@pyladder/exam';
import type { Template } from '../templates/template.ts';

/**
 * The items that templates promise, as far as the drawing of forms asks about them: what forms there will be can be said
 * before anything is built. Hashes are stand-ins, the same each time.
 */
export function promiseItems(templates: readonly Template[]): ItemSummary[] {
  return templates.flatMap((template) =>
    Array.from({ length: template.variants }, (_, variant) =>
      promiseVariant(template, `${template.id} ${variant}`),
    ).flat(),
  );
}

function promiseVariant({ members, ...template }: Template, name: string): ItemSummary[] {
  const { id, section, objective, difficulty } = template;
  if (members.length === 0) return [{ hash: name, template: id, section, objective, difficulty }];
  return members.map((member, index) => ({
    hash: `${name} ${index}`,
    template: id,
    section,
    objective: member.objective,
    difficulty: member.difficulty,
    set: { id: name, index, size: members.length },
  }));
}
