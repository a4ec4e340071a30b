/** One import statement: what it names, and whether only types come in (then nothing is left of it when it runs). */
export type Import = { specifier: string; isTypeOnly: boolean };

/** `import … from 'x'` and `export … from 'x'`, at the beginning of a line as the formatter writes them. */
const from = /^(?:import|export)\b([^'";]*?)\bfrom\s*['"]([^'"]+)['"]/gm;
const forEffect = /^import\s*['"]([^'"]+)['"]/gm;
/** Not behind a quotation mark on its line, where it would be a word in a string. */
const dynamic = /^[^'"`\n]*\b(?:import|require|require\.resolve)\(\s*['"]([^'"]+)['"]/gm;

/** The imports of a formatted TypeScript source, in no particular order. */
export function readImports(source: string): Import[] {
  const withClause = Array.from(source.matchAll(from), ([, clause = '', specifier = '']) => ({
    specifier,
    isTypeOnly: /^\s+type\b(?!\s*,)/.test(clause),
  }));
  const bare = [...source.matchAll(forEffect), ...source.matchAll(dynamic)];
  return [...withClause, ...bare.map(([, specifier = '']) => ({ specifier, isTypeOnly: false }))];
}
