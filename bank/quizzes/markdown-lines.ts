/** What a line of a Markdown quiz can be, outside of fences. */
export type OptionLine = {
  label: string | null;
  style: 'box' | 'letter' | 'bullet' | 'number';
  text: string;
  checked: boolean;
};

const markedRight = /\s*(?:✅|✔️?|☑️?|\((?:correct|right)(?: answer)?\)|<-+\s*correct)\s*$/iu;

/** Reads a line as an option; `count` options came before it. */
export function readOptionLine(line: string, count: number): OptionLine | null {
  const box =
    /^\s*(?:[-*+]\s*|\d+[.)]\s*)?(?:\[([ xX✓✔*]?)\]|\(([ xX✓✔*])\))\s+(.*)$/u.exec(line) ??
    /^\s*[-*+]\s*\[([ xX✓✔]?)\](?:)()(.*)$/u.exec(line);
  if (box !== null) {
    const checked = ((box[1] ?? box[2]) || ' ').trim() !== '';
    const text = (box[3] ?? '').replace(/^(?:\*\*)?[A-Ha-h][.)](?:\*\*)?\s+/, '');
    return { label: letterAt(count), style: 'box', text, checked };
  }
  const letter = /^\s*(?:[-*+]\s+)?(?:\*\*)?(?:\(([A-Ha-h])\)|([A-Ha-h])[.)]|([A-H]):)(?:\*\*)?(?:\s+(.*)|)$/.exec(
    line.replace(/<br\s*\/?>\s*$/i, ''),
  );
  const label = (letter?.[1] ?? letter?.[2] ?? letter?.[3])?.toLowerCase();
  if (letter !== null && label === letterAt(count))
    return withMark({ label, style: 'letter', text: letter[4] ?? '', checked: false });
  const bullet = /^\s*[-*+•]\s+(.*)$/.exec(line);
  if (bullet !== null)
    return withMark({ label: letterAt(count), style: 'bullet', text: bullet[1] ?? '', checked: false });
  return null;
}

/** Reads several options that stand on one line: `a) 3  b) 1  c) 0`. */
export function readOptionRow(line: string): OptionLine[] | null {
  const marks = [...line.matchAll(/(?:^|\s)\(?([A-Ha-h])[).]\s*(?=\S)/g)];
  if (marks.length < 2 || (marks[0]?.index ?? 1) > 4) return null;
  if (!marks.every((mark, index) => mark[1]?.toLowerCase() === letterAt(index))) return null;
  return marks.map((mark, index) => {
    const text = line.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? line.length).trim();
    return withMark({ label: letterAt(index), style: 'letter', text, checked: false });
  });
}

function withMark(option: OptionLine): OptionLine {
  return markedRight.test(option.text)
    ? { ...option, text: option.text.replace(markedRight, ''), checked: true }
    : option;
}

function letterAt(index: number): string {
  return String.fromCharCode(97 + index);
}

/** What is said to be the answer on a line such as `**Answer:** B) 5`; '' when it comes on the next lines; null for other lines. */
export function readAnswerLine(line: string): string | null {
  const plain = stripTags(line).replace(/\*\*|__|^\s*[-#>*+]+\s/g, ' ');
  const match =
    /^\W*(?:the\s+)?(?:show\s+|view\s+|see\s+|reveal\s+|click\b.*?)?(?:the\s+)?(?:correct\s+|right\s+)?(?:answer|ans|solution|correct option|correct choice|correct)\b(?:\s+key)?\s*(?:is\b)?\s*(?:[:=.–—-]+|$)\s*(.*)$/i.exec(
      plain,
    );
  return match === null ? null : (match[1] ?? '').trim();
}

/** A line without the tags of a box that opens at a click. */
export function stripTags(line: string): string {
  return line.replace(/<\/?(?:details|summary|strong|b|em|i|p|div|span)(?:\s[^<>]*)?>/gi, ' ');
}

/** Labels (`b`, `2`) that an answer names, or null if it is a text. */
export function readLabels(answer: string): string[] | null {
  const plain = answer.replace(/[*_]/g, '').trim();
  const several = /^(?:option\s+)?\(?([A-Ha-h])\)?(?:\s*(?:,|and|&|\/)\s*\(?([A-Ha-h])\)?)+\W*$/.exec(plain);
  if (several !== null) return [...plain.matchAll(/\b([A-Ha-h])\b/g)].map((match) => (match[1] ?? '').toLowerCase());
  const one =
    /^(?:option\s+|choice\s+)?[([`]?([A-Ha-h]|\d)[)\].:`]+(?:\s|$)/i.exec(plain) ??
    /^(?:option\s+)?([A-Ha-h]|\d)(?:\s*$|\s+[-–—(])/.exec(plain);
  return one === null ? null : [(one[1] ?? '').toLowerCase()];
}

/** The text of a question that a line begins (`12. What…`, `**Q3:** …`, `Question 4`), or null. */
export function readQuestionStart(line: string): { text: string; number: number | null } | null {
  const named =
    /^\W{0,6}(?:Q|Que|Ques|Question)[\s.#]*(\d+)\b[\s.:)*_–-]*(.*)$/i.exec(line) ??
    /^\W{0,4}(?:Q|Ques|Question)()\s*:[\s*_]*(.*)$/i.exec(line);
  if (named !== null) return { text: named[2] ?? '', number: named[1] === '' ? null : Number(named[1]) };
  const numbered = /^\s{0,3}(?:\*\*)?(\d{1,4})[.):](?:\*\*)?\s+(.*)$/.exec(line);
  return numbered === null ? null : { text: numbered[2] ?? '', number: Number(numbered[1]) };
}
