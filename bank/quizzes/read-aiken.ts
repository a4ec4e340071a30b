import { wordsPassage } from './passage.ts';
import type { QuizQuestion, QuizReading } from './question.ts';

const optionLine = /^([A-Z])[.)]\s*(.*)$/;
const answerLine = /^ANSWER:\s*([A-Z])\s*$/;

/** Reads Aiken: a question, options A. B. C., a line ANSWER: B. @see https://docs.moodle.org/en/Aiken_format */
export function readAiken(text: string, file: string): QuizReading {
  const reading: QuizReading = { questions: [], complaints: [] };
  let stem: string[] = [];
  let options: string[] = [];
  let first = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const option = optionLine.exec(line);
    const answer = answerLine.exec(line.trim());
    if (answer !== null) {
      const key = (answer[1] ?? '').charCodeAt(0) - 65;
      if (stem.length === 0 || options.length < 2 || key >= options.length) {
        reading.complaints.push({
          file,
          line: index + 1,
          what: 'This ANSWER belongs to no question with such an option.',
        });
      } else reading.questions.push(makeQuestion({ file, line: first + 1, stem, options, key }));
      stem = [];
      options = [];
    } else if (option !== null && option[1]?.charCodeAt(0) === 65 + options.length && stem.length > 0)
      options.push(option[2] ?? '');
    else if (line.trim() !== '' || stem.length > 0) {
      if (stem.length === 0) first = index;
      const last = options.length - 1;
      if (last < 0) stem.push(line);
      else if (line.trim() !== '') options[last] = `${options[last]}\n${line}`;
    }
  }
  if (options.length > 0) reading.complaints.push({ file, line: first + 1, what: 'This question has no ANSWER.' });
  return reading;
}

type Parts = { file: string; line: number; stem: string[]; options: string[]; key: number };

function makeQuestion({ file, line, stem, options, key }: Parts): QuizQuestion {
  return {
    file,
    line,
    format: 'aiken',
    name: null,
    context: '',
    stem: wordsPassage(stem.join('\n').trimEnd()),
    options: options.map((text, index) => ({ passage: wordsPassage(text.trim()), isKey: index === key })),
    form: 'one',
    explanation: [],
  };
}
