import type { QuizItem } from './quiz-item.ts';

/** Text as it stands between tags of HTML or XML. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text as it stands in an attribute. */
export function escapeAttribute(text: string): string {
  return escapeMarkup(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}

/** The question as HTML that is also XML: the stem, its code spans, the program, the input it reads. */
export function stemMarkup(item: QuizItem): string {
  return `${introMarkup(item)}${programMarkup(item)}`;
}

/** What is asked, and the line that it is about, if it is about one. */
export function introMarkup({ preface, stem, line }: QuizItem): string {
  const before = preface === '' ? '' : `<p>${spanMarkup(preface)}</p>`;
  const own =
    line === '' ? '' : `<pre><code class="language-python">${keepFirstBreak(escapeMarkup(line))}</code></pre>`;
  return `${before}<p>${spanMarkup(stem)}</p>${own}`;
}

/** The program, if there is one, and the input it reads; `gap` writes what stands for the gap with this number. */
export function programMarkup({ code, stdin }: QuizItem, gap = (number: number) => `⟨${number}⟩`): string {
  const lines = keepFirstBreak(escapeMarkup(withoutLastBreak(code))).replace(/⟨(\d+)⟩/g, (_, n) => gap(Number(n)));
  const program = code === '' ? '' : `<pre><code class="language-python">${lines}</code></pre>`;
  const input = stdin === '' ? '' : `<p>Input:</p><pre>${keepFirstBreak(escapeMarkup(withoutLastBreak(stdin)))}</pre>`;
  return `${program}${input}`;
}

/** An option: what a program prints keeps its blanks and lines; a sentence is a sentence. */
export function optionMarkup(text: string, are: QuizItem['optionsAre'] = 'code'): string {
  const [, lines] = /^`([^`]*\n[^`]*)`$/.exec(text) ?? [];
  if (are === 'words' && lines !== undefined) return `<pre><code>${keepFirstBreak(escapeMarkup(lines))}</code></pre>`;
  if (are === 'words' || text.startsWith('The program ')) return `<p>${spanMarkup(text)}</p>`;
  return text.includes('\n') || /^\s|\s$|\s{2}/.test(text)
    ? `<pre>${keepFirstBreak(escapeMarkup(text))}</pre>`
    : `<code>${escapeMarkup(text)}</code>`;
}

/** Words with code between backticks. */
export function spanMarkup(words: string): string {
  return words
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? `<code>${escapeMarkup(part)}</code>` : escapeMarkup(part)))
    .join('');
}

/** HTML drops a line break right after `<pre>`; one more keeps it. */
function keepFirstBreak(text: string): string {
  return text.startsWith('\n') ? `\n${text}` : text;
}

function withoutLastBreak(text: string): string {
  return text.replace(/\n$/, '');
}
