import { escapeMarkup, optionMarkup, spanMarkup, stemMarkup } from './markup.ts';
import type { QuizItem } from './quiz-item.ts';

/** Items as Moodle's XML. @see https://docs.moodle.org/en/Moodle_XML_format */
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

function writeQuestion(item: QuizItem): string {
  const origin = [item.license, item.source].filter((part) => part !== null);
  return `  <question type="multichoice">
    <name><text>${escapeMarkup(item.title)}</text></name>
    <questiontext format="html"><text>${cdata(stemMarkup(item))}</text></questiontext>
    <generalfeedback format="html"><text>${cdata(`<p>${spanMarkup(item.explanation)}</p>`)}</text></generalfeedback>
    <defaultgrade>1</defaultgrade>
    <penalty>0</penalty>
    <hidden>0</hidden>
    <idnumber>${escapeMarkup(item.id)}</idnumber>
    <single>true</single>
    <shuffleanswers>true</shuffleanswers>
    <answernumbering>abc</answernumbering>
${item.options.map(writeAnswer).join('')}    <tags>${origin.map((part) => `<tag><text>${escapeMarkup(part)}</text></tag>`).join('')}</tags>
  </question>
`;
}

function writeAnswer({ text, isKey }: QuizItem['options'][number]): string {
  return `    <answer fraction="${isKey ? 100 : 0}" format="html"><text>${cdata(optionMarkup(text))}</text></answer>\n`;
}

/** What ends a CDATA section is put into two of them. */
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
