import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as library from '../index.ts';
import { type FormulaDocstring, listFormulaDocstrings } from './formula-docstrings.ts';

/** Where the sheet lies, and what writes it. */
export const SHEET = join(import.meta.dirname, '..', 'FORMULAS.md');
export const COMMAND = 'npm run formulas -w @pyladder/psychometrics';

const START = `# Formula sheets

What the functions compute, from their docstrings, by folder. The tests evaluate every formula as it stands here and compare
it with the function. \`${COMMAND}\` writes this file.

Abilities, difficulties and cuts are in logits (D = 1), shares and probabilities in [0, 1], lists begin at 0. \`x ** 2\` is a
square, \`log\` the natural logarithm; \`sum(list, (one, at) => …)\` adds up what is computed of each one of a list, which stands
at \`at\`; \`condition ? one : other\` is one where the condition holds. A name without parentheses is a quantity which the words
above it, or the line below, tell.
`;

/** The sheet as the docstrings have it now. */
export function writeSheet(): string {
  const byFolder = Map.groupBy(listFormulaDocstrings(), ({ file }) => dirname(file));
  const folders = [...byFolder].toSorted(([left], [right]) => orderOf(left) - orderOf(right));
  const contents = folders.map(([folder, docstrings]) => {
    const links = docstrings.map(({ declares }) => `[${declares}](#${declares.toLowerCase()})`);
    return `- [${folder}](#${folder}): ${links.join(', ')}`;
  });
  const sheets = folders.map(([folder, docstrings]) => [`## ${folder}`, ...docstrings.map(sheetOf)].join('\n\n'));
  return `${[`${START}\n${contents.join('\n')}`, ...sheets].join('\n\n')}\n`;
}

/** Folders are in the order in which the README presents them. */
function orderOf(folder: string): number {
  const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
  const at = readme.indexOf(`| \`${folder}/\``);
  return at < 0 ? Infinity : at;
}

function sheetOf({ file, declares, words, tags, formulas }: FormulaDocstring): string {
  const inner = declares in library ? '' : ` (within the library: \`${file}\`)`;
  const code = formulas.map(({ name, expression }) => `${name} = ${expression}`).join('\n');
  const lines = tags.flatMap(({ tag, text }) => {
    if (tag === 'param') return [text.replace(/^(\w+)\s*(?:-\s*)?/, '- `$1`: ')];
    if (tag === 'returns') return [`- Gives: ${text}`];
    return tag === 'see' ? [`- Source: ${text}`] : [];
  });
  return [`### ${declares}`, `${words}${inner}`, `\`\`\`js\n${code}\n\`\`\``, lines.join('\n')]
    .filter(Boolean)
    .join('\n\n');
}
