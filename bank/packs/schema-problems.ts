import { z } from 'zod';
import { type Problem, problemAt } from '../problem.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** Data that has the shape asked for, with its source, or all that is wrong with it. */
export type Checked<T> = { ok: true; value: T; source: YamlSource } | { ok: false; problems: Problem[] };

/**
 * Reads a YAML file against a schema whose every error message is a remedy: what to write there.
 *
 * @param shape the schema, or what chooses it for the data that was read
 */
export function checkYaml<T>(
  file: string,
  text: string,
  shape: z.ZodType<T> | ((value: unknown) => z.ZodType<T>),
): Checked<T> {
  const source = parseYaml(file, text);
  if (Array.isArray(source)) return { ok: false, problems: source };
  const schema = typeof shape === 'function' ? shape(source.value) : shape;
  const result = schema.safeParse(source.value);
  if (result.success) return { ok: true, value: result.data, source };
  return { ok: false, problems: result.error.issues.flatMap((issue) => problemsOf(issue, source, schema)) };
}

function problemsOf(issue: z.core.$ZodIssue, source: YamlSource, schema: z.ZodType): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problemAt(
        source.placeOfKey(issue.path, key),
        `There is no field \`${key}\` here.`,
        remedyForKey(key, issue, schema),
      ),
    );
  }
  if (issue.code === 'invalid_key') {
    const key = String(issue.path.at(-1));
    return [
      problemAt(source.placeOfKey(issue.path.slice(0, -1), key), `\`${key}\` cannot be a name here.`, issue.message),
    ];
  }
  return [problemAt(source.placeOf(issue.path), whatIsWrong(issue, source), issue.message)];
}

function whatIsWrong(issue: z.core.$ZodIssue, source: YamlSource): string {
  const name = issue.path.length === 0 ? 'The file' : `\`${showPath(issue.path)}\``;
  if (issue.path.length > 0 && source.nodeAt(issue.path) === null) return `${name} is missing.`;
  const found = JSON.stringify(valueAt(source.value, issue.path)) ?? 'nothing';
  return `${name} cannot be ${found.length > 60 ? 'this' : found}.`;
}

function remedyForKey(key: string, issue: z.core.$ZodIssue, schema: z.ZodType): string {
  if (issue.path.length > 0 || !(schema instanceof z.ZodObject))
    return 'Take it out, or look for its right name in docs/authoring.md.';
  const known = Object.keys(schema.shape);
  const near = known.find((name) => name.startsWith(key.slice(0, 3)) || key.startsWith(name.slice(0, 3)));
  return near === undefined ? `Take it out; known are ${known.join(', ')}.` : `Did you mean \`${near}\`?`;
}

function showPath(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (isIndexable(value) ? value[step] : undefined), root);
}

function isIndexable(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
