import type { PythonPool } from '@pyladder/python/node';
import { kinds } from '../kinds/kinds.ts';
import { type Problem, problemAt } from '../problem.ts';
import { runTool, ToolStopped } from '../tools/run-tool.ts';
import { drawOfMember } from './member-params.ts';
import type { Draw } from './params.ts';
import type { TextPart } from './placeholders.ts';
import type { Template } from './template.ts';

/** A draw with every text written out: what a variant says, before anything of it was run. */
export type Rendered = {
  draw: Draw;
  /** The whole program. */
  code: string;
  /** What the author wrote as `code`, placeholders filled: for most kinds the program itself. */
  written: string;
  stdin: string;
  stem: string;
  explanation: string;
  /** What the picture shows, in words; empty where there is none. */
  description: string;
  distractors: { text: string; because: string }[];
  /** The texts of the kind's own fields, by its names for them. */
  texts: Readonly<Record<string, string>>;
  /** The items of a scenario. */
  members: Rendered[];
};

/** The draws that meet the template's conditions, written out; or why one of its expressions cannot be worked out. */
export type RenderedDraws = { ok: true; rendered: Rendered[] } | { ok: false; problem: Problem };

type Reply = { draws: ([repr: string, text: string][] | null)[] } | { fault: Fault };

/** `index` is that in the part's list; of a param its name. */
type Fault = { at: [part: string, index: number | string]; error: string };

/** Works out lets, conditions and placeholders for many draws in one run of CPython. */
export async function renderDraws(
  template: Template,
  draws: readonly Draw[],
  python: PythonPool,
  signal?: AbortSignal,
): Promise<RenderedDraws> {
  const expressions = [...new Set(allTexts(template).flatMap(expressionsOf))];
  const work = {
    draws: draws.map((draw) => Object.fromEntries(draw)),
    lets: template.lets.map(({ name, expression }) => [name, expression]),
    conditions: template.conditions,
    expressions,
  };
  const reply = await drawOrStop(python, work, signal);
  if (reply === null) return { ok: false, problem: tooMuch(template) };
  if ('fault' in reply) return { ok: false, problem: problemOf(template, expressions, reply.fault) };
  const rendered = reply.draws.flatMap((values, index) => {
    const draw = draws[index];
    if (values === null || draw === undefined) return [];
    return [
      renderDraw(
        template,
        draw,
        new Map(expressions.map((expression, place) => [expression, values[place] ?? ['', '']])),
      ),
    ];
  });
  return { ok: true, rendered };
}

async function drawOrStop(python: PythonPool, work: unknown, signal?: AbortSignal): Promise<Reply | null> {
  try {
    return await runTool<Reply>(python, 'draw', work, signal);
  } catch (error) {
    if (error instanceof ToolStopped) return null;
    throw error;
  }
}

function tooMuch({ source }: Template): Problem {
  const field = ['let', 'where', 'params'].find((name) => source.nodeAt([name]) !== null) ?? 'code';
  const what = 'An expression of this template takes too long, or too much, or cannot be worked out by itself.';
  return problemAt(source.placeOf([field]), what, 'Write a smaller one, of params and nothing else.');
}

type Values = ReadonlyMap<string, readonly [repr: string, text: string]>;

function renderDraw(template: Template, draw: Draw, values: Values): Rendered {
  const write = (parts: readonly TextPart[]) => parts.map((part) => writePart(part, values)).join('');
  const rendered = {
    draw,
    code: write(template.code),
    stdin: write(template.stdin),
    stem: write(template.stem),
    explanation: write(template.explanation),
    description: write(template.picture?.description ?? []),
    distractors: template.distractors.map(({ text, because }) => ({ text: write(text), because: write(because) })),
    texts: Object.fromEntries(Object.entries(template.texts).map(([name, parts]) => [name, write(parts)])),
    members: template.members.map((member, index) => renderDraw(member, drawOfMember(draw, index), values)),
  };
  const { programOf } = kinds[template.kind];
  return { ...rendered, written: rendered.code, code: programOf?.(rendered) ?? rendered.code };
}

function writePart(part: TextPart, values: Values): string {
  if (typeof part === 'string') return part;
  const [repr, text] = values.get(part.expression) ?? ['', ''];
  return part.as === 'repr' ? repr : text;
}

function allTexts(template: Template): TextPart[][] {
  const { code, stdin, stem, explanation, picture, distractors, texts, members } = template;
  const authored = distractors.flatMap(({ text, because }) => [text, because]);
  const described = picture?.description ?? [];
  return [
    code,
    stdin,
    stem,
    explanation,
    described,
    ...authored,
    ...Object.values(texts),
    ...members.flatMap(allTexts),
  ];
}

function expressionsOf(parts: readonly TextPart[]): string[] {
  return parts.flatMap((part) => (typeof part === 'string' ? [] : [part.expression]));
}

function problemOf(template: Template, expressions: readonly string[], fault: Fault): Problem {
  const [part, index] = fault.at;
  const remedy = 'Write an expression over the params that Python can work out.';
  if (typeof index === 'string') {
    const place = template.source.placeOf(['params', index]);
    return problemAt(place, `A value of \`${index}\` is none of Python: ${fault.error}.`, 'Write a simpler value.');
  }
  if (part === 'lets') {
    const name = template.lets[index]?.name ?? '';
    return problemAt(template.source.placeOf(['let', name]), `\`let.${name}\` fails: ${fault.error}.`, remedy);
  }
  if (part === 'conditions') {
    const place = template.source.placeOf(['where', index]);
    return problemAt(place, `\`${template.conditions[index]}\` of \`where\` fails: ${fault.error}.`, remedy);
  }
  const expression = expressions[index] ?? '';
  const line = template.source.text.split('\n').findIndex((text) => text.includes(expression)) + 1;
  const place = { file: template.source.file, line: Math.max(line, 1), column: 1 };
  return problemAt(place, `{{${expression}}} fails: ${fault.error}.`, remedy);
}
