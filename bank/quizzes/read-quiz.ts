import { type QuizReading, UnreadableQuiz } from './question.ts';
import { decodeText } from './quiz-text.ts';
import { readAiken } from './read-aiken.ts';
import { readGift } from './read-gift.ts';
import { readMarkdown } from './read-markdown.ts';
import { readMoodleXml } from './read-moodle-xml.ts';
import { readQti } from './read-qti.ts';
import { readQuizYaml } from './read-quiz-yaml.ts';
import { readZip } from './read-zip.ts';
import { readXml } from './xml.ts';

/** Reads a quiz, whatever its format; the content decides, the name only where the content could be two things. */
export function readQuiz(bytes: Uint8Array, file: string): QuizReading {
  try {
    return isZip(bytes) ? readPackage(bytes, file) : readText(decodeText(bytes), file);
  } catch (error) {
    if (!(error instanceof UnreadableQuiz)) throw error;
    return { questions: [], complaints: [{ file, line: error.line, what: error.message }] };
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

function readPackage(bytes: Uint8Array, file: string): QuizReading {
  const readings = readZip(bytes).map((member) => {
    const name = `${file}:${member.name}`;
    return isZip(member.bytes)
      ? { questions: [], complaints: [{ file: name, line: 1, what: 'An archive within an archive is not opened.' }] }
      : readQuiz(member.bytes, name);
  });
  return {
    questions: readings.flatMap(({ questions }) => questions),
    complaints: readings.flatMap(({ complaints }) => complaints),
  };
}

function readText(text: string, file: string): QuizReading {
  if (text.trim() === '') throw new UnreadableQuiz('The file is empty.');
  const root = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE[\s\S]*?>\s*)?<(?:\w+:)?([\w-]+)/.exec(
    text,
  )?.[1];
  if (root !== undefined && (text.trimStart().startsWith('<?xml') || xmlRoots.has(root)))
    return readXmlQuiz(text, root, file);
  if (text.length > mostPlainCharacters) throw new UnreadableQuiz('The file is larger than 4 MB.');
  const format = detect(text, file);
  if (format === 'yaml') return readQuizYaml(text, file);
  const readers = { gift: readGift, aiken: readAiken, markdown: readMarkdown };
  return readers[format](text, file);
}

const xmlRoots = new Set([
  'quiz',
  'assessmentItem',
  'qti-assessment-item',
  'questestinterop',
  'assessmentTest',
  'qti-assessment-test',
  'manifest',
]);

function readXmlQuiz(text: string, root: string, file: string): QuizReading {
  if (root === 'questestinterop')
    throw new UnreadableQuiz('This is QTI 1.2; export it as QTI 2 or 3, or as Moodle XML.');
  if (['assessmentTest', 'qti-assessment-test', 'manifest'].includes(root)) return { questions: [], complaints: [] };
  const xml = readXml(text);
  if (xml.root.name === 'quiz') return readMoodleXml(xml, file);
  if (xml.root.name === 'assessmentItem' || xml.root.name === 'qti-assessment-item') return readQti(xml, file);
  throw new UnreadableQuiz(`XML that begins with <${xml.root.name.slice(0, 40)}> is no quiz that is known here.`);
}

/** Quizzes without markup hold no pictures, so none is larger. */
const mostPlainCharacters = 4 * 1024 * 1024;

type TextFormat = 'gift' | 'aiken' | 'markdown' | 'yaml';

/** The format that has most of its marks in the text. */
function detect(text: string, file: string): TextFormat {
  if (/\.ya?ml$/i.test(file) || /^(?:---\s*\n)?(?:questions:\s*\n|\s*-\s+question:\s)/.test(text)) return 'yaml';
  const isMarkdownName = /\.(md|markdown)$/i.test(file);
  // Marks of GIFT between backticks are somebody's code.
  const outside = /^\s*::/m.test(text) ? text : text.replace(/```[^`]*```|`[^`\n]*`/g, '``');
  const count = (pattern: RegExp) => outside.match(pattern)?.length ?? 0;
  const ticks = count(/^\s*[-*+]\s*\[[ xX]\]/gm);
  const fences = text.match(/^\s*```/gm)?.length ?? 0;
  const gift = count(/(?<!\\)\{\s*(?:\/\/.*\s*)?(?:[=~]|#\S|(?:T|F|TRUE|FALSE)\s*[}#])/g) + count(/^\s*::.+?::/gm);
  const aiken = count(/^ANSWER:\s*[A-Z]\s*$/gm);
  if (ticks > 0 && ticks >= gift) return 'markdown';
  if (gift > 0 && gift >= aiken && !(isMarkdownName && fences > 0 && !/^\s*::/m.test(text))) return 'gift';
  if (aiken > 0 && fences === 0 && !isMarkdownName) return 'aiken';
  if (isMarkdownName || /^\W*(?:correct\s+)?answers?\b/im.test(text)) return 'markdown';
  throw new UnreadableQuiz('No question was found: this is none of GIFT, Moodle XML, Aiken, QTI, Markdown, YAML.');
}
