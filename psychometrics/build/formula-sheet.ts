import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as library from '../index.ts';
import { type FormulaDocstring, listFormulaDocstrings } from './formula-docstrings.ts';
import { OF_FORMULA } from './formula-symbols.ts';
import { COMMON, PLAIN, type Symbols } from './symbols/common.ts';

/** Where the sheet lies, and what writes it. */
export const SHEET = join(import.meta.dirname, '..', 'FORMULAS.md');
export const COMMAND = 'npm run formulas -w @pyladder/psychometrics';

const START = `# Formula sheets

What the functions compute, from their docstrings, by folder. The tests evaluate every formula as it stands here and compare
it with the function. \`${COMMAND}\` writes this file.

Abilities, difficulties and cuts are in logits (D = 1), shares and probabilities in [0, 1], lists begin at 0. \`x ** 2\` is a
square, \`log\` the natural logarithm; \`sum(list, (one, at) => …)\` adds up what is computed of each one of a list, which stands
at \`at\`, and \`product\` multiplies it; \`condition ? one : other\` is one where the condition holds. Where nothing else is said,

${Object.entries(COMMON)
  .map(([name, words]) => `- \`${name}\`: ${words}`)
  .join('\n')}
`;

/** Names in formulas that are the language's or this sheet's own. */
const LANGUAGE = new Set(['exp', 'log', 'sqrt', 'abs', 'cos', 'sum', 'product', 'PI', 'null', 'length', 'slice']);

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

function sheetOf(docstring: FormulaDocstring): string {
  const { file, declares, words, tags, formulas } = docstring;
  const inner = declares in library ? '' : ` (within the library: \`${file}\`)`;
  const code = formulas.map(({ name, expression }) => `${name} = ${expression}`).join('\n');
  const symbols = Object.entries(symbolsOf(docstring)).map(([name, meaning]) => `- \`${name}\`: ${meaning}`);
  const lines = tags.flatMap(({ tag, text }) => {
    if (tag === 'returns') return [`- Gives: ${text}`];
    return tag === 'see' ? [`- Source: ${text}`] : [];
  });
  const parts = [`### ${declares}`, `${words}${inner}`, `\`\`\`js\n${code}\n\`\`\``, [...symbols, ...lines].join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What the names in these formulas stand for: as told of them, or in their docstring; what is common is said once for all. */
function symbolsOf({ tags, formulas }: FormulaDocstring): Symbols {
  const named = new Set(formulas.flatMap(({ expression }) => listNames(expression)));
  const parameters = tags.flatMap(({ tag, text }) => {
    const [, name, words] = /^(\w+)\s+([\s\S]+)$/.exec(text) ?? [];
    return tag === 'param' && name !== undefined && words !== undefined ? [[name, words] as const] : [];
  });
  const told = Object.assign(Object.fromEntries(parameters), ...formulas.map(({ name }) => OF_FORMULA[name] ?? {}));
  return Object.fromEntries(Object.entries<string>(told).filter(([name]) => named.has(name)));
}

/** Formulas with names that nobody has explained. */
export function listUntold(): string[] {
  const known = new Set([...Object.keys(COMMON), ...PLAIN, ...Object.keys(library), ...LANGUAGE]);
  const formulas = listFormulaDocstrings().flatMap((docstring) => docstring.formulas);
  for (const { name } of formulas) known.add(name);
  return listFormulaDocstrings().flatMap((docstring) => {
    const told = symbolsOf(docstring);
    const names = docstring.formulas.flatMap(({ expression }) => listNames(expression));
    const untold = [...new Set(names)].filter((name) => !(name in told || known.has(name)));
    return untold.map((name) => `${docstring.file}: ${docstring.declares}: ${name}`);
  });
}

/** Symbols that no formula has any more. */
export function listUnused(): string[] {
  const formulas = new Map(
    listFormulaDocstrings().flatMap((one) => one.formulas.map(({ name }) => [name, one] as const)),
  );
  return Object.entries(OF_FORMULA).flatMap(([formula, symbols]) => {
    const names = new Set(formulas.get(formula)?.formulas.flatMap(({ expression }) => listNames(expression)));
    if (names.size === 0) return [formula];
    return Object.values(symbols).length > 0 && Object.keys(symbols).every((name) => !names.has(name)) ? [formula] : [];
  });
}

/** The quantities of a formula: its names but for those it introduces itself, and the figures of each one of a list. */
function listNames(expression: string): string[] {
  const introduced = [...expression.matchAll(/\(([\w, ]+)\) =>/g)].flatMap(([, names = '']) => names.split(/, */));
  const figures = [...expression.matchAll(/\b([a-zA-Z]\w*\.[a-zA-Z]\w*)/g)].map(([, name = '']) => name);
  const names = [...expression.matchAll(/(?<![.\w])[a-zA-Z]\w*/g)].map(([name]) => name);
  const own = figures.filter((name) => !/\.(?:length|slice)$/.test(name));
  return [...names.filter((name) => !introduced.includes(name)), ...own];
}
