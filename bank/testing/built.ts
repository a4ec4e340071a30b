import type { Item } from '@pyladder/exam';
import type { PythonPool } from '@pyladder/python/node';
import { buildTemplate } from '../build/build-template.ts';
import { toItems } from '../build/to-item.ts';
import { ItemShape } from '../compiled/item-shape.ts';
import { openHighlight } from '../highlight.ts';
import { givenTemplate } from './given-pack.ts';

/** The items of a template that passes every gate, each as a compiled file holds it. @throws Error with all that is wrong */
export async function givenBuilt(fields: Readonly<Record<string, string>>, python: PythonPool): Promise<Item[]> {
  const template = givenTemplate(fields);
  const { built, problems } = await buildTemplate(template, 'seed', { python });
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  const highlight = await openHighlight();
  const items = built.variants.flatMap((variant) => toItems(template, variant, { license: 'CC-BY-SA-4.0', highlight }));
  return items.map((item) => ItemShape.parse(item));
}

/** What is wrong with a template, each as the line's own text, what is wrong there and what to write. */
export async function listFaults(fields: Readonly<Record<string, string>>, python: PythonPool): Promise<string[]> {
  const template = givenTemplate(fields);
  const { problems } = await buildTemplate(template, 'seed', { python });
  const lines = template.source.text.split('\n');
  return problems.map(({ line, what, remedy }) => `${lines[line - 1]?.trim()} → ${what} ${remedy}`);
}
