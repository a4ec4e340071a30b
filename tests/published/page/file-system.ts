import { join } from './paths.ts';

/** Texts by their path below psychometrics/, which is the root here. */
const files: Record<string, string> = await (await fetch('/tests/files.json')).json();

/** As node:fs's, for texts. */
export function readFileSync(path: string): string {
  const text = files[path.slice(1)];
  if (text === undefined) throw new Error(`there is no file ${path} in psychometrics`);
  return text;
}

/** As node:fs's, for patterns of names and stars; paths are relative to `cwd`. */
export function globSync(
  pattern: string,
  { cwd, exclude = () => false }: { cwd: string; exclude?: (path: string) => boolean },
): string[] {
  const folder = `${join(cwd)}/`.replace(/^\/+/, '');
  const stars: Record<string, string> = { '**/': '(?:.*/)?', '*': '[^/]*' };
  const source = pattern.replaceAll(/\*\*\/|\*|[^\w/-]/g, (found) => stars[found] ?? `\\${found}`);
  const matches = new RegExp(`^${source}$`);
  return Object.keys(files)
    .filter((file) => file.startsWith(folder))
    .map((file) => file.slice(folder.length))
    .filter((file) => matches.test(file) && !exclude(file));
}
