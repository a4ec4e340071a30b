import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Formula, listFormulas } from '../testing/formulas.ts';

const ROOM = join(import.meta.dirname, '..');

/** A docstring that states formulas: whose it is, its words, and its tags in their order. */
export type FormulaDocstring = {
  file: string;
  declares: string;
  words: string;
  tags: { tag: string; text: string }[];
  formulas: Formula[];
};

const BLOCK = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export )?(?:async )?(?:function\*?|const|class|type) (\w+)/g;

/** Every docstring of this room that states formulas, in the order of files and lines. */
export function listFormulaDocstrings(): FormulaDocstring[] {
  const byFile = Map.groupBy(listFormulas(), ({ file }) => file);
  return [...byFile].flatMap(([file, formulas]) => {
    const blocks = readFileSync(join(ROOM, file), 'utf8').matchAll(BLOCK);
    const stated = new Set<Formula>();
    const docstrings = [...blocks].flatMap(([, text = '', declares = '']) => {
      const { words, tags } = readDocstring(text);
      const own = formulas.filter(({ name }) => tags.some((one) => one.tag === 'formula' && isOf(name, one.text)));
      for (const formula of own) stated.add(formula);
      return own.length === 0 ? [] : [{ file, declares, words, tags, formulas: own }];
    });
    const lost = formulas.find((formula) => !stated.has(formula));
    if (lost !== undefined) throw new Error(`${file}: the formula of ${lost.name} belongs to no declaration`);
    return docstrings;
  });
}

function isOf(name: string, text: string): boolean {
  return text.startsWith(`${name} = `);
}

/** The words before the first tag, paragraphs apart, and each tag with the lines that continue it. */
function readDocstring(text: string): Pick<FormulaDocstring, 'words' | 'tags'> {
  const lines = text.split('\n').map((line) => line.replace(/^\s*\*? ?/, '').trim());
  const [words = '', ...tags] = lines.join('\n').split(/^@|(?<=[.\s])@(?=see |throws |returns |param )/m);
  return {
    words: words
      .trim()
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.replaceAll('\n', ' '))
      .join('\n\n'),
    tags: tags.map((one) => {
      const [, tag = '', rest = ''] = /^(\w+)\s*([\s\S]*)$/.exec(one) ?? [];
      return { tag, text: rest.trim().replaceAll(/\s*\n\s*/g, ' ') };
    }),
  };
}
