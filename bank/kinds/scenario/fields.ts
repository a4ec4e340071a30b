import { z } from 'zod';
import { commonFields, program, question, words } from '../../templates/common-fields.ts';
import type { TemplateFile } from '../../templates/template-shape.ts';
import type { BuildableKind, Kind } from '../kind.ts';

/** A kind that can be an item of a scenario. */
export type SingleKind = Exclude<BuildableKind, 'scenario'>;
export type SingleKinds = Readonly<Record<SingleKind, Kind>>;

const items = 'Write a list of 2 to 4 items, each with kind, stem, explain and what its kind asks for.';
const own = (what: string) => `Write ${what} into each of the items.`;

/** What a `scenario` template says besides what all say; what only its items can say is refused at the top. */
export function scenarioFields(kinds: SingleKinds) {
  const names = Object.keys(kinds) as SingleKind[];
  const Member = z.discriminatedUnion('kind', asMembers(names.map((name) => memberShape(name, kinds[name]))), {
    error: `Write one of ${names.join(', ')} as its kind.`,
  });
  return {
    text: words('Write the text that all items are about.'),
    items: z.array(Member, { error: items }).min(2, { error: items }).max(4, { error: items }),
    stem: z.literal('', { error: own('stem') }).default(''),
    explain: z.literal('', { error: own('explain') }).default(''),
    distractors: z
      .array(z.unknown())
      .max(0, { error: own('distractors') })
      .default([]),
  };
}

type MemberShape = ReturnType<typeof memberShape>;

function memberShape(name: SingleKind, kind: Kind) {
  const { stdin, misconceptions, distractors, allow, objective, difficulty, explain, source } = commonFields;
  return z.strictObject({
    kind: z.literal(name),
    stem: kind.stem === null ? question : stemOr(kind.stem),
    explain,
    source,
    objective: objective.optional(),
    difficulty: difficulty.optional(),
    code: program.optional(),
    stdin: stdin.unwrap().optional(),
    misconceptions: misconceptions.unwrap().optional(),
    allow: allow.unwrap().optional(),
    distractors,
    ...kind.fields,
  });
}

/** Items are read twice, so what stands for a stem that is left out has to pass, too. */
function stemOr(usual: string) {
  const isWritten = (text: string) => text !== '' || usual === '';
  return z.string({ error: 'Write the question.' }).refine(isWritten, { error: 'Write the question.' }).default(usual);
}

function asMembers(shapes: MemberShape[]): [MemberShape, ...MemberShape[]] {
  const [first, ...others] = shapes;
  if (first === undefined) throw new RangeError('no kinds for the items of a scenario');
  return [first, ...others];
}

/**
 * The items of a scenario as template files of their own: what one does not say is the scenario's. The picture, taken
 * of the scenario's own program, is laid beside each of them when they are finished.
 */
export function membersOfScenario({
  text: _text,
  items: written,
  picture: _picture,
  ...shared
}: TemplateFile & { text?: unknown; items?: unknown }): TemplateFile[] {
  const members = Array.isArray(written) ? written : [];
  return members.map((member) => ({ ...shared, ...member }));
}
