import { z } from 'zod';
import type { BuildableKind, Kind } from '../kinds/kind.ts';
import { kinds } from '../kinds/kinds.ts';
import { commonFields, program, question } from './common-fields.ts';

function shapeOf(name: BuildableKind) {
  const kind: Kind = kinds[name];
  return z.strictObject({
    ...commonFields,
    kind: z.literal(name),
    stem: kind.stem === null ? question : question.default(kind.stem),
    code: kind.isCodeOptional ? program.default('') : program,
    ...kind.fields,
  });
}

const kindNames = Object.keys(kinds) as BuildableKind[];
const kindName = z.enum(kindNames, { error: `Write one of ${kindNames.join(', ')}.` });
const shapes = new Map(kindNames.map((name) => [name, shapeOf(name)]));
const anyShape = z.strictObject(
  { ...commonFields, kind: kindName, stem: question.optional(), code: program.optional() },
  { error: 'Write a template; docs/authoring.md shows one.' },
);

/**
 * What a template file has to be, by the kind that it names; every message says what to write instead.
 * Of a file that names none, all that is wrong for every kind is told. @see docs/authoring.md
 */
export function templateShapeFor(value: unknown): z.ZodType<TemplateFile> {
  const named = z.looseObject({ kind: kindName }).safeParse(value);
  const shape = named.success ? shapes.get(named.data.kind) : undefined;
  return (shape ?? anyShape) as z.ZodType<TemplateFile>;
}

type Common = z.output<z.ZodObject<typeof commonFields>>;

/** A template file as read; fields of its kind's own stand beside these. */
export type TemplateFile = Common & { kind: BuildableKind; stem: string; code: string };
