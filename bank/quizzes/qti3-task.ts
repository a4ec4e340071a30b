import { escapeMarkup, introMarkup, optionMarkup, programMarkup, spanMarkup, stemMarkup } from './markup.ts';
import type { QuizItem } from './quiz-item.ts';

/** The parts of an item of QTI 3.0 that differ by how it is answered. */
export type Qti3Task = {
  /** Type of the response, with `cardinality` and `base-type`. */
  declares: string;
  /** Answers that are right, each as the values of a response. */
  right: string[][];
  /** What stands in the body. */
  body: string;
  baseType: 'identifier' | 'directedPair';
  cardinality: 'single' | 'multiple' | 'ordered';
};

type Parts = Omit<Qti3Task, 'declares'>;

/** How an item is asked and answered in QTI 3.0. @see https://www.imsglobal.org/spec/qti/v3p0/impl */
export function writeTask(item: QuizItem): Qti3Task {
  const parts = partsOf(item);
  return { ...parts, declares: `cardinality="${parts.cardinality}" base-type="${parts.baseType}"` };
}

function partsOf(item: QuizItem): Parts {
  const { task } = item;
  const stem = `    <div>${stemMarkup(item)}</div>\n`;
  switch (task.type) {
    case 'one':
    case 'several': {
      const most = task.type === 'one' ? 1 : (task.pick ?? 0);
      const keys = item.options.flatMap(({ isKey }, index) => (isKey ? [choice(index)] : []));
      const body = `${stem}    <qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="${most}">\n${listChoices(item)}    </qti-choice-interaction>\n`;
      return { baseType: 'identifier', cardinality: task.type === 'one' ? 'single' : 'multiple', right: [keys], body };
    }
    case 'order': {
      const body = `${stem}    <qti-order-interaction response-identifier="RESPONSE" shuffle="true">\n${listChoices(item)}    </qti-order-interaction>\n`;
      return {
        baseType: 'identifier',
        cardinality: 'ordered',
        right: task.accepted.map((all) => all.map(choice)),
        body,
      };
    }
    case 'gaps': {
      const texts = item.options.map(
        ({ text }, index) =>
          `      <qti-gap-text identifier="${choice(index)}" match-max="0">${escapeMarkup(text)}</qti-gap-text>\n`,
      );
      const program = programMarkup(item, (number) => `<qti-gap identifier="gap-${number}"/>`);
      const body = `    <div>${introMarkup(item)}</div>\n    <qti-gap-match-interaction response-identifier="RESPONSE" shuffle="true">\n${texts.join('')}      ${program}\n    </qti-gap-match-interaction>\n`;
      const right = task.accepted.map((filling) => filling.map((index, slot) => `${choice(index)} gap-${slot + 1}`));
      return { baseType: 'directedPair', cardinality: 'multiple', right, body };
    }
    case 'match': {
      const lefts = task.lefts.map((left, slot) => writeSide(`left-${slot + 1}`, 1, optionMarkup(left, 'words')));
      const rights = item.options.map(({ text }, index) =>
        writeSide(choice(index), 0, optionMarkup(text, item.optionsAre)),
      );
      const sets = [lefts, rights].map(
        (side) => `      <qti-simple-match-set>\n${side.join('')}      </qti-simple-match-set>\n`,
      );
      const body = `${stem}    <qti-match-interaction response-identifier="RESPONSE" shuffle="true" max-associations="${task.lefts.length}">\n${sets.join('')}    </qti-match-interaction>\n`;
      const right = task.accepted.map((filling) => filling.map((index, slot) => `left-${slot + 1} ${choice(index)}`));
      return { baseType: 'directedPair', cardinality: 'multiple', right, body };
    }
  }
}

/** How the score is found: the standard's own way where one answer is right, otherwise any of those that are. */
export function writeScoring({ right, baseType, cardinality }: Qti3Task): string {
  if (right.length === 1) {
    return '  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>\n';
  }
  const list = cardinality === 'ordered' ? 'qti-ordered' : 'qti-multiple';
  const matches = right.map((values) => {
    const parts = values.map((value) => `<qti-base-value base-type="${baseType}">${value}</qti-base-value>`);
    return `          <qti-match><qti-variable identifier="RESPONSE"/><${list}>${parts.join('')}</${list}></qti-match>\n`;
  });
  return `  <qti-response-processing>
    <qti-response-condition>
      <qti-response-if>
        <qti-or>
${matches.join('')}        </qti-or>
        <qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value>
      </qti-response-if>
    </qti-response-condition>
  </qti-response-processing>
`;
}

/** What is told after an answer. */
export function writeFeedback({ explanation }: QuizItem): string {
  return `  <qti-modal-feedback outcome-identifier="FEEDBACK" identifier="explanation" show-hide="show"><qti-content-body><p>${spanMarkup(explanation)}</p></qti-content-body></qti-modal-feedback>\n`;
}

function choice(index: number): string {
  return `choice-${index + 1}`;
}

function listChoices({ options, optionsAre }: QuizItem): string {
  return options
    .map(
      ({ text }, index) =>
        `      <qti-simple-choice identifier="${choice(index)}">${optionMarkup(text, optionsAre)}</qti-simple-choice>\n`,
    )
    .join('');
}

function writeSide(identifier: string, most: number, markup: string): string {
  return `        <qti-simple-associable-choice identifier="${identifier}" match-max="${most}">${markup}</qti-simple-associable-choice>\n`;
}
