/** As node:path's, for absolute paths in which there is nothing to escape. */
export function join(...parts: string[]): string {
  return new URL(parts.join('/').replaceAll(/\/+/g, '/'), 'file:///').pathname;
}
