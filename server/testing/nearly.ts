import fc from 'fast-check';
import { z } from 'zod';

/** What people and programs send who mean no good, or do not know better. */
export const POISON = [
  '\0',
  'a\0b',
  '\ud800',
  '\udfff tail',
  "'; DROP TABLE candidates; --",
  '<script>alert(1)</script>',
  '{{7*7}}<%= 7*7 %>%s%n',
  '../../etc/passwd',
  '9'.repeat(400),
  'x'.repeat(60_000),
  '\u202e\ufeff\u0000',
  '',
  ' ',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
];

const NUMBERS = [0, -0, -1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 63), Number.MIN_VALUE];

/** Any JSON at all, the nastier kinds preferred. */
export const poison: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...POISON, ...NUMBERS, null, true, [], {}),
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.integer({ min: 1, max: 3000 }).map((depth) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)),
);

type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * Values that a contract nearly takes: right in shape, with something wrong here and there, so that what lies deep
 * inside is reached too.
 *
 * @param ids words that stand for things which exist; they appear among ids
 */
export function nearly(schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  return nearlyJson(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), ids);
}

function nearlyJson(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 24, arbitrary: matching(schema, ids) }, { weight: 1, arbitrary: poison });
}

function matching(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  // A schema may also be `true` (anything) in JSON Schema; contracts have none such.
  const part = (inner: unknown) => nearlyJson(inner as JsonSchema, ids);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return fc.oneof(...choices.map(part));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const parts = Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, part(inner)]);
      return fc.record(Object.fromEntries(parts), { requiredKeys: (schema.required ?? []) as never[] });
    }
    case 'array':
      return fc.array(part(schema.items), { minLength: schema.minItems ?? 0, maxLength: 5 });
    case 'string':
      return text(schema, ids);
    case 'integer':
    case 'number': {
      const { minimum = 0, maximum = 99 } = schema;
      return fc.integer({ min: minimum, max: Math.min(maximum, minimum + 40) });
    }
    case 'boolean':
      return fc.boolean();
    default:
      return poison;
  }
}

function text({ format, pattern }: JsonSchema, ids: readonly string[]): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(fc.uuid(), { weight: 3, arbitrary: fc.constantFrom(...ids) });
  if (format === 'email') return fc.emailAddress();
  if (pattern?.startsWith('^[A-Za-z0-9_-]'))
    return fc.oneof(fc.constantFrom(...ids), fc.stringMatching(/^[\w-]{8,32}$/));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('pcep', 'pcap', 'real', 'mock', ...ids) },
    { weight: 2, arbitrary: fc.string({ minLength: 10 }) },
    { weight: 1, arbitrary: fc.constantFrom(...POISON) },
  );
}
