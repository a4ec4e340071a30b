/** As node:path's where names are divided by `/`, but for a last `/`, which goes. */
export function join(...parts: string[]): string {
  const path = parts.filter(Boolean).join('/');
  const root = path.startsWith('/') ? '/' : '';
  const names: string[] = [];
  for (const name of path.split('/')) {
    const isUp = name === '..';
    if (isUp && names.length > 0 && names.at(-1) !== '..') names.pop();
    else if (name !== '' && name !== '.' && !(isUp && root)) names.push(name);
  }
  return `${root}${names.join('/')}` || '.';
}

/**
 * As node:path's where names are divided by `/`.
 *
 * @public
 */
export function dirname(path: string): string {
  const [, folder] = /^(.*)\/[^/]*$/.exec(path) ?? [];
  return folder === '' ? '/' : (folder ?? '.');
}
