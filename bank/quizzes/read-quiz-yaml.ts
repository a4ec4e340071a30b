import { isMap, isNode, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { passageOfMarkdown } from './markdown-text.ts';
import type { Passage } from './passage.ts';
import { type QuizQuestion, type QuizReading, UnreadableQuiz } from './question.ts';

const Text = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value));

/** A question in YAML: `question`, `code`, `options`, and `answer` as an option's text or its letter. */
const QuestionShape = z.object({
  question: Text,
  code: z.string().optional(),
  options: z.array(Text).min(2),
  answer: Text,
});

/** Reads questions in YAML: a list of them, or a mapping with such a list in `questions`. @throws UnreadableQuiz */
export function readQuizYaml(text: string, file: string): QuizReading {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, schema: 'failsafe', version: '1.2' });
  const fault = document.errors[0];
  if (fault !== undefined) {
    throw new UnreadableQuiz(
      `This is not YAML: ${fault.message.split('\n')[0]}`,
      lineCounter.linePos(fault.pos[0]).line,
    );
  }
  visit(document, {
    Alias() {
      throw new UnreadableQuiz('YAML with aliases (*name) is not read: they can grow without end.');
    },
  });
  const template = document.toJS() as unknown;
  if (isTemplate(template)) {
    throw new UnreadableQuiz(
      'This is a template of a pack: its key is worked out, not written. Use pyladder bank check.',
    );
  }
  const list = isMap(document.contents) ? document.contents.get('questions', true) : document.contents;
  const nodes = isSeq(list) ? list.items : [];
  const values = (
    Array.isArray(template) ? template : (template as { questions?: unknown } | null)?.questions
  ) as unknown;
  if (!Array.isArray(values)) throw new UnreadableQuiz('There is no list of questions.');
  const reading: QuizReading = { questions: [], complaints: [] };
  for (const [index, value] of values.entries()) {
    const node = nodes[index];
    const line = lineCounter.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line;
    const checked = QuestionShape.safeParse(value);
    const question = checked.success ? toQuestion(checked.data, file, line) : null;
    if (question !== null) reading.questions.push(question);
    else
      reading.complaints.push({
        file,
        line,
        what: 'This is no question: write question, options, and answer as an option or its letter.',
      });
  }
  return reading;
}

function isTemplate(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'objective' in value && 'kind' in value;
}

function toQuestion(
  { question, code, options, answer }: z.infer<typeof QuestionShape>,
  file: string,
  line: number,
): QuizQuestion | null {
  const byText = options.indexOf(answer);
  const byLetter = /^[A-Z]$/i.test(answer) ? answer.toUpperCase().charCodeAt(0) - 65 : -1;
  const key = byText >= 0 ? byText : byLetter;
  if (options[key] === undefined) return null;
  const program: Passage =
    code === undefined ? [] : [{ type: 'code', text: code.replace(/\s+$/, ''), form: 'block', language: 'python' }];
  return {
    file,
    line,
    format: 'yaml',
    name: null,
    context: '',
    stem: [...passageOfMarkdown(question), ...program],
    options: options.map((text, index) => ({
      passage: [{ type: 'words', text }],
      isKey: index === key,
    })),
    form: 'one',
    explanation: [],
  };
}
