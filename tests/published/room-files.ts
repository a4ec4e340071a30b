import { globSync } from 'node:fs';
import { room } from './consumer.ts';

const NO_SOURCE = /(?:^|[\\/])(?:node_modules|\.types|dist)(?:[\\/]|$)/;

/** Files of psychometrics/ as they are written and not as they are built, by their paths in it. */
export function listRoomFiles(pattern: string): string[] {
  const files = globSync(pattern, { cwd: room, exclude: (path) => NO_SOURCE.test(path) });
  return files.map((file) => file.replaceAll('\\', '/'));
}

/** The tests that must hold of the package, too. None stays out: the build keeps inner modules, and none tests the build. */
export function listTestFiles(): string[] {
  return listRoomFiles('**/*.test.ts');
}
