import type { QuizQuestion, QuizReading } from './question.ts';
import { childOf, findElements, passageOfXml, textIn, type XmlElement, type XmlReading } from './xml.ts';

/** Reads an item of QTI 2.x or 3.0; their elements differ by name only. @see https://www.imsglobal.org/spec/qti/v3p0/impl */
export function readQti({ root, fault }: XmlReading, file: string): QuizReading {
  if (fault !== null) return { questions: [], complaints: [{ file, ...fault }] };
  return { questions: [readItem(toOldNames(root), file)], complaints: [] };
}

const newNames = new Map([
  ['qti-assessment-item', 'assessmentItem'],
  ['qti-item-body', 'itemBody'],
  ['qti-choice-interaction', 'choiceInteraction'],
  ['qti-simple-choice', 'simpleChoice'],
  ['qti-prompt', 'prompt'],
  ['qti-response-declaration', 'responseDeclaration'],
  ['qti-correct-response', 'correctResponse'],
  ['qti-value', 'value'],
]);
const newAttributes = new Map([
  ['max-choices', 'maxChoices'],
  ['response-identifier', 'responseIdentifier'],
]);

function toOldNames(element: XmlElement): XmlElement {
  const attributes = Object.entries(element.attributes).map(([name, value]) => [
    newAttributes.get(name) ?? name,
    value,
  ]);
  return {
    name: newNames.get(element.name) ?? element.name,
    attributes: Object.fromEntries(attributes),
    children: element.children.map((child) => (typeof child === 'string' ? child : toOldNames(child))),
    line: element.line,
  };
}

function readItem(item: XmlElement, file: string): QuizQuestion {
  const body = childOf(item, 'itemBody') ?? item;
  const interactions = findElements(body, 'choiceInteraction');
  const others = body.children.length > 0 && hasOtherInteraction(body);
  const interaction = interactions[0];
  const base = {
    file,
    line: item.line,
    format: 'qti',
    name: item.attributes.title ?? item.attributes.identifier ?? null,
    context: '',
    explanation: findElements(item, 'qti-modal-feedback').flatMap((element) => passageOfXml(element, () => false)),
  } as const;
  if (interaction === undefined || interactions.length > 1 || others) {
    return { ...base, stem: passageOfXml(body, isFeedback), options: [], form: 'other' };
  }
  const keys = keysOf(item, interaction.attributes.responseIdentifier ?? 'RESPONSE');
  const stem = [
    ...passageOfXml(body, (element) => element === interaction || isFeedback(element)),
    ...(childOf(interaction, 'prompt') === null
      ? []
      : passageOfXml({ ...interaction, children: interaction.children.filter(isPrompt) }, isFeedback)),
  ];
  const options = findElements(interaction, 'simpleChoice').map((choice) => ({
    passage: passageOfXml(choice, isFeedback),
    isKey: keys.has(choice.attributes.identifier ?? ''),
  }));
  const keyCount = options.filter(({ isKey }) => isKey).length;
  return { ...base, stem, options, form: keyCount === 0 ? 'unkeyed' : keyCount === 1 ? 'one' : 'several' };
}

function keysOf(item: XmlElement, response: string): Set<string> {
  const declaration = findElements(item, 'responseDeclaration').find(
    ({ attributes }) => attributes.identifier === response,
  );
  const correct = declaration === undefined ? null : childOf(declaration, 'correctResponse');
  return new Set(correct === null ? [] : findElements(correct, 'value').map((value) => textIn(value).trim()));
}

function isPrompt(child: XmlElement | string): boolean {
  return typeof child !== 'string' && child.name === 'prompt';
}

function isFeedback({ name }: XmlElement): boolean {
  return /feedback|rubric/i.test(name);
}

function hasOtherInteraction(body: XmlElement): boolean {
  return body.children.some(
    (child) =>
      typeof child !== 'string' &&
      ((/interaction$/i.test(child.name) && child.name !== 'choiceInteraction') || hasOtherInteraction(child)),
  );
}
