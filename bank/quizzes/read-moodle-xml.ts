import { passageOfHtml } from './html.ts';
import { passageOfMarkdown } from './markdown-text.ts';
import { type Passage, wordsPassage } from './passage.ts';
import type { AnswerForm, QuizOption, QuizQuestion, QuizReading } from './question.ts';
import { childOf, elementsOf, textIn, type XmlElement, type XmlReading } from './xml.ts';

/** Reads Moodle's XML. @see https://docs.moodle.org/en/Moodle_XML_format */
export function readMoodleXml({ root, fault }: XmlReading, file: string): QuizReading {
  const reading: QuizReading = { questions: [], complaints: [] };
  let context = '';
  for (const element of elementsOf(root)) {
    if (element.name !== 'question') continue;
    const type = element.attributes.type ?? '';
    if (type === 'category') context = textIn(childOf(element, 'category')).trim();
    else if (fault === null || element !== elementsOf(root).at(-1))
      reading.questions.push(readQuestion(element, type, file, context));
  }
  if (fault !== null) reading.complaints.push({ file, ...fault });
  return reading;
}

function readQuestion(element: XmlElement, type: string, file: string, context: string): QuizQuestion {
  const answers = elementsOf(element).filter(({ name }) => name === 'answer');
  const { options, form } = readAnswers(element, type, answers);
  return {
    file,
    line: element.line,
    format: 'moodle-xml',
    name: textIn(childOf(element, 'name')).trim() || null,
    context,
    stem: passageIn(childOf(element, 'questiontext'), 'html'),
    options,
    form,
    explanation: passageIn(childOf(element, 'generalfeedback'), 'html'),
  };
}

function readAnswers(
  element: XmlElement,
  type: string,
  answers: readonly XmlElement[],
): { options: QuizOption[]; form: AnswerForm } {
  const fractions = answers.map(({ attributes }) => Number(attributes.fraction ?? 0));
  const options = answers.map((answer, index) => ({
    passage: passageIn(answer, type === 'multichoice' ? 'html' : 'plain_text'),
    isKey: (fractions[index] ?? 0) > 0,
  }));
  const keys = options.filter(({ isKey }) => isKey).length;
  if (type === 'truefalse') return { options, form: 'truth' };
  if (type === 'shortanswer' || type === 'numerical')
    return { options: options.filter(({ isKey }) => isKey), form: 'typed' };
  if (type !== 'multichoice' || options.length === 0) return { options: [], form: 'other' };
  // Where one is picked, an option that gives part of the points is neither right nor wrong.
  if (textIn(childOf(element, 'single')).trim() !== 'false' && keys > 1) return { options, form: 'several' };
  return { options, form: keys === 0 ? 'unkeyed' : keys === 1 ? 'one' : 'several' };
}

function passageIn(element: XmlElement | null, usual: string): Passage {
  if (element === null) return [];
  const text = textIn(childOf(element, 'text') ?? element).replace(/^\s*\n|\s+$/g, '');
  switch (element.attributes.format ?? usual) {
    case 'plain_text':
      return wordsPassage(text);
    case 'markdown':
      return passageOfMarkdown(text);
    case 'moodle_auto_format':
      return passageOfHtml(
        /<(br|p|pre)\b/i.test(text) ? text : text.replaceAll('\n', '<br>').replaceAll('  ', '&nbsp;&nbsp;'),
      );
    default:
      return passageOfHtml(text);
  }
}
