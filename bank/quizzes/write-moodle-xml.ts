import { escapeMarkup, introMarkup, optionMarkup, programMarkup, spanMarkup, stemMarkup } from './markup.ts';
import type { QuizItem } from './quiz-item.ts';

/** What Moodle would take for a place of its own in a text with places for tokens. */
const place = /\[\[\d+\]\]/;

/** Whether Moodle has a question like this: where an answer is more than options, it knows one right answer only. */
export function canBeMoodleXml({ task, options, ...texts }: QuizItem): boolean {
  if (task.type === 'one') return true;
  if (task.type === 'several') return options.some(({ isKey }) => isKey);
  const holds = [texts.preface, texts.stem, texts.code, texts.stdin].every((text) => !place.test(text));
  return task.accepted.length === 1 && (task.type !== 'gaps' || holds);
}

/** Items as Moodle's XML; only those that `canBeMoodleXml`. @see https://docs.moodle.org/en/Moodle_XML_format */
export function writeMoodleXml(items: readonly QuizItem[]): string {
  let category = '';
  const questions = items.map((item) => {
    const head = item.category === category ? '' : writeCategory(item.category);
    category = item.category;
    return `${head}${writeQuestion(item)}`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('')}</quiz>\n`;
}

function writeCategory(category: string): string {
  return `  <question type="category"><category><text>$course$/${escapeMarkup(category)}</text></category></question>\n`;
}

const types = { one: 'multichoice', several: 'multichoice', gaps: 'ddwtos', match: 'matching', order: 'ordering' };

function writeQuestion(item: QuizItem): string {
  const origin = [item.license, item.source].filter((part) => part !== null);
  return `  <question type="${types[item.task.type]}">
    <name><text>${escapeMarkup(item.title)}</text></name>
    <questiontext format="html"><text>${cdata(questionMarkup(item))}</text></questiontext>
    <generalfeedback format="html"><text>${cdata(`<p>${spanMarkup(item.explanation)}</p>`)}</text></generalfeedback>
    <defaultgrade>1</defaultgrade>
    <penalty>0</penalty>
    <hidden>0</hidden>
    <idnumber>${escapeMarkup(item.id)}</idnumber>
${writeAnswers(item)}    <tags>${origin.map((part) => `<tag><text>${escapeMarkup(part)}</text></tag>`).join('')}</tags>
  </question>
`;
}

/** In a text with places, each is the number of the token that belongs there. */
function questionMarkup(item: QuizItem): string {
  const { task } = item;
  if (task.type !== 'gaps') return stemMarkup(item);
  const gap = (number: number) => `[[${(task.accepted[0]?.[number - 1] ?? 0) + 1}]]`;
  return `${introMarkup(item)}${programMarkup(item, gap)}`;
}

function writeAnswers({ task, options, optionsAre }: QuizItem): string {
  switch (task.type) {
    case 'one':
    case 'several': {
      const isSingle = task.type === 'one';
      // As the house counts: (right − wrong) / keys.
      const share = isSingle ? 100 : Number((100 / options.filter(({ isKey }) => isKey).length).toFixed(5));
      const wrong = isSingle ? 0 : -share;
      const answers = options.map(({ text, isKey }) =>
        writeAnswer('answer', `fraction="${isKey ? share : wrong}"`, optionMarkup(text, optionsAre)),
      );
      return `    <single>${isSingle}</single>
    <shuffleanswers>true</shuffleanswers>
    <answernumbering>abc</answernumbering>
${answers.join('')}`;
    }
    case 'gaps': {
      const boxes = options.map(
        ({ text }) => `    <dragbox><text>${cdata(escapeMarkup(text))}</text><group>1</group><infinite/></dragbox>\n`,
      );
      return `    <shuffleanswers>1</shuffleanswers>\n${boxes.join('')}`;
    }
    case 'match': {
      const [filling = []] = task.accepted;
      const pairs = task.lefts.map((left, slot) =>
        writePair(optionMarkup(left, 'words'), options[filling[slot] ?? -1]?.text ?? ''),
      );
      const spare = options.filter((_, index) => !filling.includes(index)).map(({ text }) => writePair('', text));
      return `    <shuffleanswers>true</shuffleanswers>\n${[...pairs, ...spare].join('')}`;
    }
    case 'order': {
      const lines = (task.accepted[0] ?? []).map((index) =>
        writeAnswer('answer', 'fraction="1"', optionMarkup(options[index]?.text ?? '', optionsAre)),
      );
      return `    <layouttype>VERTICAL</layouttype>
    <selecttype>ALL</selecttype>
    <selectcount>0</selectcount>
    <gradingtype>LONGEST_ORDERED_SUBSET</gradingtype>
    <showgrading>SHOW</showgrading>
    <numberingstyle>none</numberingstyle>
${lines.join('')}`;
    }
  }
}

function writeAnswer(element: string, attributes: string, markup: string): string {
  return `    <${element} ${attributes} format="html"><text>${cdata(markup)}</text></${element}>\n`;
}

/** The right side of a pair is plain text. */
function writePair(left: string, right: string): string {
  return `    <subquestion format="html"><text>${cdata(left)}</text><answer><text>${cdata(right)}</text></answer></subquestion>\n`;
}

/** What ends a CDATA section is put into two of them. */
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
