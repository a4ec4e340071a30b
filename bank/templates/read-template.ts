import { basename, relative, sep } from 'node:path';
import { findExamCredential, type Ladder } from '@pyladder/exam';
import { isMap, isSeq } from 'yaml';
import { kinds } from '../kinds/kinds.ts';
import { partOfSource } from '../packs/part-of-source.ts';
import { checkYaml } from '../packs/schema-problems.ts';
import { readSource } from '../packs/source-file.ts';
import type { YamlSource } from '../packs/yaml-source.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { Param } from './params.ts';
import { splitText } from './placeholders.ts';
import { toPythonLiteral } from './python-literal.ts';
import type { Template } from './template.ts';
import { type TemplateFile, templateShapeFor } from './template-shape.ts';

export type TemplateReading = { ok: true; template: Template } | { ok: false; problems: Problem[] };

/** Reads one template; its credential and section are the folders it lies in. */
export function readTemplate(file: string, packFolder: string, ladder: Ladder): TemplateReading {
  const reading = readSource(file);
  if (!reading.ok) return { ok: false, problems: [reading.problem] };
  const checked = checkYaml(file, reading.text, templateShapeFor);
  if (!checked.ok) return checked;
  const { value, source } = checked;
  const [credential = '', section = ''] = relative(packFolder, file).split(sep);
  const problems = [...checkPlace({ credential, section }, value, source, ladder), ...checkNames(value, source)];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, template: toTemplate(value, source, { credential, section }) };
}

function toTemplate(
  value: TemplateFile,
  source: YamlSource,
  place: Pick<Template, 'credential' | 'section'>,
): Template {
  const kind = kinds[value.kind];
  const fields = Object.fromEntries(Object.entries(value).filter(([name]) => name in kind.fields));
  return {
    ...place,
    id: value.id,
    pool: value.pool,
    objective: value.objective,
    kind: value.kind,
    fields,
    texts: Object.fromEntries(
      Object.entries(kind.textsOf(fields)).map(([name, { text, as }]) => [name, splitText(text, as)]),
    ),
    params: [...Object.keys(value.params).map((name) => toParam(name, source)), ...(kind.paramsOf?.(fields) ?? [])],
    lets: Object.entries(value.let).map(([name, expression]) => ({ name, expression: String(expression) })),
    conditions: typeof value.where === 'string' ? [value.where] : value.where,
    stem: splitText(value.stem.trim(), 'text'),
    code: splitText(value.code, 'repr'),
    stdin: splitText(value.stdin, 'text'),
    explanation: splitText(value.explain.trim(), 'text'),
    misconceptions: value.misconceptions.map((entry) => (typeof entry === 'string' ? [entry] : entry)),
    distractors: value.distractors.map(({ text, because }) => ({
      text: splitText(text, 'text'),
      because: splitText(because.trim(), 'text'),
    })),
    members: membersOf(value).map((member, index) => toTemplate(member, partOfSource(source, ['items', index]), place)),
    difficulty: value.difficulty,
    variants: value.variants,
    python: value.python ?? null,
    needs: value.needs,
    picture:
      value.picture === undefined
        ? null
        : { of: value.picture.of, description: splitText(value.picture.description.trim(), 'text') },
    allow: value.allow,
    reference: value.source ?? null,
    reviewed: value.reviewed ?? null,
    source,
  };
}

function membersOf(value: TemplateFile): TemplateFile[] {
  return kinds[value.kind].membersOf?.(value) ?? [];
}

/** From the nodes rather than the data, so that 1.0 is not taken for 1. */
function toParam(name: string, source: YamlSource): Param {
  const node = source.nodeAt(['params', name]);
  if (isSeq(node)) return { name, values: node.items.map(toPythonLiteral), size: null };
  if (!isMap(node)) throw new TypeError(`params.${name} passed the schema as neither list nor mapping`);
  const range = node.toJSON();
  if ('range' in range) return { name, values: countUp(range.range[0], range.range[1], range.step ?? 1), size: null };
  const sample = node.get('sample', true);
  return { name, values: isSeq(sample) ? sample.items.map(toPythonLiteral) : [], size: Number(node.get('size')) };
}

function countUp(first: number, last: number, step: number): string[] {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => String(first + index * step));
}

function checkPlace(
  { credential, section }: { credential: string; section: string },
  value: TemplateFile,
  source: YamlSource,
  ladder: Ladder,
): Problem[] {
  const start = { file: source.file, line: 1, column: 1 };
  const rung = findExamCredential(ladder, credential);
  const known = ladder.credentials.flatMap((other) => ('sections' in other ? [other.id] : []));
  if (rung === null) {
    return [
      problemAt(
        start,
        `The folder \`${credential}\` is no credential with an exam.`,
        `Move the file under one of ${known.join(', ')}.`,
      ),
    ];
  }
  const topic = rung.sections.find(({ id }) => id === section);
  if (topic === undefined) {
    const sections = rung.sections.map(({ id }) => id).join(', ');
    return [
      problemAt(start, `\`${credential}\` has no section \`${section}\`.`, `Move the file under one of ${sections}.`),
    ];
  }
  const problems: Problem[] = [];
  const id = [credential, section, basename(source.file).replace(/\.ya?ml$/, '')].join('.');
  if (value.id !== id)
    problems.push(problemAt(source.placeOf(['id']), `\`id\` does not say where the file is.`, `Write ${id}.`));
  const objectives = topic.objectives.map((objective) => objective.id);
  const members = membersOf(value).map((member, index) => [member.objective, ['items', index, 'objective']] as const);
  for (const [objective, path] of [[value.objective, ['objective']] as const, ...members]) {
    if (objectives.includes(objective)) continue;
    const what = `\`${section}\` has no objective \`${objective}\`.`;
    problems.push(problemAt(source.placeOf(path), what, `Write one of ${objectives.join(', ')}.`));
  }
  return problems;
}

function checkNames(value: TemplateFile, source: YamlSource): Problem[] {
  return Object.keys(value.let)
    .filter((name) => Object.hasOwn(value.params, name))
    .map((name) =>
      problemAt(source.placeOfKey(['let'], name), `\`${name}\` is a param already.`, 'Give it another name.'),
    );
}
